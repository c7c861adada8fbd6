"""The comparison as one page for a browser: matrix, ladders, units, time axis, texts, and the evidence of every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.comparison.charts import ladder, matrix, text, timeline, units
from planlint.report.comparison.charts.cells import EvidenceList
from planlint.report.comparison.plans import MATRIX_PLANS
from planlint.report.comparison.records import FACETS
from planlint.sheets.draw.page import page_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.sheets.look import Look

# A table of a page ends here; a browser reads more, a person does not. CSV and JSON have all of it.
MOST_ROWS = 1500
# The panel shows so many places of a cell, the list at the end of the page all.
_PANEL_MOST = 8


def pieces(comparison: Comparison, look: Look) -> Iterator[str]:
    """The pieces of the page."""
    words = look.words
    labels = tuple(plan.label for plan in comparison.plans)
    few = labels if len(labels) <= MATRIX_PLANS else None
    evidence = EvidenceList(comparison)
    facets = tuple(facet for facet in FACETS if look.by in (None, facet))
    values: dict[str, object] = {}
    if "indicator" in facets:
        shown = comparison.indicators if few is not None else comparison.shared_indicators
        values["rows"] = matrix.matrix_rows(shown[:MOST_ROWS], few, evidence, words)
        values["rows_left"] = len(comparison.indicators) - min(len(shown), MOST_ROWS)
    if "subsidy" in facets:
        made = ladder.ladders(comparison, evidence, words)
        values["ladders"], values["ladders_left"] = made[:MOST_ROWS], max(0, len(made) - MOST_ROWS)
        values["paying"] = ladder.paying(comparison) if few is not None else ()
    if "unit" in facets:
        values["departments"] = units.departments(comparison, few, evidence, words)[:MOST_ROWS]
        values["loads"] = units.plan_loads(comparison, evidence)
    if "timeline" in facets:
        values["axis"] = timeline.axis(comparison, few, evidence, words)
        values["events"] = timeline.events(comparison, MOST_ROWS, evidence, words)
    if "text" in facets:
        values["themes"] = text.themes(comparison, few, evidence, words)
        values["pairs"] = text.pairs(comparison)
        values["unique"] = text.unique(comparison)
    yield from page_pieces(
        "comparison.html", words,
        styles=("page.css", "panel.css", "comparison.css"), scripts=("panel.js", "rows.js", "paper.js"),
        panel_most=_PANEL_MOST, comparison=comparison, labels=labels, few=few is not None, facets=facets, evidence=evidence.entries,
        most=MOST_ROWS, **values,
    )  # fmt: skip
