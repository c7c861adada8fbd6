"""Documents read in a process of their own, which has so much time and memory and no more: what a PDF or a page does to it, it does to nobody else.

The process stays for the next document. Where the system knows no such limits (Windows), it still takes no other down with it.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from planlint.errors import InputError
from planlint.model.document import Apart, Cell, Mark
from planlint.model.span import Span
from planlint.read.limits import CPU_SECONDS, MEMORY, MIB, beyond
from planlint.read.source_text import SourceText
from planlint.words import Text

if TYPE_CHECKING:
    from subprocess import Popen

Kind = Literal["pdf", "html"]

_OUT_OF_TIME = 24  # SIGXCPU
_NAMES = {"pdf": "PDF", "html": Text.of("read.page")}
_REMEDY = Text.of("read.remedy.reader")
# The child is this very Python with this very path, and nothing of the user's environment that could change what it imports.
_START = "import sys; sys.path[:] = {path!r}; from planlint.read.apart_child import serve; serve()"


class _Child:
    """The process and the document that it reads; one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: Popen[bytes] | None = None
        self._owner = 0

    def asked(self, kind: Kind, data: bytes, path: str) -> dict[str, Any]:
        """What the child answers: a source text or an error; InputError where it did not live to answer."""
        with self._lock:
            process = self._running()
            head = {"kind": kind, "path": path, "size": len(data), "seconds": CPU_SECONDS, "memory": MEMORY}
            try:
                answer = _exchanged(process, json.dumps(head).encode() + b"\n" + data)
            except (
                BaseException
            ):  # whoever is interrupted here must not take this answer for that of the next document
                self.close()
                raise
            if not answer.endswith(b"\n"):
                raise self._died(kind, path)
            found: dict[str, Any] = json.loads(answer)
            return found

    def _running(self) -> Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python
                [sys.executable, "-I", "-c", _START.format(path=sys.path)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            self._owner = os.getpid()
        return self._process

    def _died(self, kind: Kind, path: str) -> InputError:
        """What to say of a document whose reader has ended without an answer."""
        process = self._process
        self._let_go()
        if process is not None and -process.wait() == _OUT_OF_TIME:
            spent, limit = (
                Text.of("read.limit.time", what=_NAMES[kind]),
                Text.of("read.limit.seconds", n=CPU_SECONDS),
            )
            return beyond(path, spent, limit, _REMEDY)
        taken, remedy = (
            Text.of("read.limit.memory", what=_NAMES[kind]),
            Text.of("read.remedy.perhaps_broken", remedy=_REMEDY),
        )
        return beyond(path, taken, f"{MEMORY // MIB} MB", remedy)

    def close(self) -> None:
        """End the process, whatever it does; it holds nothing that could be lost."""
        process = self._process
        self._let_go()
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()

    def _let_go(self) -> None:
        process, self._process = self._process, None
        for stream in (process.stdin, process.stdout) if process is not None else ():
            with suppress(OSError):
                if stream is not None:
                    stream.close()


def _exchanged(process: Popen[bytes], message: bytes) -> bytes:
    """The line that answers a message; not a whole line where the process has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(message)
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


_child = _Child()
atexit.register(_child.close)


def read_apart(kind: Kind, data: bytes, path: str) -> SourceText:
    """The document's text as its reader gives it; InputError where it says so, or where it takes more than there is for one document."""
    if not sys.executable:  # planlint is part of another program: there is no Python to start
        from planlint.read.apart_child import reader_of

        return reader_of(kind)(data, path)
    found = _child.asked(kind, data, path)
    if "error" in found:
        raise InputError(Text.from_plain(found["error"]))
    marks = tuple(
        Mark(of, Span(start, end), label, Cell(*cell) if cell is not None else None)
        for of, start, end, label, cell in found["marks"]
    )
    apart = tuple(Apart(*one) for one in found["apart"])
    return SourceText(found["text"], found["media_type"], found["encoding"], marks, apart)
