"""Cuts a text at every edge of its marks: lines of pieces, each of which knows all marks that cover it; the pieces joined are the text.

培育[高新技术企业不少于[40]家] with a target and its number is 培育 · 高新技术企业不少于(t1) · 40(t1, n1) · 家(t1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG = 100_000
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that somebody said something of. `kind` colours it, `key` is its id in the page.

    A key is that of a row of a table, or of a further place of that row: `d1-f3` and `d1-f3.2` are both said of by the row `d1-f3`.
    Where marks overlap the lowest `rank` is on top, and of one rank the shortest; `tag` is a sign before the first character.
    """

    key: str
    kind: str
    start: int
    end: int
    said: str = ""
    rank: int = 0
    tag: str = ""

    @property
    def row(self) -> str:
        """The key of the row that says what the mark is."""
        return self.key.partition(".")[0]

    @property
    def of(self) -> str:
        """Row, kind and tag, as the page's script reads them."""
        return f"{self.row}:{self.kind}:{self.tag}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mark with its box among the page's tools: whether it is shown at first, and how many rows are of it."""

    name: str
    said: str
    shown: bool = True
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without an edge inside. `marks` cover it, the topmost first; `opens` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, with its end in the last piece."""

    number: int
    pieces: tuple[Piece, ...]


def is_long(text: str) -> bool:
    """Whether a browser does better to lay out only what is in view (a picture of the whole page would then show blanks)."""
    return len(text) > _LONG


def lines_of(text: str, marks: Sequence[Mark]) -> Iterator[Line]:
    """The lines in order. A mark over several lines is cut at their ends; an empty one, and one outside the text, marks nothing."""
    waiting = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end),
        reverse=True,
    )
    edges = sorted({edge for mark in waiting for edge in (mark.start, mark.end)}, reverse=True)
    open_marks: list[Mark] = []
    for number, (start, end) in enumerate(_lines(text), 1):
        pieces = []
        at = start
        while at < end:
            while edges and edges[-1] <= at:
                edges.pop()
            open_marks = [mark for mark in open_marks if mark.end > at]
            opens = []
            while waiting and waiting[-1].start <= at:
                opens.append(waiting.pop())
            open_marks += opens
            stop = min(end, edges[-1]) if edges else end
            inner = sorted(open_marks, key=lambda mark: (mark.rank, mark.end - mark.start, mark.key))
            pieces.append(Piece(text[at:stop], tuple(inner), tuple(opens)))
            at = stop
        yield Line(number, tuple(pieces))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends, its line end included; the last one may be empty."""
    start = 0
    for found in _LINE_END.finditer(text):
        yield start, found.end()
        start = found.end()
    if start < len(text) or not text:
        yield start, len(text)
