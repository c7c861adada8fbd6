"""Paragraphs and tables in, one text with its marks out: a paragraph a line, a table row a line with a tab between cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.document import Cell, Mark
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

# One blank for each, so that places inside a cell stay where they are.
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# A word that a narrow cell breaks over its lines (安置/任务) is short; longer lines are words of their own (市教育局/市财政局).
_SHORT_LINE = 2


class GridCell(NamedTuple):
    """A table cell before it has a place in the text; row and column count from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(slots=True, eq=False)
class Linear:
    """The text as it grows, with its marks."""

    marks: list[Mark] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _at: int = 0
    _count: int = 0
    _tables: int = 0
    _page: tuple[str, int] | None = None

    @property
    def at(self) -> int:
        """How long the text is so far."""
        return self._at

    def paragraph(
        self, text: str, kind: Literal["paragraph", "textbox", "footnote"] = "paragraph", label: str = ""
    ) -> None:
        """One paragraph; line breaks inside it stay."""
        self._count += kind == "paragraph"
        self.marks.append(Mark(kind, self._add(text), label or str(self._count)))
        self._add("\n")

    def table(self, cells: Iterable[GridCell]) -> None:
        """One table; what a merged cell covers is left blank, so that the columns keep their places."""
        self._tables += 1
        rows: dict[int, list[GridCell]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        if not rows:
            return
        width = max(cell.column + cell.columns for row in rows.values() for cell in row)
        for number in sorted(rows):
            self._row(sorted(rows[number], key=lambda cell: cell.column), width)

    def _row(self, cells: Sequence[GridCell], width: int) -> None:
        column = 0
        for cell in cells:
            self._add("\t" * (cell.column - column))
            column = cell.column
            place = Cell(self._tables, cell.row + 1, cell.column + 1, cell.rows, cell.columns)
            label = f"T{place.table}R{place.row}C{place.column}"
            self.marks.append(Mark("cell", self._add(_BREAKS.sub(" ", cell.text)), label, place))
        self._add("\t" * max(0, width - 1 - column))
        self._add("\n")

    def page(self, label: str, at: int | None = None) -> None:
        """A page begins here, or at a place inside the paragraph that comes next; the one before ends."""
        at = self._at if at is None else at
        self.close_page(at)
        self._page = (label, at)

    def close_page(self, at: int | None = None) -> None:
        """The open page ends."""
        if self._page is not None:
            label, start = self._page
            self.marks.append(Mark("page", Span(start, self._at if at is None else at), label))
            self._page = None

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The whole text, and its marks in the order of their places."""
        self.close_page()
        return "".join(self._pieces), tuple(sorted(self.marks, key=lambda m: (m.span.start, -m.span.end)))

    def _add(self, text: str) -> Span:
        start = self._at
        self._pieces.append(text)
        self._at += len(text)
        return Span(start, self._at)


def one_line(lines: Iterable[str]) -> str:
    """The lines of a cell as one: 安置 + 任务 is 安置任务, 市教育局 + 市财政局 keeps a blank between."""
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces.append(between(pieces[-1], line))
        pieces.append(line)
    return "".join(pieces)


def between(line: str, following: str) -> str:
    """What stands between two lines of a cell when they become one."""
    wrapped = len(line) <= _SHORT_LINE and len(following) <= _SHORT_LINE and not (line + following).isascii()
    return "" if wrapped else " "
