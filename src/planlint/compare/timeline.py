"""One time axis: milestones and deadlines of all plans, 2022 沂源 完成平台整合."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.kept import in_turn
from planlint.model.comparison import TimelineEvent
from planlint.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.plan_facts import PlanFacts

_BLANKS = re.compile(r"\s+")
# The date that the axis shows already.
_DATE = re.compile(
    r"^(?:到|至|在|于|力争|确保)*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上半年|下半年|[一二三四]季度|年?[底末初]|[底末])?(?:之前|以前|前|内|起)?[,，]?"
)


def timeline(plans: Sequence[PlanFacts], year: str | None = None) -> Sequence[TimelineEvent]:
    """All dated things in order of date, then plan, then place; those of one year where it is asked for."""
    by_end: dict[str, Shelf[TimelineEvent]] = defaultdict(Shelf)
    for plan in plans:
        for event in _events(plan):
            if year is None or event.date[:4] == year:
                by_end[end_of(event.date)].append(event)
    # one day is sorted at a time: the events of all are more than should lie open at once
    days = (sorted(by_end[day], key=_within_day) for day in sorted(by_end))
    return in_turn((event for day in days for event in day), plans)


def _within_day(event: TimelineEvent) -> tuple[object, ...]:
    return event.plan, event.kind, event.evidence.span, event.fact


def _events(plan: PlanFacts) -> Iterator[TimelineEvent]:
    for milestone in plan.milestones:
        what = what_of(milestone.quote)
        evidence = plan.evidence(milestone.quote, milestone.span)
        yield TimelineEvent(plan.label, milestone.deadline, "milestone", what, milestone.id, evidence)
    for keyed in plan.targets:
        target = keyed.target
        if target.deadline is not None:
            evidence = plan.evidence(target.quote, target.span)
            what = what_of(target.quote)
            yield TimelineEvent(plan.label, target.deadline, "target", what, target.id, evidence)


def end_of(date: str) -> str:
    """The last day of a date, so that dates of different precision sort: 2025 is 2025-12-31."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return f"{year}-{month or '12'}-{day or '31'}"


def what_of(quote: str) -> str:
    """What happens, without the date in front: 2023年完成一体化基地建设 is 完成一体化基地建设."""
    text = _BLANKS.sub("", quote)
    return _DATE.sub("", text) or text
