"""Why numbers are what they are: a plan and a place in it in, for each number there what was decided, and what else was considered, out.

>>> from planlint.explaining import explain_numbers  # doctest: +SKIP
>>> explain_numbers(read_document("plan.txt"), Quoted("不少于40家"))[0][0].record.role  # doctest: +SKIP
'target'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.decisions import decide_numbers
from planlint.facts import find_facts, numbers_in_names
from planlint.model.decision import Explanation
from planlint.model.span import Span
from planlint.pipeline import DEFAULT_RULES, decide_all

if TYPE_CHECKING:
    from planlint.model.decision import Considered
    from planlint.model.document import SourceDocument
    from planlint.pipeline import Decided
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Point:
    """A line, and a column in it; every number of the line where the column is None. Both count from 1."""

    line: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the text, wherever they stand."""

    words: str


def explain_numbers(
    source: SourceDocument | str, place: Point | Quoted, rules: Rulebook = DEFAULT_RULES
) -> tuple[tuple[Explanation, ...], str]:
    """One explanation for each number of the ledger that lies in a place, in order, and the clean text that zones and deadlines count in.

    There are none where the text has no such place, or no number there.
    """
    decided = decide_all(source, rules)
    extraction = find_facts(decided.reading, decided.first, decided.decisions, rules)
    spans = _spans(extraction.source, place)
    if not spans:
        return (), decided.reading.clean.text
    considered = _considered(decided, spans, rules)
    zones, clean = decided.reading.zones, decided.reading.clean
    found = []
    for record in extraction.numbers:
        if not any(record.span.start < span.end and span.start < record.span.end for span in spans):
            continue
        at = clean.from_source(record.span).start
        found.append(
            Explanation(
                record=record,
                place=extraction.source.place(record.span.start),
                zone=zones.at(at),
                deadline=zones.deadline_at(at),
                considered=next((steps for span, steps in considered if span.start <= at < span.end), ()),
            )
        )
    return tuple(found), clean.text


def _spans(source: SourceDocument, place: Point | Quoted) -> list[Span]:
    """The source spans of a place."""
    text = source.text
    if isinstance(place, Quoted):
        found, at = [], text.find(place.words) if place.words else -1
        while at >= 0:
            found.append(Span(at, at + len(place.words)))
            at = text.find(place.words, at + len(place.words))
        return found
    start = source.offset(place.line)
    if start is None:
        return []
    end = source.offset(place.line + 1) or len(text)
    if place.column is None:
        return [Span(start, end)]
    at = start + place.column - 1
    return [Span(at, at + 1)] if at < end else []


def _considered(
    decided: Decided, spans: list[Span], rules: Rulebook
) -> list[tuple[Span, tuple[Considered, ...]]]:
    """What every step says of the quantities in the half-sentences that some spans touch, by the clean span of the quantity's number."""
    clean = decided.reading.clean
    places = [clean.from_source(span) for span in spans]
    trace: list[tuple[Span, tuple[Considered, ...]]] = []

    def wanted(half: Span) -> bool:
        return any(half.start < place.end and place.start < half.end for place in places)

    decide_numbers(
        decided.reading, decided.first.money(), numbers_in_names(decided.reading, decided.first), rules,
        trace=lambda half, quantity, steps: trace.append((quantity.number, tuple(steps()))) if wanted(half) else None,
    )  # fmt: skip
    return trace
