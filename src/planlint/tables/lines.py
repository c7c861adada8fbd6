"""The lines of a stretch as cells, taken as they are asked for: what a copied page leaves of a table, a cell a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.tables.grids import cell_at
from planlint.tables.whole_lines import closed_up, whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import TableCell
    from planlint.text.wrap_width import Wrap

_LONGEST_CELL = 1200
_BLANK_LINE = re.compile("\n[ \t\r\u3000\xa0]*\n")
_PAGE = re.compile("[—–－-] ?\\d{1,3} ?[—–－-]|第 ?\\d{1,3} ?页(?: ?共 ?\\d{1,3} ?页)?")
_TEXT_GOES_ON = re.compile(
    "\n(?=[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节条]|注[：:\\d]|[^\n]{60}))"
)
# How many gaps between heads are looked at to see whether blank lines part the cells.
_GAPS = 3


class Lines:
    """The lines that are not blank, as cells. `heads` are those of the table that they are read as."""

    def __init__(self, cells: Iterator[TableCell]) -> None:
        self.at = 0
        self.heads: list[str] = []
        self._cells: list[TableCell] = []
        self._rest = cells

    def peek(self, ahead: int = 0) -> TableCell | None:
        """The line `ahead` of this one; None behind the last."""
        while len(self._cells) <= self.at + ahead:
            cell = next(self._rest, None)
            if cell is None:
                return None
            self._cells.append(cell)
        return self._cells[self.at + ahead]

    def next(self, count: int) -> list[TableCell]:
        """The next lines, `count` at most."""
        self.peek(count)
        return self._cells[self.at : self.at + count]

    def heads_at(self, ahead: int = 0) -> int:
        """How many lines from there on print the heads again, as at the top of a page; 0 where they do not."""
        first = self.peek(ahead)
        words = "".join(self.heads)
        if first is None or not words or not words.startswith(first.text):
            return 0
        said = ""
        for size in range(2 * len(self.heads)):
            cell = self.peek(ahead + size)
            said += cell.text if cell is not None else ""
            if said == words:
                return size + 1
            if cell is None or not words.startswith(said):
                break
        return 0


def lines_from(text: str, start: int, wrap: Wrap | None = None) -> Iterator[TableCell]:
    """The lines from `start` on, up to the first that is too long to be a cell.

    Lines that were cut at the width of `wrap` are one. Where blank lines part the heads, they part the cells too, and lines without one between them are one cell.
    """
    parts = _parted(text, start) if _parted_by_blank_lines(text, start) else whole_lines(text, wrap, start)
    for begin, stop in parts:
        if stop - begin > _LONGEST_CELL:
            return
        cell = cell_at(text, begin, stop)
        if cell is not None and _PAGE.fullmatch(cell.text) is None:
            yield closed_up(cell) if wrap is not None else cell


def _parted(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the cells begin and end that blank lines part."""
    while start < len(text):
        stop = _end(text, start)
        yield start, stop
        start = stop + 1


def _end(text: str, start: int) -> int:
    match = _BLANK_LINE.search(text, start, start + _LONGEST_CELL + 2)
    stop = match.start() if match is not None else min(len(text), start + _LONGEST_CELL + 1)
    # behind the last cell the text may go on without a blank line
    goes_on = _TEXT_GOES_ON.search(text, start, stop)
    return goes_on.start() if goes_on is not None else stop


def _parted_by_blank_lines(text: str, start: int) -> bool:
    at = start
    for _ in range(_GAPS):
        match = _BLANK_LINE.search(text, at, at + 60)
        if match is None or "\n" in text[at : match.start()].strip():
            return False
        at = match.end()
    return True
