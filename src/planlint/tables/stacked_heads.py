"""The heads of a table whose cells stand one a line, and where its rows begin: words of which most are known heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.tables.heads import column_of, is_listed, is_table_of_facts, may_become_one, resolved
from planlint.tables.row_numbers import row_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row
    from planlint.tables.lines import Lines

_MOST_HEADS = 14
_HALF_A_HEAD = 2
_LONGEST_HEAD = 16
_NO_HEAD = re.compile("[\\d，。；、：%％]")
# A head's unit on a line of its own: 总投资, （万元）.
_UNIT_LINE = re.compile("[（(\\[][^（()）]{1,10}[）)\\]]")
# Heads that nobody knows: one between known ones, two at the end.
_MOST_UNKNOWN = 2


def head_variants(lines: Lines, rules: Rulebook) -> Iterator[tuple[tuple[Column, ...], Row, int]]:
    """The ways to read the lines from here on as heads, each with its cells and how many lines they take."""
    columns, cells, used = _known(lines, rules)
    if not columns:
        return
    taken = sum(used)
    for extra in range(_MOST_UNKNOWN + 1):
        if extra:
            cell = lines.peek(taken)
            if (
                cell is None
                or len(cell.text) > _LONGEST_HEAD
                or _NO_HEAD.search(_UNIT_LINE.sub("", cell.text))
            ):
                return
            columns, cells, taken = (
                [*columns, column_of(cell.text, cell.span, rules)],
                [*cells, cell],
                taken + 1,
            )
        if is_table_of_facts(columns) or may_become_one(columns):
            yield resolved(columns), list(cells), taken
        yield from _without_parent(columns, cells, taken)


def _known_follows(lines: Lines, at: int, rules: Rulebook) -> bool:
    """Whether one of the next lines is a known head."""
    following = [lines.peek(at + ahead) for ahead in range(_MOST_UNKNOWN)]
    return any(
        cell is not None and column_of(cell.text, cell.span, rules).kind is not None for cell in following
    )


def _without_parent(
    columns: list[Column], cells: list[TableCell], taken: int
) -> Iterator[tuple[tuple[Column, ...], Row, int]]:
    """The same without a head that only spans the years behind it: 目标值 before 2025年, 2026年, 2027年."""
    for i in range(len(columns) - 2):
        parent, first, second = columns[i : i + 3]
        years = first.year is not None and second.year is not None and first.name != second.name
        if years and parent.year is None and parent.kind in ("target", "quantity", None):
            rest = columns[:i] + columns[i + 1 :]
            if is_table_of_facts(rest):
                below = [
                    _below(cells[i], cell, column)
                    for cell, column in zip(cells[i + 1 :], columns[i + 1 :], strict=True)
                ]
                yield resolved(rest), [*cells[:i], *below], taken


def _below(parent: TableCell, cell: TableCell, column: Column) -> TableCell:
    """The head of a year with what the head over it says: 整治计划（处）2026年."""
    return cell._replace(text=parent.text + cell.text) if column.year is not None else cell


def _known(lines: Lines, rules: Rulebook) -> tuple[list[Column], list[TableCell], list[int]]:
    """The heads that are known, two lines together where only both are one (指标 + 属性), with a stranger between them."""
    columns: list[Column] = []
    cells: list[TableCell] = []
    used: list[int] = []
    at = 0
    while len(columns) < _MOST_HEADS and (cell := lines.peek(at)) is not None:
        if len(cell.text) > 2 * _LONGEST_HEAD or (columns and row_number(cell.text) is not None):
            break
        taken = 1
        following = lines.peek(at + 1)
        column = column_of(cell.text, cell.span, rules)
        if following is not None and _UNIT_LINE.fullmatch(following.text):
            cell, taken = TableCell(Span(cell.span.start, following.span.end), cell.text + following.text), 2
            column = column_of(cell.text, cell.span, rules)
        elif following is not None and len(following.text) <= _LONGEST_HEAD:
            both = TableCell(Span(cell.span.start, following.span.end), cell.text + following.text)
            seen = {c.kind for c in columns}
            joined = column_of(both.text, both.span, rules)
            alone = column_of(following.text, following.span, rules)
            half = column.kind is None or (column.kind in seen and len(cell.text) <= _HALF_A_HEAD)
            new = joined.kind is not None and joined.kind not in seen
            listed = is_listed(both.text, rules) and alone.year is None
            whole = listed and joined.kind == column.kind and len(cell.text) <= _HALF_A_HEAD
            if whole or (half and new and (alone.kind is None or listed)):
                cell, taken, column = both, 2, joined
        if column.kind is None:
            stranger = (
                bool(columns)
                and columns[0].kind != "period"
                and following is not None
                and len(cell.text) <= _LONGEST_HEAD
                and not _NO_HEAD.search(_UNIT_LINE.sub("", cell.text))
                and _known_follows(lines, at + 1, rules)
                and sum(c.kind is None for c in columns) < _MOST_UNKNOWN
            )
            if not stranger:
                break
        columns.append(column)
        cells.append(cell)
        used.append(taken)
        at += taken
    return columns, cells, used
