"""All differences of two versions, in the order of the new text; what was dropped stands where it stood in the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.versions.milestones import milestone_changes
from planlint.compare.versions.own_words import CLAUSE, own_words
from planlint.compare.versions.subsidies import subsidy_changes
from planlint.compare.versions.targets import target_changes
from planlint.compare.versions.units import unit_changes
from planlint.compare.versions.wording import wording_changes
from planlint.model.difference import PlanDiff

if TYPE_CHECKING:
    from planlint.model.difference import Difference
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def differences(old: PlanFacts, new: PlanFacts, old_text: str, new_text: str, rules: Rulebook) -> PlanDiff:
    """What changed from the old version to the new one."""
    found = [
        *target_changes(old, new, own_words((old, old_text), (new, new_text), CLAUSE)[1]),
        *milestone_changes(old, new),
        *subsidy_changes(old, new),
        *unit_changes(old, new, rules),
    ]
    found += wording_changes((old, old_text), (new, new_text), found, rules)
    same = "".join(old_text.split()) == "".join(new_text.split())
    return PlanDiff(old, new, tuple(sorted(found, key=_place)), same_text=same)


def _place(change: Difference) -> tuple[int, int, str, str]:
    there = change.after or change.before
    start = there.span.start if there is not None else 0
    return start, change.after is None, change.subject, change.change
