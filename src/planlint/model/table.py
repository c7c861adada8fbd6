"""A table of the plan as read: columns of a known kind, rows of cells, each cell at its place in the SOURCE text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from planlint.model.span import Span

ColumnKind = Literal[
    "number", "category", "indicator", "unit", "attribute", "baseline", "target", "task", "lead", "responsible", "cooperate",
    "implement", "deadline", "beneficiary", "amount", "note", "standard", "quantity", "points", "period",
    "place",
]  # fmt: skip


class TableCell(NamedTuple):
    """The words of one cell, edges trimmed. `inherited` tells that a merged cell above or to the left reaches here."""

    span: Span
    text: str
    inherited: bool = False


class Column(NamedTuple):
    """What the cells below a head say. `kind` is None for a head that nobody knows; `年均增长（%）` has the unit %.

    `year` is the year that the head names, `span` the head's own place, `name` the head without what stands in brackets, and `words`
    that without its year: 新建充电桩 in 2027年新建充电桩（个）.
    """

    kind: ColumnKind | None
    head: str
    span: Span
    year: str | None = None
    unit: str | None = None
    name: str = ""
    words: str = ""


class InTable(NamedTuple):
    """The cell that a fact came from: the how manieth table of the plan, the row below its heads, and the head of its column."""

    table: int
    row: int
    column: str


class Caption(NamedTuple):
    """The line right above a table: 附表1 云岭市易涝片区整治计划表. `year` is the year or the end of the five-year plan that it names."""

    span: Span
    text: str
    year: str | None


class Doubt(NamedTuple):
    """A row that cannot be told apart without guessing (`％9.112` holds 9.1 and 12, or 9.11 and 2): its place and its words.

    `fused` says that its cells run together, so that it cannot be read as sentences either.
    """

    span: Span
    text: str
    fused: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `rows` hold one cell for each column, None where the table is blank; heads are in `columns` alone.

    `unit` is what the line above says all bare numbers are in (单位：万元); `told` are the columns whose kind their cells told, not
    their heads.
    """

    span: Span
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell | None, ...], ...]
    doubts: tuple[Doubt, ...] = ()
    caption: Caption | None = None
    unit: str | None = None
    told: tuple[int, ...] = ()

    def has(self, *kinds: ColumnKind) -> bool:
        """Whether one of the columns is of one of these kinds."""
        return any(column.kind in kinds for column in self.columns)

    def place_of(self, column: int) -> Span:
        """Where a column is seen: its head, or its first cell where it has none."""
        head = self.columns[column]
        first = next((cell for row in self.rows if (cell := row[column]) is not None), None)
        return head.span if head.head or first is None else first.span

    def cell(self, row: tuple[TableCell | None, ...], *kinds: ColumnKind) -> TableCell | None:
        """The first cell of a row that is not blank in a column of one of these kinds."""
        for column, cell in zip(self.columns, row, strict=True):
            if column.kind in kinds and cell is not None:
                return cell
        return None
