"""One lower plan against the upper one: all its items, and the part of its text that is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.cascade.subsidies import subsidy_items
from planlint.compare.cascade.targets import target_items
from planlint.compare.cascade.tasks import task_items
from planlint.compare.fingerprint import letters_of
from planlint.compare.passages import shared_runs
from planlint.compare.vocabulary import vocabulary
from planlint.model.cascade import CascadeStep

if TYPE_CHECKING:
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def step_of(upper: tuple[PlanFacts, str], lower: tuple[PlanFacts, str], rules: Rulebook) -> CascadeStep:
    """What became of everything in the upper plan; each plan comes with its text."""
    items = (
        *target_items(upper[0], lower[0], vocabulary(rules)),
        *task_items(*upper, *lower, rules),
        *subsidy_items(upper[0], lower[0]),
    )
    return CascadeStep(lower[0], items, _shared(upper, lower))


def _shared(upper: tuple[PlanFacts, str], lower: tuple[PlanFacts, str]) -> float:
    above, _ = letters_of(upper[1], upper[0].fingerprint.stretches)
    below, _ = letters_of(lower[1], lower[0].fingerprint.stretches)
    if not below:
        return 0.0
    return round(sum(length for _, _, length in shared_runs(below, above)) / len(below), 4)
