"""时间轴: what falls due when, of all plans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.report.comparison.place import of, place
from planlint.report.comparison.plans import MATRIX_PLANS, MOST_ROWS
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.comparison import Comparison
    from planlint.sheets.sheet import Filled
    from planlint.words import Words


def _for_files(column: Column) -> Column:
    return replace(column, views=View.FILES)


TIMELINE = Sheet(
    "timeline",
    of=of("timeline"),
    title="by.timeline",
    columns=(
        Column("event_date", of("date"), Kind.DATE),
        Column("plan", of("plan")),
        Column("event", of("kind"), Kind.CODE),
        Column("what", lambda event: f"{flat(event.what)} L{event.evidence.line}", views=View.EYES),
        Column("what", of("what"), views=View.FILES),
        Column("fact", of("fact"), views=View.FILES),
        *map(_for_files, place(of("evidence"))),
    ),
)


def shown(comparison: Comparison, words: Words) -> Filled:
    """The events in order, and below them the periods of the plans."""
    periods = [
        words.say("compare.period", plan=plan.label, start=plan.period.start, end=plan.period.end)
        for plan in comparison.plans
        if plan.period is not None
    ]
    few = bool(periods) and len(periods) <= MATRIX_PLANS
    notes = (f"{words['period']}：{words.join(periods)}",) if few else ()
    filled = TIMELINE.filled(comparison, View.EYES, words).listed(MOST_ROWS, words["compare.more"])
    return replace(filled, notes=notes, fixed=3)
