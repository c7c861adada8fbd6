"""JSONL that survives an interruption: lines are written as they come beside their place, and `--resume` goes on behind the last whole one.

`all.jsonl` is written as `all.jsonl.partial` and takes its name when everything is done.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from planlint.batch.streams import complain
from planlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planlint.words import Words


def partial_of(path: Path) -> Path:
    """Where the lines wait until all are there."""
    return path.with_name(f"{path.name}.partial")


class Lines:
    """The file of lines while it is written; nobody else can write it meanwhile."""

    def __init__(self, path: Path, stream: BinaryIO, words: Words) -> None:
        self._path, self._stream, self._words = path, stream, words

    def done_before(self) -> set[str]:
        """The documents of an interrupted run whose lines are whole; a line that was cut off is taken away.

        Where there is no interrupted run but a finished file, its lines count, so that new documents are added to it.
        """
        if self._stream.tell() == 0 and self._path.is_file():
            self._stream.write(self._path.read_bytes())
        self._stream.seek(0)
        done: set[str] = set()
        whole = 0
        for line in self._stream:
            if not line.endswith(b"\n"):
                break
            try:
                done.add(json.loads(line)["source"]["path"])
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise UsageError("not_resumable", path=partial_of(self._path)) from error
            whole += len(line)
        self._stream.truncate(whole)
        self._stream.seek(whole)
        if done:
            complain(self._words.say("resumed", n=len(done)))
        return done

    def write(self, lines: Iterable[str], *, resumed: bool) -> None:
        """Write the lines behind those that are there already, each at once, and give the file its name at the end."""
        if not resumed:
            self._stream.truncate(0)
        for line in lines:
            self._stream.write(line.encode("utf-8", "backslashreplace"))
            self._stream.flush()
        partial_of(self._path).replace(self._path)


@contextmanager
def lines_of(path: Path, words: Words) -> Iterator[Lines]:
    """Open the place where the lines of `path` wait; UsageError where another run writes them."""
    with partial_of(path).open("a+b") as stream:
        if not _is_ours_alone(stream):
            raise UsageError("written_by_another", path=path)
        yield Lines(path, stream, words)


def _is_ours_alone(stream: BinaryIO) -> bool:
    """Whether no other run has the file; where the system has no such locks it refuses to rename a file that two have open."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
