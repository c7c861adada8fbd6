"""Files that are never half-written: written beside their place and renamed."""

from __future__ import annotations

import codecs
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def write_file(path: Path, pieces: Iterable[str], encoding: str = "utf-8") -> None:
    """Put the text at `path` in one step, line ends as they are; whatever fails, what was there before stays.

    A link is followed, and something that is no file (/dev/null, a pipe) is written to as it is.
    """
    write_bytes(path, _encoded(pieces, encoding))


def write_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    """Put bytes at `path` in one step, as `write_file` does text."""
    place = Path(os.path.realpath(path))  # unlike Path.resolve it lives with links that lead round in circles
    if place.exists() and not place.is_file():
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    beside = place.with_name(f".{place.name[:40]}.{os.getpid()}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("wb") as stream:
            stream.writelines(pieces)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _encoded(pieces: Iterable[str], encoding: str) -> Iterator[bytes]:
    # one encoder, so that a byte order mark is written once; a file name's byte in no encoding becomes \udcb9, which JSON reads back
    encoder = codecs.getincrementalencoder(encoding)("backslashreplace")
    for piece in pieces:
        yield encoder.encode(piece)


def make_folder(folder: Path) -> bool:
    """Make a folder and its parents; whether it was missing."""
    missing = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def is_folder(output: str) -> bool:
    """Whether `-o` names a folder: an existing one, or a name that ends in /."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
