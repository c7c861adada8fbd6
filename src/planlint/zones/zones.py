"""A `Reading` in, its `Zones` out: the tense of every clause and the deadline in force at every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.zone import Zones
from planlint.zones.deadlines import DeadlineWalker
from planlint.zones.tenses import TenseWalker
from planlint.zones.vocabulary import zone_words

if TYPE_CHECKING:
    from planlint.reading import Reading
    from planlint.rulebook import Rulebook


def find_zones(reading: Reading, rules: Rulebook) -> Zones:
    """The zones of a document in one walk over its half-sentences; only what is plan sets deadlines."""
    words = zone_words(rules)
    tenses = TenseWalker(reading, words)
    halves = reading.half_sentences()
    for half in halves:
        tenses.take(half)
    zones = Zones(tenses.zones)
    deadlines = DeadlineWalker(reading, zones, words)
    for half in halves:
        deadlines.take(half)
    for row in reading.tables.rows:
        for time in row.times:
            deadlines.dated(time)
    return Zones(tenses.zones, deadlines.found, deadlines.governing, deadlines.named)
