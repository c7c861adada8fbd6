"""What a stretch of the plan is about: 五年来建成孵化器20家 is review, 到2027年建成孵化器30家 is plan and due 2027. Spans count in CLEAN text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.model.mention import TimeMention
    from planlint.model.span import Span

# review: what was reached, or stands; plan: what is to be done; norm: what is right at any time; told: what an interview tells of policies,
# which commits nobody; unknown: the text does not say.
Tense = Literal["review", "plan", "norm", "told", "unknown"]
Part = Literal["background", "goals", "tasks", "conditions", "procedure", "safeguards", "glossary", "body"]


class Deadline(NamedTuple):
    """A resolved time by which, and the clean span that says so."""

    date: str
    span: Span


class DeadlineInForce(NamedTuple):
    """The time by which what stands at a place is due, None where nothing says so; inherited where an earlier half-sentence or a heading does."""

    deadline: Deadline | None
    inherited: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """From `start` on, up to the next zone, the text is of one tense and one part; `why` are the words that say so, the last one first."""

    start: int
    tense: Tense
    part: Part
    why: tuple[str, ...] = ()


_NOWHERE = Zone(0, "unknown", "body")


class Zones:
    """All zones of a text in order, and the deadline in force at each place; asked by offset, in logarithmic time."""

    def __init__(
        self,
        zones: Sequence[Zone] = (),
        deadlines: Sequence[tuple[int, DeadlineInForce]] = (),
        governing: Mapping[Span, Deadline] | None = None,
        named: Mapping[Span, Deadline] | None = None,
    ) -> None:
        self.all = tuple(zones)
        self._governing = governing or {}
        self._named = named or {}
        self._starts = [zone.start for zone in zones]
        self._deadlines = tuple(deadline for _, deadline in deadlines)
        self._deadline_starts = [start for start, _ in deadlines]

    def at(self, offset: int) -> Zone:
        """The zone that holds a clean offset."""
        i = bisect.bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 else _NOWHERE

    def dated(self, time: TimeMention) -> Deadline | None:
        """The date of a time of the text, its year supplied; None where it sets no deadline."""
        return self._governing.get(time.span) or self._named.get(time.span)

    def governing(self, time: TimeMention) -> Deadline | None:
        """The date that a time sets for the clauses behind it; None for one that only stands in a heading or in a table's cell."""
        return self._governing.get(time.span)

    def deadline_at(self, offset: int) -> DeadlineInForce:
        """The deadline in force at a clean offset."""
        i = bisect.bisect_right(self._deadline_starts, offset) - 1
        return self._deadlines[i] if i >= 0 else DeadlineInForce(None, inherited=True)
