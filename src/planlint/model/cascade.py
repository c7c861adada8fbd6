"""What a plan makes of the plan above it: 上位规划 → 本级, each target, task, subsidy and duty of the upper one with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.plan_facts import Evidence, PlanFacts

# `part`: an amount of the whole territory of which this plan takes its part; `unnumbered`: wanted still, without the number; `own`: the upper
# plan says nothing of it; `unlike`: both have it, and it cannot be compared.
Outcome = Literal[
    "copied", "raised", "lowered", "part", "unnumbered", "unlike", "advanced", "postponed", "softened", "hardened", "reworded", "reassigned",
    "unassigned", "missing", "own",
]  # fmt: skip
CascadeSubject = Literal["target", "task", "subsidy", "unit"]


@dataclass(frozen=True, slots=True)
class CascadeItem:
    """One thing of the upper plan, or one of the lower plan's own.

    `outcome` is what became of it, `also` what changed besides (its date, its firmness). `by` is how much was added to the value, `ratio` the
    lower value over the upper one; both stand only where the values measure the same. `reason` says why two values cannot be compared:
    `territory`, `mode`, `level`, `scope`, `basis`, `unit`, `shape`. `units` are those that take the task over.
    """

    subject: CascadeSubject
    outcome: Outcome
    what: str
    was: str | None
    now: str | None
    section: str | None
    upper: Evidence | None
    lower: Evidence | None
    also: tuple[Outcome, ...] = ()
    by: Decimal | None = None
    ratio: float | None = None
    reason: str | None = None
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CascadeStep:
    """One lower plan; `shared` is the part of its letters that the upper plan has in the same words."""

    plan: PlanFacts
    items: tuple[CascadeItem, ...]
    shared: float


@dataclass(frozen=True, slots=True)
class Cascade:
    """The upper plan and the plans below it, by label."""

    upper: PlanFacts
    steps: tuple[CascadeStep, ...]
