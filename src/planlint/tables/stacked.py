r"""Tables whose cells stand one a line, as a copied page leaves them: `序号\n指标\n2027年目标\n1\n轨道里程（公里）\n60` …

Rows are told apart by their numbers 1, 2, 3 …; a row must fill the columns, or nothing of it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Doubt, TableCell
from planlint.tables.fitting import fits, ways
from planlint.tables.grids import cell_at
from planlint.tables.heads import column_of, is_table_of_facts, resolved
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid, Row

_MOST_HEADS = 12
_HALF_A_HEAD = 2
# A row longer than this many lines is none: the text has gone on.
_LONGEST_ROW = 24
_LONGEST_CELL = 400


class _Lines:
    """The lines of a stretch that are not blank, as cells, taken from the text as they are asked for."""

    def __init__(self, cells: Iterator[TableCell]) -> None:
        self.at = 0
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


def stacked(text: str, starts: Sequence[int], rules: Rulebook) -> Iterator[tuple[Grid, list[Doubt]]]:
    """The grids of the tables whose cells stand one a line, each with the rows that could not be read.

    `starts` are where lines begin that are nothing but a head, one that a table may begin with.
    """
    end = 0
    for start in starts:
        if start < end:
            continue
        lines = _Lines(_cells_from(text, start))
        heads = _heads(lines, rules)
        if heads is None:
            continue
        columns, head_cells = heads
        rows, doubts = _rows(lines, columns, rules)
        if not rows and columns[0].kind != "number":
            rows = _unnumbered(lines, columns, rules)
            rows = rows if len(rows) > 1 else []
        if rows or len(doubts) > 1:
            read = [cell.span.end for row in rows for cell in row if cell is not None]
            end = max([*read, *(doubt.span.end for doubt in doubts)])
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
    ends = False
    for size in range(width - 1, _LONGEST_ROW):
        cells = lines.next(size)
        following = lines.peek(size)
        if len(cells) < size:
            break
        numbered = following is not None and following.text == str(number + 1)
        if following is None or numbered or _is_attribute(cells[-1], columns, rules):
            found = ways(cells, columns, rules)
            if len(found) == 1:
                return _with_category(found[0], columns, above), size
            ends = ends or numbered or bool(found)
    if ends:
        return None
    # the last row of a table whose rows end in nothing that marks an end
    cells = lines.next(width)
    whole = len(cells) == width and all(
        fits(cell, column, rules) for cell, column in zip(cells, columns, strict=True)
    )
    return (list(cells), width) if whole else None


def _unnumbered(lines: _Lines, columns: list[Column], rules: Rulebook) -> list[Row]:
    """Rows without numbers: as many lines as there are columns, each line what its head wants, for as long as that holds."""
    width = len(columns)
    rows: list[Row] = []
    if any(column.kind in ("category", "note", None) for column in columns):
        return rows
    while len(cells := lines.next(width)) == width and all(
        fits(cell, column, rules) for cell, column in zip(cells, columns, strict=True)
    ):
        rows.append(list(cells))
        lines.at += width
    return rows


def _with_category(row: Row, columns: list[Column], above: Row | None) -> Row:
    """A category that a row does not print goes on from the row above."""
    for i, column in enumerate(columns):
        upper = above[i] if above is not None else None
        if column.kind == "category" and row[i] is None and upper is not None:
            row[i] = upper._replace(inherited=True)
    return row


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
            passed = lines.next(size)
            lines.at += size
            return Doubt(Span(passed[0].span.start, last.span.end), " ".join(cell.text for cell in passed))
    return None
