"""What is shown of a comparison: its facets side by side for a reader, a sheet a kind of row for files, the matrix and all sheets in a workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.report.comparison import indicators, subsidies, texts, timeline, units
from planlint.report.comparison.indicators import EVIDENCE, INDICATORS, SUGGESTIONS, linked_matrix
from planlint.report.comparison.plans import MATRIX_PLANS, PLANS
from planlint.report.comparison.subsidies import SUBSIDIES
from planlint.report.comparison.texts import PAIRS, PASSAGES, THEMES, UNIQUE
from planlint.report.comparison.timeline import TIMELINE
from planlint.report.comparison.units import OPEN_TASKS, UNIT_TASKS, UNITS, WORKLOADS
from planlint.sheets.document import Document, Paragraph, Title
from planlint.sheets.sheet import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled, Sheet
    from planlint.words import Words

# The sheets of each facet that `--by` names, the main one first; a file that holds one sheet has that of the first facet.
SHEETS: dict[str, tuple[Sheet, ...]] = {
    "indicator": (INDICATORS, SUGGESTIONS),
    "subsidy": (SUBSIDIES,),
    "unit": (UNITS, UNIT_TASKS, WORKLOADS, OPEN_TASKS),
    "timeline": (TIMELINE,),
    "text": (THEMES, PAIRS, PASSAGES, UNIQUE),
}
_MAIN = {"text": PASSAGES}
# The screen names so many plans; beyond this a matrix is wider than a workbook can use.
_NAMED, _MOST_IN_BOOK = 20, 60


def documents(comparison: Comparison, look: Look, *, screen: bool) -> Iterator[Document]:
    """The one document."""
    yield Document("comparison", _blocks(comparison, look, screen=screen))


def _blocks(comparison: Comparison, look: Look, *, screen: bool) -> Iterator[Block]:
    """The plans, then each facet that is asked for; off the screen also the quote of every value."""
    words = look.words
    yield Title(words.say("compare.head", count=len(comparison.plans)))
    if screen:
        for plan in comparison.plans[:_NAMED]:
            yield Paragraph(f"{plan.label}  {plan.document.title or ''}  {plan.path}", indent="  ")
        if len(comparison.plans) > _NAMED:
            yield Paragraph("  …")
    else:
        yield replace(PLANS.filled(comparison, View.EYES, words), title="")
    for sheet in _facets(comparison, look.by, words):
        yield replace(sheet, nothing=words["compare.nothing"])
    if not screen and look.by in (None, "indicator") and len(comparison.plans) <= MATRIX_PLANS:
        yield EVIDENCE.filled(comparison, View.EYES, words)


def _facets(comparison: Comparison, by: str | None, words: Words) -> Iterator[Filled]:
    one = {
        "indicator": indicators.shown, "subsidy": subsidies.shown, "unit": units.shown, "timeline": timeline.shown,
    }  # fmt: skip
    for facet, shown in one.items():
        if by in (None, facet):
            yield shown(comparison, words)
    if by in (None, "text"):
        yield from texts.shown(comparison, words)


def main(comparison: Comparison, look: Look) -> Filled:
    """The main sheet of the facet (the indicators, where none is named)."""
    facet = look.by or "indicator"
    return _MAIN.get(facet, SHEETS[facet][0]).filled(comparison, View.FLAT, look.words)


def files(comparison: Comparison, look: Look) -> Iterator[Filled]:
    """All sheets, or those of one facet."""
    return (sheet.filled(comparison, View.FLAT, look.words) for sheet in _sheets(look.by))


def book(comparison: Comparison, look: Look) -> Iterator[Filled]:
    """The matrix with its evidence in notes and links, then every sheet."""
    if look.by in (None, "indicator") and 0 < len(comparison.plans) <= _MOST_IN_BOOK:
        yield linked_matrix(comparison).filled(comparison, View.BOOK, look.words)
    for sheet in _sheets(look.by):
        yield sheet.filled(comparison, View.BOOK, look.words)


def _sheets(by: str | None) -> tuple[Sheet, ...]:
    if by is not None:
        return SHEETS[by]
    facets = (sheet for facet in SHEETS.values() for sheet in facet)
    return (PLANS, *facets)
