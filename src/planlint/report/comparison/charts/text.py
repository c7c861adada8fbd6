"""Texts side by side for the page: which plan treats which theme, and what two plans have word for word in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.amounts import percent
from planlint.report.comparison.charts.cells import Chip
from planlint.report.comparison.texts import longest
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.comparison import Comparison
    from planlint.model.shared_text import SharedPassage, TextPair
    from planlint.report.comparison.charts.cells import EvidenceList
    from planlint.words import Words

# The longest passages of a pair; CSV and JSON have all of them.
MOST_PASSAGES = 40
MOST_PAIRS = 200


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; a plan without a chip does not treat it."""

    name: str
    plans: int
    cells: tuple[tuple[str, Chip | None], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two plans with their longest shared passages."""

    pair: TextPair
    share_of_first: str
    share_of_second: str
    passages: tuple[SharedPassage, ...]
    left: int


def themes(
    comparison: Comparison, labels: tuple[str, ...] | None, evidence: EvidenceList, words: Words
) -> tuple[Theme, ...]:
    """The rows, with a cell for each of `labels`, none where there are too many."""
    made = []
    for row in comparison.text.themes:
        places = defaultdict(list)
        for place in row.places:
            places[place.plan].append(place)
        cells = []
        for label in labels or ():
            found = places.get(label)
            chip = None
            if found:
                refs = evidence.refs((label, place.evidence, None) for place in found)
                note = words.join(flat(place.heading) for place in found)
                chip = Chip(
                    words.say("page.sections", n=len(found)), refs, title=f"{label} · {row.theme}", note=note
                )
            cells.append((label, chip))
        made.append(Theme(row.theme, len(places), tuple(cells), row.missing))
    return tuple(made)


def pairs(comparison: Comparison) -> tuple[Pair, ...]:
    """The pairs as the comparison orders them, the passages longest first."""
    return tuple(_pair(pair) for pair in comparison.text.pairs[:MOST_PAIRS])


def _pair(pair: TextPair) -> Pair:
    passages = longest(pair)
    return Pair(
        pair,
        percent(pair.share_of_first),
        percent(pair.share_of_second),
        tuple(passages[:MOST_PASSAGES]),
        max(0, len(passages) - MOST_PASSAGES),
    )


def unique(comparison: Comparison) -> tuple[tuple[str, str, float], ...]:
    """Each plan, its own part in words and in percent."""
    return tuple((label, percent(share), round(share * 100, 2)) for label, share in comparison.text.unique)
