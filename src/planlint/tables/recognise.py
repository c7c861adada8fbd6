"""A lattice in, its tables out: where heads stand a table begins, 序号 | 重点任务 | 牵头单位 is one, 姓名 | 电话 is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Column, Doubt, Table
from planlint.tables.columns_by_cells import holds_values, told_by_cells
from planlint.tables.fitting import VALUE_LIKE
from planlint.tables.heads import column_of, is_table_of_facts, may_become_one, resolved
from planlint.tables.rows import completed, is_group, put_in_columns
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model.table import TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Lattice, Row

_EDGE = Span(0, 0)
# Over how many rows heads may go: 目标值 over 2025年 and 2027年, under 主要指标.
_DEEPEST_HEADS = 3
_LONGEST_HEAD_CELL = 40
_LEAST_WORDY = 3
_YEAR = re.compile("(?:19|20)\\d\\d|五")
_A_YEAR = re.compile("20\\d\\d ?年?度?")
_UNIT_IN_HEAD = re.compile("[（(][^（()）\\d]{1,8}[)）]$")


@dataclass(slots=True)
class _Part:
    """One table of a lattice as it grows."""

    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def recognised(lattice: Lattice, rules: Rulebook, doubts: Sequence[Doubt] = ()) -> Iterator[Table]:
    """The tables of a lattice, which may stand directly behind each other; none where no row of heads makes one.

    `doubts` are rows of it that could not be told apart; a table of nothing else is one too.
    """
    for part in _parts(lattice, rules):
        table = _table(part, lattice, rules, [*part.doubts, *doubts])
        if table is not None:
            yield table


def plain(lattice: Lattice) -> Table | None:
    """The table of a lattice whose heads say nothing that is known: what stands in one cell is no part of a sentence in the next.

    Two columns of words may be a label and what it says; they are a table if numbers stand in most rows.
    """
    rows = [row for row in lattice.rows if not is_group(row)]
    width = max(map(len, rows), default=0)
    numbers = sum(
        any(cell is not None and VALUE_LIKE.fullmatch("".join(cell.text.split())) for cell in row)
        for row in rows
    )
    wordy = 2 * numbers < len(rows) and width < _LEAST_WORDY
    if len(rows) < 2 or wordy or any(len(row) != width for row in rows):
        return None
    columns = tuple(Column(None, "", _EDGE) for _ in range(width))
    return Table(_extent(columns, rows, ()), columns, tuple(map(tuple, rows)))


def continued(table: Table, lattice: Lattice, text: str) -> Table | None:
    """The table with the rows of a lattice that has no heads of its own, where a new page began between them; None elsewhere."""
    rows = tuple(tuple(row) for row in lattice.rows if any(row))
    if not rows or any(len(row) != len(table.columns) for row in rows):
        return None
    first = min(cell.span.start for row in rows for cell in row if cell is not None)
    if text[table.span.end : first].strip():
        return None
    end = max(cell.span.end for row in rows for cell in row if cell is not None)
    return replace(table, span=Span(table.span.start, end), rows=table.rows + rows)


def _parts(lattice: Lattice, rules: Rulebook) -> Iterator[_Part]:
    """The stretches of a lattice from one row of heads to the next."""
    part: _Part | None = None
    i = 0
    while i < len(lattice.rows):
        heads = _heads(lattice.rows, i, rules, first=part is None)
        if heads is not None and not (part is not None and _same_heads(part.columns, heads[0])):
            if part is not None:
                yield part
            part = _Part(heads[0])
            i += heads[1]
            continue
        if part is not None and heads is None and any(lattice.rows[i]):
            row = lattice.rows[i]
            placed = list(row) if lattice.marked else put_in_columns(row, part.columns, rules)
            if placed is not None:
                part.rows.append(placed)
            elif not is_group(row):
                part.doubts.append(_doubt(row))
        i += heads[1] if heads is not None else 1
    if part is not None:
        yield part


def _doubt(row: Row) -> Doubt:
    cells = [cell for cell in row if cell is not None]
    return Doubt(Span(cells[0].span.start, cells[-1].span.end), " ".join(cell.text for cell in cells))


def _same_heads(columns: tuple[Column, ...], others: tuple[Column, ...]) -> bool:
    """Whether a row prints the heads again, as the first row of a new page does."""
    return [column.head for column in columns] == [column.head for column in others]


def _table(part: _Part, lattice: Lattice, rules: Rulebook, doubts: list[Doubt]) -> Table | None:
    body = [row for row in part.rows if not is_group(row)]
    columns, told = told_by_cells(part.columns, body, rules)
    if not is_table_of_facts(columns) and not holds_values(columns, body):
        return None
    rows = tuple(map(tuple, completed(body, columns, table_words(rules).ditto, marked=lattice.marked)))
    if not rows and not doubts:
        return None
    return Table(_extent(columns, rows, doubts), columns, rows, tuple(doubts), told=told)


def _heads(rows: list[Row], i: int, rules: Rulebook, *, first: bool) -> tuple[tuple[Column, ...], int] | None:
    """The columns whose heads begin in row `i`, and over how many rows the heads go; the deepest that is one.

    Only the `first` heads of a lattice may be such that most of them are told by the cells.
    """
    cells = [cell for cell in rows[i] if cell is not None]
    if cells and cells[0].text.isdigit() and _A_YEAR.fullmatch(cells[0].text) is None:
        return None  # the number of a row
    if len({cell.span for cell in cells}) < 2 or any(len(cell.text) > _LONGEST_HEAD_CELL for cell in cells):
        return None
    found = None
    if _may_be_heads(cells, rules):
        columns = _by_year(_columns([rows[i]], rules), rows[i + 1 : i + 3])
        if is_table_of_facts(columns) or may_become_one(columns, most=len(columns) if first else None):
            found = resolved(columns), 1
    for depth in range(2, _DEEPEST_HEADS + 1):
        if i + depth > len(rows) or not _goes_on(rows[i + depth - 2], rows[i + depth - 1], rules):
            break
        columns = _columns(rows[i : i + depth], rules)
        if is_table_of_facts(columns):
            found = resolved(columns), depth
    return found


def _by_year(columns: tuple[Column, ...], below: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with the first as one of years, where nothing stands over it and years stand below."""
    first = [row[0] for row in below if row]
    years = all(cell is not None and _A_YEAR.fullmatch(cell.text) is not None for cell in first)
    if columns[0].head or len(first) < 2 or not years:
        return columns
    return (columns[0]._replace(kind="period"), *columns[1:])


def _may_be_heads(cells: Sequence[TableCell], rules: Rulebook) -> bool:
    """Whether two of the cells, or the first, end as heads do or name a year; a cheap look that spares most rows a closer one."""
    last = table_words(rules).last_letters
    if any(_UNIT_IN_HEAD.search(cell.text) for cell in cells):
        return True
    ends = [cell.text.rstrip('：:”" ')[-1:] in last or _YEAR.search(cell.text) is not None for cell in cells]
    return ends[0] or sum(ends) > 1


def _goes_on(top: Row, below: Row, rules: Rulebook) -> bool:
    """Whether the next row says more of the heads: 目标值 over 2025年 and 2027年, and nothing in it but heads."""
    own = [cell for cell in below if cell is not None and not cell.inherited]
    if len(top) != len(below) or not own or len(own) == len(below):
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


def _extent(
    columns: tuple[Column, ...], rows: Iterable[Sequence[TableCell | None]], doubts: Sequence[Doubt]
) -> Span:
    spans = [column.span for column in columns if column.head] + [doubt.span for doubt in doubts]
    spans += [cell.span for row in rows for cell in row if cell is not None]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
