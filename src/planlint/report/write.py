"""Output that is never half-written: a file is written beside its place and renamed; standard output is UTF-8."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from planlint.errors import UsageError


def write_file(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Put `text` at `path` in one step; UsageError says why it cannot be done, and leaves what was there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise UsageError(f"{path}: 写不进去（{error.strerror or error}），请检查文件夹与权限") from error
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as stream:
            stream.write(text)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"{path}: 写不进去（{error.strerror or error}），原文件未改动") from error


def write_screen(text: str) -> None:
    """Print to standard output; a reader that went away (`| head`) ends it quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_utf8() -> None:
    """Make standard output and error UTF-8, so that a cp936 console or a pipe never crashes on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
