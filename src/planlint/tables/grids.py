r"""Tables whose cells are told apart by the text itself: the cells of a Word file or page, `指标\t单位\t2027年`, `| 指标 | 单位 |`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.tables.whole_lines import closed_up, whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import Mark, SourceDocument
    from planlint.text.wrap_width import Wrap

Row = list[TableCell | None]
Grid = list[Row]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Rows of cells. `marked` tells that the file itself says which cells are merged; elsewhere a merged cell leaves blanks, or nothing."""

    rows: list[Row]
    marked: bool = False


_EDGES = " \t\u3000\xa0\r\n"
_TAB, _PIPE = re.compile("\t"), re.compile("\\|")
_WIDE_GAP, _GAP = re.compile("(?<=\\S)[ \u3000\xa0]{2,}(?=\\S)"), re.compile("(?<=\\S)[ \u3000\xa0]+(?=\\S)")
_MANY_GAPS = re.compile("^[^\\s]{1,12}(?:[ \u3000]+[^\\s]{1,16})+[ \u3000]*$", re.MULTILINE)
_PIPE_RULE = re.compile("[|:\\- \t]+")
# What no table has; a file that says so is broken or hostile.
_MOST_CELLS = 200_000
# A line between the rows of a table that is longer than this is no group's name: the text has gone on.
_LONGEST_GROUP = 60


def grids(source: SourceDocument, wrap: Wrap | None) -> Iterator[Lattice]:
    """Every lattice of the source text, in no order: from the reader's cells, else from tabs and pipes; `wrap` is where lines were cut."""
    cells = [mark for mark in source.marks if mark.kind == "cell"]
    if cells:
        yield from _marked(source.text, cells)
        return
    if "\t" in source.text:
        yield from _lines(source.text, _TAB, wrap)
    if "|" in source.text:
        yield from _lines(source.text, _PIPE, wrap)


def blank_parted(text: str, wrap: Wrap | None) -> Iterator[Lattice]:
    """Lattices of lines whose cells are parted by blanks: two or more where a line has such gaps, else each blank."""
    yield from wide_parted(text, wrap)
    if _MANY_GAPS.search(text) is not None:
        yield from _lines(text, _GAP, None)


def wide_parted(text: str, wrap: Wrap | None) -> Iterator[Lattice]:
    """Lattices of lines whose cells are parted by two blanks or more."""
    if "  " in text or "\u3000\u3000" in text:
        yield from _lines(text, _WIDE_GAP, wrap)


def cell_at(text: str, start: int, end: int, *, inherited: bool = False) -> TableCell | None:
    """The cell in `text[start:end]` without its edges; None where it is blank."""
    raw = text[start:end]
    words = raw.strip(_EDGES)
    if not words:
        return None
    if len(words) < len(raw):
        start += len(raw) - len(raw.lstrip(_EDGES))
    return TableCell(Span(start, start + len(words)), words, inherited)


def _marked(text: str, marks: list[Mark]) -> Iterator[Lattice]:
    tables: dict[int, list[Mark]] = {}
    for mark in marks:
        assert mark.cell is not None
        tables.setdefault(mark.cell.table, []).append(mark)
    for number in sorted(tables):
        places = [(mark, mark.cell) for mark in tables[number] if mark.cell is not None]
        height = max(place.row + place.rows for _, place in places) - 1
        width = max(place.column + place.columns for _, place in places) - 1
        if height * width > _MOST_CELLS:
            continue
        grid: list[Row] = [[None] * width for _ in range(height)]
        for mark, place in places:
            first = cell_at(text, *mark.span)
            for row in range(place.row - 1, place.row - 1 + place.rows):
                for column in range(place.column - 1, place.column - 1 + place.columns):
                    own = (row, column) == (place.row - 1, place.column - 1)
                    grid[row][column] = first if own or first is None else first._replace(inherited=True)
        yield Lattice(grid, marked=True)


def _lines(text: str, separator: re.Pattern[str], wrap: Wrap | None) -> Iterator[Lattice]:
    """Lines with a separator in them, a row each, and the short lines between such rows: the names of groups."""
    rows: list[Row] = []
    group: TableCell | None = None
    for start, end in whole_lines(text, wrap, parts=separator):
        line = text[start:end]
        if not line.strip(_EDGES):
            continue
        if separator.search(line):
            if separator is _PIPE and _PIPE_RULE.fullmatch(line.strip()):
                continue
            row = [closed_up(c) if c is not None else None for c in _cells(text, start, end, separator)]
            if len(row) > 1:
                rows += [[group]] if group is not None else []
                group = None
                rows.append(row)
                continue
        if rows and group is None and len(line) <= _LONGEST_GROUP and "。" not in line:
            group = cell_at(text, start, end)
            continue
        yield from _worth(rows)
        rows, group = [], None
    yield from _worth(rows)


def _cells(text: str, start: int, end: int, separator: re.Pattern[str]) -> Row:
    line = text[start:end].rstrip("\r\n")
    if separator is _PIPE:
        inner = line.strip(_EDGES)
        start += len(line) - len(line.lstrip(_EDGES)) + inner.startswith("|")
        line = inner.removeprefix("|").removesuffix("|")
    row: Row = []
    line = line.rstrip(_EDGES) if separator in (_GAP, _WIDE_GAP) else line
    at = 0
    for match in separator.finditer(line):
        row.append(cell_at(text, start + at, start + match.start()))
        at = match.end()
    row.append(cell_at(text, start + at, start + len(line)))
    return row


def _worth(rows: list[Row]) -> Iterator[Lattice]:
    if len(rows) > 1 and len(rows) * max(map(len, rows)) <= _MOST_CELLS * 10:
        yield Lattice(rows)
