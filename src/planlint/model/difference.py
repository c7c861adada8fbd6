"""What changed between two versions of one plan, each change with both quotes: 不少于40家 → 力争30家 is lowered and softened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from planlint.model.plan_facts import Evidence, PlanFacts

Change = Literal[
    "raised", "lowered", "advanced", "postponed", "added", "dropped", "filled", "blanked", "redefined",
    "reassigned", "softened", "hardened", "narrowed", "widened",
]  # fmt: skip
Subject = Literal["target", "milestone", "subsidy", "unit", "wording"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `before` is None for what was added, `after` for what was dropped; `was` and `now` say it in a few words."""

    subject: Subject
    change: Change
    what: str
    was: str | None
    now: str | None
    section: str | None
    before: Evidence | None
    after: Evidence | None


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """All changes from the old version to the new one, by place; `same_text` where the two say the same, letter for letter."""

    old: PlanFacts
    new: PlanFacts
    differences: tuple[Difference, ...]
    same_text: bool
