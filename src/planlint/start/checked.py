"""One file of bytes that is believed only when it is whole, ours and of this version; anything else is no file."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What the file begins with: a name nobody else uses, the version of what is in it, the length and the checksum of the rest.
_MAGIC = b"planlint start\x00\x02"
_LENGTH, _SUM = 8, 16
_HEAD = len(_MAGIC) + _LENGTH + _SUM
_BINARY = getattr(os, "O_BINARY", 0)
# A pipe in its place is opened without waiting, a link to somewhere else not at all.
_CAREFUL = os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def read_checked(path: Path, largest: int) -> bytes | None:
    """The bytes that `write_checked` put there; None where they are not all there, or may be somebody else's."""
    try:
        number = os.open(path, _CAREFUL)
    except (OSError, ValueError):
        return None
    try:
        about = os.fstat(number)
        if not _is_ours(about) or not _HEAD <= about.st_size <= _HEAD + largest:
            return None
        with os.fdopen(os.dup(number), "rb") as file:
            data = file.read(_HEAD + largest + 1)
    except OSError:
        return None
    finally:
        os.close(number)
    head, rest = data[:_HEAD], data[_HEAD:]
    return rest if head == _head(rest) else None


def write_checked(path: Path, data: bytes) -> None:
    """Put the bytes at `path` in one step; OSError where that cannot be, and then nothing has changed."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(_head(data) + data)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _head(data: bytes) -> bytes:
    return _MAGIC + len(data).to_bytes(_LENGTH, "big") + blake2b(data, digest_size=_SUM).digest()


def _is_ours(about: os.stat_result) -> bool:
    """A regular file that only this user can have written."""
    if not stat.S_ISREG(about.st_mode):
        return False
    if not hasattr(os, "geteuid"):  # Windows keeps the folder of a user from the others
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
