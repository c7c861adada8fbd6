"""A file, a pipe or a device in, its bytes out, never more than a plan can have and never waiting for somebody who does not come."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Protocol

from planlint.errors import InputError
from planlint.read.limits import LARGEST_FILE, MIB, beyond
from planlint.words import Text

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
        raise InputError("read.missing", path=path) from error
    except IsADirectoryError as error:
        raise InputError("read.folder", path=path) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError("read.closed", path=path, why=why) from error
    about = os.fstat(number)
    if stat.S_ISDIR(about.st_mode):  # which `open` would refuse by its number
        os.close(number)
        raise InputError("read.folder", path=path)
    with open(number, "rb", buffering=0) as file:  # noqa: PTH123 - it is open already
        if not stat.S_ISREG(about.st_mode) and hasattr(os, "set_blocking"):
            os.set_blocking(number, True)
        try:
            return bytes_from(file, str(path))
        except OSError as error:
            raise InputError("read.broken_off", path=path, why=error.strerror or error) from error


def bytes_from(source: Source, path: str) -> bytes:
    """All bytes of an open file or of standard input; InputError where there is no end to them."""
    pieces, size = [], 0
    while piece := source.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_FILE:
            limit = f"{LARGEST_FILE // MIB} MB"
            raise beyond(path, Text.of("read.limit.file"), limit, Text.of("read.remedy.plain"))
    return b"".join(pieces)
