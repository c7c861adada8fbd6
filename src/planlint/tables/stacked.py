r"""Tables whose cells stand one a line, as a copied page leaves them: `序号\n指标\n2027年目标\n1\n轨道里程（公里）\n60` …

Rows are told apart by their numbers 1, 2, 3 …; a row must fill the columns, or nothing of it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Doubt, TableCell
from planlint.tables.grids import cell_at
from planlint.tables.heads import column_of, is_table_of_facts, resolved
from planlint.tables.vocabulary import table_words
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid, Row

_FIRST_HEAD = re.compile("^[ \t\u3000]*(?:序号|编号|序)[ \t\u3000]*$", re.MULTILINE)
_MOST_HEADS = 12
_HALF_A_HEAD = 2
# A row longer than this many lines is none: the text has gone on.
_LONGEST_ROW = 24
_LONGEST_CELL = 400
# How many lines a cell may take, by its column; every other cell is one line.
_MOST_LINES = {"category": 4, "target": 3, "baseline": 3}
_SHORT = 6
_DIGIT = re.compile("\\d")
_LABELLED = re.compile(f"{HAN}{{2,10}}[≥≤＞＜><]?\\d")
_VALUE_LIKE = re.compile("^[—–－-]+$|[≥≤＞＜><]|^\\d+(?:\\.\\d+)?%?$")


@dataclass(slots=True)
class _Lines:
    """The lines of a stretch that are not blank, as cells."""

    cells: list[TableCell]
    at: int = 0

    def peek(self, ahead: int = 0) -> TableCell | None:
        i = self.at + ahead
        return self.cells[i] if i < len(self.cells) else None


def stacked(text: str, rules: Rulebook) -> Iterator[tuple[Grid, list[Doubt]]]:
    """The grids of the tables whose cells stand one a line, each with the rows that could not be read."""
    end = 0
    for match in _FIRST_HEAD.finditer(text):
        if match.start() < end:
            continue
        lines = _Lines(list(_cells_from(text, match.start())))
        heads = _heads(lines, rules)
        if heads is None:
            continue
        columns, head_cells = heads
        rows, doubts = _rows(lines, columns, rules)
        if rows:
            end = max(cell.span.end for row in rows for cell in row if cell is not None)
            yield [list(head_cells), *rows], doubts


def _cells_from(text: str, start: int) -> Iterator[TableCell]:
    """The lines from `start` on, up to the first that is too long to be a cell."""
    while start < len(text):
        stop = text.find("\n", start)
        stop = stop if stop >= 0 else len(text)
        if stop - start > _LONGEST_CELL:
            return
        cell = cell_at(text, start, stop)
        if cell is not None:
            yield cell
        start = stop + 1


def _heads(lines: _Lines, rules: Rulebook) -> tuple[list[Column], list[TableCell]] | None:
    """The heads, two lines together where only both are one (指标 + 属性); None where they are no table's."""
    columns: list[Column] = []
    cells: list[TableCell] = []
    while len(columns) < _MOST_HEADS and (cell := lines.peek()) is not None:
        following = lines.peek(1)
        taken = 1
        if following is not None:
            both = TableCell(Span(cell.span.start, following.span.end), cell.text + following.text)
            seen = {c.kind for c in columns}
            joined = column_of(both.text, both.span, rules)
            alone = column_of(cell.text, cell.span, rules)
            half_a_head = alone.kind is None or (alone.kind in seen and len(cell.text) <= _HALF_A_HEAD)
            if half_a_head and joined.kind is not None and joined.kind not in seen:
                cell, taken = both, 2
        column = column_of(cell.text, cell.span, rules)
        if column.kind is None or cell.text.strip() == "1":
            break
        columns.append(column)
        cells.append(cell)
        lines.at += taken
    return (list(resolved(columns)), cells) if is_table_of_facts(columns) else None


def _rows(lines: _Lines, columns: list[Column], rules: Rulebook) -> tuple[list[Row], list[Doubt]]:
    rows: list[Row] = []
    doubts: list[Doubt] = []
    above: Row | None = None
    number = 1
    while (first := lines.peek()) is not None and first.text == str(number):
        found = _row(lines, columns, above, number, rules)
        if found is None:
            skipped = _skip(lines, columns, number, rules)
            if skipped is None:
                break
            doubts.append(skipped)
        else:
            above, used = found
            rows.append(above)
            lines.at += used
        number += 1
    return rows, doubts


