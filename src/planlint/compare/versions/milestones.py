"""Milestones advanced, postponed, added or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.timeline import end_of, what_of
from planlint.compare.versions.alike import partners
from planlint.model.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.difference import Change
    from planlint.model.fact import Milestone
    from planlint.model.plan_facts import PlanFacts

_ALIKE = 50


def milestone_changes(old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    """The changes of all milestones."""
    before, after = old.milestones, new.milestones
    pairs = partners([what_of(m.quote) for m in before], [what_of(m.quote) for m in after], _ALIKE)
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
