"""Standard output and error: UTF-8 where nobody asked for something else, and never a crash over a character or a closed pipe."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from planlint.text.visible import visible


def open_streams() -> None:
    r"""Set both streams so that any text can be written to them.

    What goes to a file or another program is UTF-8 with the line ends as we write them; a terminal keeps its own encoding (cp936)
    and shows `?` for what that has not, and so does a stream whose encoding the user chose with PYTHONIOENCODING. The byte of a file name
    that is no UTF-8 is written as `\udcb9`, which JSON reads as that very byte.
    """
    _replace_closed()
    chosen = bool(os.environ.get("PYTHONIOENCODING"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:  # a test's or a notebook's stand-in
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        elif chosen:
            reconfigure(errors="replace", newline="")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def is_utf8(stream: TextIO) -> bool:
    """Whether the stream can carry every character."""
    return (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")


def complain(line: str) -> None:
    """Write one line to standard error, whatever names it holds; a closed one is nobody's loss."""
    try:
        sys.stderr.write(f"{visible(line)}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def silence_stdout() -> None:
    """Point standard output nowhere, so that the interpreter's last flush says nothing about the closed pipe."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # no real file behind it
        pass


def _replace_closed() -> None:
    """Put a stand-in where a stream was closed before the program began (`>&-`): it is full or empty, as the system's own would be.

    The free numbers 0 to 2 are taken first, so that no file that is opened later becomes somebody's standard output.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        with suppress(OSError):
            while (taken := os.open(os.devnull, os.O_RDWR)) < number:
                pass
            if taken != number:
                os.close(taken)
        stream = io.TextIOWrapper(io.BytesIO()) if name == "stdin" else _Closed()
        setattr(sys, name, stream)


class _Closed(io.TextIOBase):
    """A stream that nobody reads: writing to it fails as it does for a closed one."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