def _row(
    lines: _Lines, columns: list[Column], above: Row | None, number: int, rules: Rulebook
) -> tuple[Row, int] | None:
    """The row that begins here and how many lines it takes; the next row's number, or the attribute, must close it."""
    width = len(columns)
    for size in range(width - 1, min(_LONGEST_ROW, width * 2)):
        cells = [cell for i in range(size) if (cell := lines.peek(i)) is not None]
        following = lines.peek(size)
        if len(cells) < size:
            return None
        if following is None or following.text == str(number + 1) or _is_attribute(cells[-1], columns, rules):
            ways = list(_ways(cells, columns, 0, rules))
            if len(ways) == 1:
                return _with_category(ways[0], columns, above), size
    # the last row of a table whose rows end in nothing that marks an end
    cells = [cell for i in range(width) if (cell := lines.peek(i)) is not None]
    fits = len(cells) == width and all(_fits(cell, c, rules) for cell, c in zip(cells, columns, strict=True))
    return (list(cells), width) if fits else None


def _ways(cells: list[TableCell], columns: list[Column], at: int, rules: Rulebook) -> Iterator[Row]:
    """Every way to put lines into the columns from `at` on: a category may take several or none, a value several with labels."""
    if at == len(columns):
        if not cells:
            yield []
        return
    column = columns[at]
    if column.kind == "category":
        for rest in _ways(cells, columns, at + 1, rules):
            yield [None, *rest]
    for size in range(1, _MOST_LINES.get(column.kind or "", 1) + 1):
        parts = cells[:size]
        if len(parts) < size or not _go_together(parts, column):
            return
        joined = TableCell(Span(parts[0].span.start, parts[-1].span.end), _words(parts, column))
        if _fits(joined, column, rules):
            for rest in _ways(cells[size:], columns, at + 1, rules):
                yield [joined, *rest]


def _go_together(parts: list[TableCell], column: Column) -> bool:
    """Lines of one category are short; those of one value each have a label and a number: 县城≥30, 乡镇≥15."""
    if len(parts) == 1:
        return True
    if column.kind == "category":
        return all(len(part.text) <= _SHORT and not _DIGIT.search(part.text) for part in parts)
    return all(_LABELLED.match(part.text) for part in parts)


def _words(parts: list[TableCell], column: Column) -> str:
    return ("" if column.kind == "category" else "\n").join(part.text for part in parts)


def _with_category(row: Row, columns: list[Column], above: Row | None) -> Row:
    """A category that a row does not print goes on from the row above."""
    for i, column in enumerate(columns):
        upper = above[i] if above is not None else None
        if column.kind == "category" and row[i] is None and upper is not None:
            row[i] = upper._replace(inherited=True)
    return row


def _fits(cell: TableCell, column: Column, rules: Rulebook) -> bool:
    """Whether a cell is what its head wants: a number or a dash below 2027年目标, a known word below 属性, a name below 指标."""
    words = table_words(rules)
    if column.kind in ("target", "baseline"):
        return _DIGIT.search(cell.text) is not None or cell.text in words.blanks
    if column.kind == "attribute":
        return "".join(cell.text.split()) in words.attributes
    if column.kind in ("indicator", "task", "category"):
        return len(cell.text) > 1 and _VALUE_LIKE.search(cell.text) is None
    return True


def _is_attribute(cell: TableCell | None, columns: list[Column], rules: Rulebook) -> bool:
    return (
        columns[-1].kind == "attribute"
        and cell is not None
        and "".join(cell.text.split()) in table_words(rules).attributes
    )


def _skip(lines: _Lines, columns: list[Column], number: int, rules: Rulebook) -> Doubt | None:
    """A row that does not fill the columns: passed over up to the next number or its attribute, and told."""
    for size in range(1, _LONGEST_ROW):
        last, following = lines.peek(size - 1), lines.peek(size)
        if last is None:
            return None
        if _is_attribute(last, columns, rules) or (
            following is not None and following.text == str(number + 1)
        ):
            passed = lines.cells[lines.at : lines.at + size]
            lines.at += size
            return Doubt(Span(passed[0].span.start, last.span.end), " ".join(cell.text for cell in passed))
    return None
