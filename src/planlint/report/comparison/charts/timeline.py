"""The time axis of the page: a lane a plan, its period shaded, a mark where something falls due: 2025 ● 7, 2024-06 ◆."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.comparison.charts.cells import Chip
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.comparison import Comparison, TimelineEvent
    from planlint.model.fact import Period
    from planlint.report.comparison.charts.cells import EvidenceList
    from planlint.words import Words

# More labels than this do not fit under the axis of a phone.
_MOST_LABELS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """What falls due on one date of one plan, all of one kind; `at` is the place on the axis in percent."""

    at: float
    kind: str
    count: int
    radius: int
    chip: Chip


@dataclass(frozen=True, slots=True)
class Lane:
    """One plan; `period` is start and length of the shaded stretch."""

    plan: str
    said_period: str
    period: tuple[float, float] | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the table."""

    date: str
    plan: str
    kind: str
    chip: Chip


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of the chart: (label, place of its band's start, width of the band); a label may be empty."""

    years: tuple[tuple[str, float, float], ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From years to percent of the chart's width."""

    first: int
    last: int

    @property
    def band(self) -> float:
        return 100 / (self.last - self.first + 1)

    def at(self, date: str) -> float:
        """A year stands in the middle of its band, a month or day where it falls."""
        parts = [int(part) for part in date.split("-")]
        month = parts[1] - 0.5 if len(parts) > 1 else 6.0
        return round((parts[0] - self.first + month / 12) * self.band, 3)

    def stretch(self, period: Period) -> tuple[float, float]:
        """Start and length of a period, its last year included."""
        start = (period.start - self.first) * self.band
        return round(start, 3), round((period.end - period.start + 1) * self.band, 3)

    def years(self) -> Iterator[tuple[str, float, float]]:
        """The bands, as many of them labelled as there is room."""
        every = -(-(self.last - self.first + 1) // _MOST_LABELS)
        for year in range(self.first, self.last + 1):
            label = str(year) if (self.last - year) % every == 0 else ""
            yield label, round((year - self.first) * self.band, 3), round(self.band, 3)


def axis(
    comparison: Comparison, labels: Sequence[str] | None, evidence: EvidenceList, words: Words
) -> Axis | None:
    """The chart; None where nothing is dated. `labels` None puts all plans into one lane."""
    if not comparison.timeline:
        return None
    periods = {plan.label: plan.period for plan in comparison.plans if plan.period is not None}
    years = [int(event.date[:4]) for event in comparison.timeline]
    for label in labels or ():
        if label in periods:
            years += (periods[label].start, periods[label].end)
    scale = _Scale(min(years), max(years))
    due: dict[str, list[TimelineEvent]] = defaultdict(list)
    for event in comparison.timeline:
        due[event.plan if labels is not None else words["page.all_plans"]].append(event)
    lanes = []
    for label in labels if labels is not None else tuple(due):
        period = periods.get(label)
        lanes.append(
            Lane(
                label,
                f"{period.start}—{period.end}" if period is not None else "",
                scale.stretch(period) if period is not None else None,
                tuple(_marks(label, due[label], scale, evidence, words)),
            )
        )
    return Axis(tuple(scale.years()), tuple(lanes))


def _marks(
    label: str, events: Sequence[TimelineEvent], scale: _Scale, evidence: EvidenceList, words: Words
) -> Iterator[Mark]:
    dates: dict[tuple[str, str], list[TimelineEvent]] = defaultdict(list)
    for event in events:
        dates[event.date, event.kind].append(event)
    for (date, kind), due in sorted(dates.items()):
        chip = Chip(
            text=f"{date} {words.get(kind)} {len(due)}",
            refs=evidence.refs((event.plan, event.evidence, None) for event in due),
            title=f"{label} · {date} · {words.get(kind)}",
        )
        yield Mark(scale.at(date), kind, len(due), min(13, 6 + round(math.sqrt(len(due)))), chip)


def events(comparison: Comparison, most: int, evidence: EvidenceList, words: Words) -> tuple[Event, ...]:
    """The table, no longer than `most`."""
    return tuple(
        Event(
            event.date, event.plan, words.get(event.kind),
            Chip(flat(event.what), (evidence.ref(event.plan, event.evidence),), title=f"{event.plan} · {event.date}"),
        )
        for event in comparison.timeline[:most]
    )  # fmt: skip
