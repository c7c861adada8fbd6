"""A file, a pipe or a device in, its bytes out, never more than a plan can have and never waiting for somebody who does not come."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Protocol

from planlint.errors import InputError
from planlint.read.limits import LARGEST_FILE, MIB, beyond

if TYPE_CHECKING:
    from pathlib import Path

_PIECE = MIB
# Windows has no such flag, and no named pipes among its files.
_DO_NOT_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Source(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""
        ...


def bytes_of(path: str | Path) -> bytes:
    """The bytes of the file at a path; InputError says why there are none."""
    try:
        # a pipe that nobody writes to is opened without waiting, and is empty
        number = os.open(path, os.O_RDONLY | _DO_NOT_WAIT)
    except FileNotFoundError as error:
        raise InputError(f"{path}: 找不到这个文件，请检查路径") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: 这是文件夹，请给出其中的文件") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: 读不出来（{why}），请检查路径与权限") from error
    with open(number, "rb", buffering=0) as file:  # noqa: PTH123 - it is open already
        about = os.fstat(number)
        if stat.S_ISDIR(about.st_mode):
            raise InputError(f"{path}: 这是文件夹，请给出其中的文件")
        if not stat.S_ISREG(about.st_mode) and hasattr(os, "set_blocking"):
            os.set_blocking(number, True)
        try:
            return bytes_from(file, str(path))
        except OSError as error:
            raise InputError(f"{path}: 读不出来（{error.strerror or error}），请检查权限") from error


def bytes_from(source: Source, path: str) -> bytes:
    """All bytes of an open file or of standard input; InputError where there is no end to them."""
    pieces, size = [], 0
    while piece := source.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_FILE:
            raise beyond(path, "文件大小", f"{LARGEST_FILE // MIB} MB", "请去掉图片，或另存为纯文本后再处理")
    return b"".join(pieces)
