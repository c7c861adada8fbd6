"""The other half of apart.py: the process that reads one document after another, each within its limits, until nobody asks any more."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from planlint.errors import PlanlintError

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.read.source_text import SourceText


def serve() -> None:
    """Read a head and its bytes from standard input, answer in one line on standard output, again and again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, whose end is ours
    given, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between the answers
    while head := given.readline():
        asked = json.loads(head)
        data = given.read(asked["size"])
        if len(data) < asked["size"]:
            return
        _limit(asked["seconds"], asked["memory"] + 4 * len(data))
        answers.write(json.dumps(_answer(asked["kind"], data, asked["path"])).encode() + b"\n")
        answers.flush()


def reader_of(kind: str) -> Callable[[bytes, str], SourceText]:
    """The reader of one kind of file."""
    if kind == "pdf":
        from planlint.read.pdf import read_pdf

        return read_pdf
    from planlint.read.html import read_html

    return read_html


def _answer(kind: str, data: bytes, path: str) -> dict[str, Any]:
    """What the document says, or what is wrong with it; a defect of the reader ends the process, which is answer enough."""
    try:
        found = reader_of(kind)(data, path)
    except PlanlintError as error:
        return {"error": error.texts[0].plain()}
    return {
        "text": found.text,
        "media_type": found.media_type,
        "encoding": found.encoding,
        "marks": [(m.kind, m.span.start, m.span.end, m.label, m.cell) for m in found.marks],
        "apart": [(one.kind, one.text) for one in found.apart],
    }


def _limit(seconds: int, memory: int) -> None:
    """So much of the processor from now on, so much memory in all, and no image of it on the disk; nothing where the system has no limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))
