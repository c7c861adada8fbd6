"""Milestones advanced, postponed, added or dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.compare.timeline import end_of, what_of
from planlint.compare.versions.alike import partners
from planlint.model.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.difference import Change
    from planlint.model.fact import Milestone
    from planlint.model.plan_facts import PlanFacts

_ALIKE = 50
# 选址于2025年6月底前完成 and 2025年底完成选址 are one thing.
_DATES = re.compile(r"[于在到至]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?(?:之前|以前|前|内)?")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")


def milestone_changes(old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    """The changes of all milestones."""
    before, after = old.milestones, new.milestones
    pairs = partners(_words(before, old), _words(after, new), _ALIKE)
    for i, j in pairs:
        was, now = end_of(before[i].deadline), end_of(after[j].deadline)
        if was != now:
            yield _difference("postponed" if now > was else "advanced", before[i], after[j], old, new)
    kept, found = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, milestone in enumerate(before):
        if i not in kept:
            yield _difference("dropped", milestone, None, old, new)
    for j, milestone in enumerate(after):
        if j not in found:
            yield _difference("added", None, milestone, old, new)


def _words(milestones: Sequence[Milestone], plan: PlanFacts) -> list[str]:
    """What happens at each; a labelled date (完成时限：2024年6月底) happens to what its heading says."""
    headings = {section.path: section.heading for section in plan.sections}
    words = []
    for milestone in milestones:
        heading = headings.get(milestone.section or "") if _LABEL.match(milestone.quote) else None
        words.append(_DATES.sub("", f"{heading or ''}{what_of(milestone.quote)}"))
    return words


def _difference(
    kind: Change, one: Milestone | None, other: Milestone | None, old: PlanFacts, new: PlanFacts
) -> Difference:
    there = other or one
    assert there is not None
    return Difference(
        subject="milestone",
        change=kind,
        what=what_of(there.quote),
        was=one.deadline if one is not None else None,
        now=other.deadline if other is not None else None,
        section=there.section,
        before=old.evidence(one.quote, one.span) if one is not None else None,
        after=new.evidence(other.quote, other.span) if other is not None else None,
    )
