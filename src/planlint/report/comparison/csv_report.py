"""CSV: one flat table, or a table a file into a folder; text that a spreadsheet would run as a formula is made text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.comparison.sheets import SHEETS, sheets_of
from planlint.report.csv_report import cell, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.report.comparison.sheets import Sheet
    from planlint.report.comparison.view import View
    from planlint.report.words import Words


def as_csv(comparison: Comparison, view: View) -> Iterator[str]:
    """The main table of the facet (the indicators, where none is named)."""
    yield from sheet_csv(main_sheet(view.by), comparison, view.words)


def main_sheet(by: str | None) -> Sheet:
    """The table that stands for a facet where only one can be written."""
    facet = by or "indicator"
    if facet == "text":
        return next(sheet for sheet in SHEETS if sheet.name == "passages")
    return sheets_of(facet)[0]


def sheet_csv(sheet: Sheet, comparison: Comparison, words: Words) -> Iterator[str]:
    """One table, a head line first."""
    yield line([words[head] for head in sheet.heads])
    for row in sheet.rows(comparison, words):
        yield line([cell(value, words) for value in row])
