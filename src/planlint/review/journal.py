"""The file beside a plan that keeps what reviewers did: `plan.txt.planlint.review.jsonl`, a line an action, only ever added to.

A line is on the disk before anyone is told that it is kept. Several servers may write one file: each line is written under a lock and in one
piece, and what a dying machine left half-written is told as a line that cannot be read, while the next one begins on a line of its own.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.read.source_bytes import bytes_of
from planlint.review.action import Action, NoActionError, action_of, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIX = ".planlint.review.jsonl"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the file that is no action, counted from 1, and the key that is wrong."""

    path: str
    line: int
    key: str


@dataclass(frozen=True, slots=True)
class Journal:
    """What a review file holds."""

    actions: tuple[Action, ...] = ()
    bad: tuple[BadLine, ...] = ()


def journal_path(plan: str | Path) -> Path:
    """The review file of a plan."""
    path = Path(plan)
    return path.with_name(f"{path.name}{SUFFIX}")


def plan_path(journal: Path) -> Path:
    """The plan of a review file."""
    return journal.with_name(journal.name.removesuffix(SUFFIX))


def read_journal(path: Path) -> Journal:
    """The actions in order, each once by its id; nothing where there is no file yet."""
    if not os.path.lexists(path):
        return Journal()
    actions: dict[str, Action] = {}
    bad: list[BadLine] = []
    for number, raw in enumerate(bytes_of(path).split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            action = action_of(raw.decode("utf-8-sig"))
        except (NoActionError, UnicodeDecodeError) as error:
            bad.append(
                BadLine(str(path), number, "UTF-8" if isinstance(error, UnicodeDecodeError) else str(error))
            )
            continue
        actions.setdefault(action.id, action)
    return Journal(tuple(actions.values()), tuple(bad))


def append(path: Path, actions: Iterable[Action]) -> None:
    """Add lines and wait until the disk has them; OSError where it refuses."""
    data = "".join(f"{line_of(action)}\n" for action in actions).encode("utf-8", "backslashreplace")
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with _locked(handle):
            end = os.lseek(handle, 0, os.SEEK_END)
            if end:
                os.lseek(handle, end - 1, os.SEEK_SET)
                if os.read(handle, 1) != b"\n":
                    data = b"\n" + data
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked(handle: int) -> Iterator[None]:
    """Nobody else writes meanwhile; where a file system knows no locks, appending in one piece has to do."""
    try:
        import fcntl
    except ImportError:  # Windows appends under a lock of its own
        yield
        return
    held = False
    with contextlib.suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX)
        held = True
    try:
        yield
    finally:
        if held:
            fcntl.flock(handle, fcntl.LOCK_UN)


def merge(path: Path, others: Iterable[Path]) -> tuple[int, tuple[BadLine, ...]]:
    """Add what other review files of the plan know and this one does not; how many lines came, and which could not be read."""
    known = {action.id for action in read_journal(path).actions}
    new: list[Action] = []
    bad: list[BadLine] = []
    for other in others:
        journal = read_journal(other)
        bad += journal.bad
        for action in journal.actions:
            if action.id not in known:
                known.add(action.id)
                new.append(action)
    if new:
        append(path, new)
    return len(new), tuple(bad)
