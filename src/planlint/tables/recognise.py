"""A grid in, a table out if its heads are known: 序号 | 重点任务 | 牵头单位 is one, 姓名 | 电话 is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Column, Table
from planlint.tables.heads import column_of, is_table_of_facts, resolved
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model.table import Doubt, TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid, Row

# How many rows may stand above the heads: a title over the whole width, the unit that all sums are in.
_ABOVE = 4
_EDGE = Span(0, 0)


def recognised(grid: Grid, rules: Rulebook, doubts: Sequence[Doubt] = ()) -> Table | None:
    """The table of a grid; None where no row of heads makes it one that facts can be read from.

    `doubts` are rows of it that could not be told apart; a table of nothing else is one too.
    """
    for i in range(min(_ABOVE, len(grid) if doubts else len(grid) - 1)):
        heads = _heads(grid, i, rules)
        if heads is None:
            continue
        columns, depth = heads
        body = [row for row in grid[i + depth :] if any(row) and not _repeats_heads(row, columns)]
        rows = tuple(map(tuple, _filled(body, table_words(rules).ditto)))
        if rows or doubts:
            return Table(_extent(columns, rows, doubts), columns, rows, tuple(doubts))
    return None


def continued(table: Table, grid: Grid, text: str) -> Table | None:
    """The table with the rows of a grid that has no heads of its own, where a new page began between them; None elsewhere."""
    rows = tuple(tuple(row) for row in grid if any(row))
    if not rows or len(grid[0]) != len(table.columns):
        return None
    first = min(cell.span.start for row in rows for cell in row if cell is not None)
    if text[table.span.end : first].strip():
        return None
    end = max(cell.span.end for row in rows for cell in row if cell is not None)
    return replace(table, span=Span(table.span.start, end), rows=table.rows + rows)


def _filled(rows: Sequence[Row], ditto: frozenset[str]) -> Iterator[Row]:
    """The rows with 同上 read as the cell above."""
    above: Row = []
    for row in rows:
        above = [
            upper._replace(inherited=True)
            if cell is not None and cell.text in ditto and upper is not None
            else cell
            for cell, upper in zip(row, above or [None] * len(row), strict=True)
        ]
        yield above


def _heads(grid: Grid, i: int, rules: Rulebook) -> tuple[tuple[Column, ...], int] | None:
    """The columns whose heads begin in row `i`, and over how many rows the heads go."""
    single = _columns([grid[i]], rules)
    if i + 2 < len(grid) + 1 and _is_second_row(grid, i, rules):
        both = _columns([grid[i], grid[i + 1]], rules)
        if is_table_of_facts(both):
            return resolved(both), 2
    return (resolved(single), 1) if is_table_of_facts(single) else None


def _is_second_row(grid: Grid, i: int, rules: Rulebook) -> bool:
    """Whether the next row says more of the heads: 目标值 over 2025年 and 2027年, and nothing in it but heads."""
    if i + 1 >= len(grid):
        return False
    top, below = grid[i], grid[i + 1]
    own = [cell for cell in below if cell is not None and not cell.inherited]
    if not own or len(own) == len(below):
        return False
    spread = any(cell is not None and cell.inherited for cell in top) or any(
        above is None and cell is not None for above, cell in zip(top, below, strict=True)
    )
    return spread and all(column_of(cell.text, cell.span, rules).kind is not None for cell in own)


def _columns(rows: list[Row], rules: Rulebook) -> tuple[Column, ...]:
    columns: list[Column] = []
    upper = None
    for c in range(len(rows[0])):
        words: list[str] = []
        spans: list[Span] = []
        for depth, row in enumerate(rows):
            cell = row[c]
            if cell is None and depth == 0 and len(rows) > 1 and rows[1][c] is not None:
                cell = upper  # what an unmarked table leaves blank below a head that spans columns
            if depth == 0:
                upper = cell
            if cell is not None and (not words or cell.text != words[-1]):
                words.append(cell.text)
                spans.append(cell.span)
        span = spans[-1] if spans else _EDGE
        columns.append(column_of("".join(words), span, rules) if words else Column(None, "", _EDGE))
    return tuple(columns)


def _repeats_heads(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row prints the heads again, as the first row of a new page does."""
    same = [
        cell is not None and "".join(cell.text.split()) == column.head
        for cell, column in zip(row, columns, strict=True)
    ]
    return sum(same) > len(columns) // 2


def _extent(
    columns: tuple[Column, ...], rows: Iterable[Sequence[TableCell | None]], doubts: Sequence[Doubt]
) -> Span:
    spans = [column.span for column in columns if column.head] + [doubt.span for doubt in doubts]
    spans += [cell.span for row in rows for cell in row if cell is not None]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
