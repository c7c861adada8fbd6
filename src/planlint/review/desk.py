"""The plans that are reviewed: each read when it is asked for, read again when its file has changed, with what its review file says now.

Nothing is kept that the disk does not have: another tab, another server and another person's merged file are seen at the next look.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.pipeline import extract
from planlint.read import read_document
from planlint.review.action import FACTS, FINDINGS
from planlint.review.apply import Review, review
from planlint.review.earlier import Earlier, beside
from planlint.review.journal import Journal, append, journal_path, read_journal
from planlint.review.making import Maker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from planlint.model.document import SourceDocument
    from planlint.model.fact import Extraction
    from planlint.model.finding import Finding
    from planlint.review.action import Action
    from planlint.review.item import Item
    from planlint.rulebook import Rulebook


# File systems take so many bytes, 85 Chinese characters.
_LONGEST_NAME = 255
_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan at one moment. `stamp` changes with the text and with every line of the review file."""

    source: SourceDocument
    review: Review
    journal: Journal
    stamp: str

    def item(self, key: str) -> Item | None:
        """The item of this name."""
        return next((item for item in self.review.items if item.key == key), None)

    def progress(self) -> tuple[int, int]:
        """How many of the items that ask for an answer have one, and how many there are."""
        asking = [item for item in self.review.items if asks(item)]
        return sum(item.state != "open" for item in asking), len(asking)


def asks(item: Item) -> bool:
    """Whether somebody should say something: facts, findings, and numbers that no rule could place or somebody has touched."""
    return item.kind in (*FACTS, FINDINGS) or item.fact.role == "unknown" or item.state != "open"


class Plan:
    """One plan of the desk."""

    def __init__(
        self, path: str, rulebook: Rulebook, findings_of: Callable[[Extraction], Sequence[Finding]] | None = None,
        earlier: Path | None = None,
    ) -> None:  # fmt: skip
        self.path = path
        self._rulebook = rulebook
        self._findings_of = findings_of
        self._earlier = earlier
        self._kept: tuple[_Stamp, Journal] | None = None
        self._seen: Seen | None = None
        self._base: tuple[_Stamp, Extraction, Sequence[Finding]] | None = None

    @property
    def name(self) -> str:
        """What it is called in a list."""
        return self.path

    def stamp(self) -> str:
        """What changes with the text and with every line of the review file; PlanlintError where one cannot be read."""
        journal = self._journal()
        return f"{self._read()[0].source.sha256[:16]}-{len(journal.actions)}-{len(journal.bad)}"

    def seen(self) -> Seen:
        """The plan as it is now; PlanlintError where it cannot be read."""
        stamp = self.stamp()
        if self._seen is None or self._seen.stamp != stamp:
            extraction, findings = self._read()
            journal = self._journal()
            self._seen = Seen(
                extraction.source, review(extraction, journal.actions, findings), journal, stamp
            )
        return self._seen

    def base(self) -> Extraction:
        """What the program finds in it."""
        return self._read()[0]

    def keep(self, actions: Sequence[Action]) -> None:
        """Put actions on the disk."""
        append(journal_path(self.path), actions)

    def maker(self, who: str) -> Maker:
        """What makes the actions of a reviewer at this text."""
        return Maker(self._read()[0].source, who)

    def earlier(self) -> Earlier | None:
        """The earlier version beside this one, where there is one."""
        if self._earlier is None or not self._earlier.is_file():
            return None
        return beside(read_document(self._earlier).text, self._read()[0].source.text)

    @property
    def has_earlier(self) -> bool:
        """Whether an earlier version was named and is there."""
        return self._earlier is not None and self._earlier.is_file()

    def _journal(self) -> Journal:
        path = journal_path(self.path)
        stamp = _stamp(path)
        if self._kept is None or self._kept[0] != stamp:
            self._kept = (stamp, read_journal(path))
        return self._kept[1]

    def _read(self) -> tuple[Extraction, Sequence[Finding]]:
        stamp = _stamp(self.path)
        if self._base is None or self._base[0] != stamp:
            extraction = extract(read_document(self.path), self._rulebook)
            findings = self._findings_of(extraction) if self._findings_of is not None else ()
            self._base = (stamp, extraction, findings)
        return self._base[1], self._base[2]


def _stamp(path: str | Path) -> _Stamp:
    """What of a file tells that it has changed; all nothing where there is none, which its reader tells."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - a text or a path
    except OSError:
        return (0, 0, 0)
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def require_writable(paths: Sequence[str]) -> None:
    """InputError where a review file could not be written: nothing that a person says may be lost."""
    for path in paths:
        beside_it = journal_path(path)
        place = beside_it if os.path.lexists(beside_it) else beside_it.parent
        if len(os.fsencode(beside_it.name)) > _LONGEST_NAME:
            raise InputError("review.long_name", path=path)
        if os.path.isdir(beside_it) or not os.access(place, os.W_OK):  # noqa: PTH112 - asks without raising
            raise InputError("review.read_only", path=place)
