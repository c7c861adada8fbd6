"""The comparison as an Excel workbook: the matrix with its evidence in notes and links, then every flat table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.comparison.remarks import cell_text, reason_of
from planlint.report.comparison.sheets import sheets_of
from planlint.report.workbook import Cell, Table, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison, IndicatorRow
    from planlint.report.comparison.view import View

# Beyond this a matrix is wider than a screen can use; the flat tables have it all.
_MOST_PLANS = 60


def as_xlsx(comparison: Comparison, view: View) -> Iterator[bytes]:
    """The whole file, as one piece."""
    yield workbook(_tables(comparison, view), view.words)


def _tables(comparison: Comparison, view: View) -> Iterator[Table]:
    if view.by in (None, "indicator") and 0 < len(comparison.plans) <= _MOST_PLANS:
        yield _matrix(comparison, view)
    for sheet in sheets_of(view.by):
        heads = [view.words[head] for head in sheet.heads]
        shares = frozenset(
            view.words[name] for name in ("rate", "unique_share", "share_of_first", "share_of_second")
        )
        yield Table(view.words[sheet.title], heads, sheet.rows(comparison, view.words), shares)


def _matrix(comparison: Comparison, view: View) -> Table:
    words = view.words
    labels = [plan.label for plan in comparison.plans]
    # where each row's evidence stands in the flat table of indicators
    first = {}
    at = 1
    for row in comparison.indicators:
        first[id(row)] = at
        at += len(row.cells)
    heads = [words["indicator_name"], words["mode"], words["comparable"], words["reason"], *labels]
    return Table(
        words["compare.matrix"],
        heads,
        (_row(row, labels, first[id(row)], view) for row in comparison.indicators),
        fixed=2,
    )


def _row(row: IndicatorRow, labels: list[str], first: int, view: View) -> list[Any]:
    words = view.words
    values: list[Any] = [row.name, row.key.mode, row.comparable, reason_of(row, words)]
    for label in labels:
        cells = row.of(label)
        if not cells:
            values.append(None)
            continue
        note = "\n".join(f"L{cell.evidence.line} {cell.evidence.quote}" for cell in cells)
        shown = "\n".join(cell_text(cell, words) for cell in cells)
        link = (words["by.indicator"], first + row.cells.index(cells[0]))
        values.append(Cell(shown, note, link))
    return values
