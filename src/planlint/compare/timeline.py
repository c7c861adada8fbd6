"""One time axis: milestones and deadlines of all plans, 2022 沂源 完成平台整合."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.comparison import TimelineEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import PlanFacts

_BLANKS = re.compile(r"\s+")
# The date that the axis shows already.
_DATE = re.compile(
    r"^(?:到|至|在|于|力争|确保)*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上半年|下半年|[一二三四]季度|年?[底末初]|[底末])?(?:之前|以前|前|内|起)?[,，]?"
)


def timeline(plans: Sequence[PlanFacts]) -> tuple[TimelineEvent, ...]:
    """All dated things in order of date, then plan, then place."""
    events = []
    for plan in plans:
        for milestone in plan.milestones:
            what = what_of(milestone.quote)
            evidence = plan.evidence(milestone.quote, milestone.span)
            events.append(
                TimelineEvent(plan.label, milestone.deadline, "milestone", what, milestone.id, evidence)
            )
        for keyed in plan.targets:
            target = keyed.target
            if target.deadline is not None:
                evidence = plan.evidence(target.quote, target.span)
                what = what_of(target.quote)
                events.append(TimelineEvent(plan.label, target.deadline, "target", what, target.id, evidence))
    return tuple(sorted(events, key=lambda e: (end_of(e.date), e.plan, e.kind, e.evidence.span, e.fact)))


def end_of(date: str) -> str:
    """The last day of a date, so that dates of different precision sort: 2025 is 2025-12-31."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return f"{year}-{month or '12'}-{day or '31'}"


def what_of(quote: str) -> str:
    """What happens, without the date in front: 2023年完成一体化基地建设 is 完成一体化基地建设."""
    text = _BLANKS.sub("", quote)
    return _DATE.sub("", text) or text
