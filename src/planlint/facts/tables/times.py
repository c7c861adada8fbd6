"""By when a cell of a table is due: its head's year (2027年目标), its row's deadline, or the year in the table's caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.span import Span
    from planlint.reading.placed_tables import PlacedCell, PlacedRow
    from planlint.reading.reading import Reading

_YEAR = re.compile("20\\d\\d")


def table_deadline(reading: Reading, row: PlacedRow, cell: PlacedCell) -> tuple[str | None, Span | None]:
    """The date by which a cell's value is due, and the source span that says so; both None where nothing does."""
    if cell.column.year is not None:
        said = reading.tables.time_at(cell.span.start)
        exact = said.deadline if said is not None else None
        within = exact is not None and exact.startswith(cell.column.year)
        return exact if within else cell.column.year, cell.column.span  # 2026年上半年 is 2026-06
    year = row_year(row)
    if year is not None:
        return year, None
    deadline = reading.zones.dated(row.time) if row.time is not None else None
    if deadline is not None:
        return deadline.date, reading.clean.to_source(deadline.span)
    caption = row.table.caption
    return (caption.year, caption.span) if caption is not None and caption.year is not None else (None, None)


def row_year(row: PlacedRow) -> str | None:
    """The year that a row is of, in a table whose rows are years: 2027年."""
    cell = row.cell("period")
    year = _YEAR.search(cell.text) if cell is not None else None
    return year.group() if year is not None else None
