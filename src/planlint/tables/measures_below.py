"""Rows that share one number: 2 | 扩容学位 | 新建学校 | 市教育局, and below it, without number and task, 推进集团化办学 | 市财政局."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.tables.fitting import Way, ways_by_length
from planlint.tables.row_numbers import row_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import Column, TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.lines import Lines

_MOST_LINES = 60
_LONGEST_ROW = 20
_LEAST_CELLS = 3
# What a further row costs: several rows must fit much better than one.
_ROW = 1.0


def below_one_number(lines: Lines, columns: Sequence[Column], number: int, rules: Rulebook) -> list[Way]:
    """The rows from here up to the next number, put into their columns in the only way; none where there is no such way."""
    names = sum(column.kind in ("task", "indicator") for column in columns)
    if columns[0].kind != "number" or names < 2:
        return []
    size = _up_to_next(lines, number)
    cells = lines.next(size)
    # ways[i]: the cheapest ways to have the first i lines be whole rows, two at most
    ways: list[list[tuple[float, list[Way]]]] = [[(0.0, [])], *([] for _ in cells)]
    for start in range(len(cells)):
        if not ways[start]:
            continue
        by_length = ways_by_length(cells[start : start + _LONGEST_ROW], columns, rules)
        for end in range(start + _LEAST_CELLS, start + len(by_length)):
            for way in by_length[end - start]:
                if (way.row[0] is None) == (start == 0):
                    continue  # the first row has the number, the others have none
                for cost, rows in ways[start]:
                    _keep(ways[end], cost + way.cost + _ROW, [*rows, way])
    ends = range(len(cells), 0, -1) if lines.peek(size) is None else (len(cells),)
    for end in ends:
        if len(ways[end]) == 1:
            lines.at += end
            return ways[end][0][1]
        if ways[end]:
            return []
    return []


def _keep(kept: list[tuple[float, list[Way]]], cost: float, rows: list[Way]) -> None:
    if kept and cost > kept[0][0]:
        return
    if kept and cost < kept[0][0]:
        kept.clear()
    if len(kept) < 2:
        kept.append((cost, rows))


def _up_to_next(lines: Lines, number: int) -> int:
    for size in range(1, _MOST_LINES):
        cell: TableCell | None = lines.peek(size)
        if cell is None or row_number(cell.text) == number + 1:
            return size
    return _MOST_LINES
