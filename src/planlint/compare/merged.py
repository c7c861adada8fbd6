"""The user's mapping of nouns laid over the keys, and the order of levels and years that every table keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model.plan_facts import PlanFacts

_LEVELS = ("国家", "省", "市", "区县")


def with_mapping(plan: PlanFacts, names: Mapping[str, str]) -> PlanFacts:
    """The plan with the nouns that the user calls one: `names` leads from each other name to the one that stays."""
    if not names:
        return plan
    targets = tuple(
        replace(t, key=replace(t.key, noun=names.get(t.key.noun, t.key.noun))) for t in plan.targets
    )
    subsidies = tuple(replace(s, object=names.get(s.object, s.object)) for s in plan.subsidies)
    return replace(plan, targets=targets, subsidies=subsidies)


def level_order(level: str | None) -> tuple[int, str]:
    """国家 first, 区县 after it, what has no level last."""
    if level is None:
        return len(_LEVELS), ""
    first = next((i for i, name in enumerate(_LEVELS) if level.startswith(name)), len(_LEVELS))
    return first, level


def year_order(year: str | None) -> tuple[bool, str]:
    """Years in order, none last."""
    return year is None, year or ""
