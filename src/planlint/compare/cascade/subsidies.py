"""Subsidies of the upper plan in the lower one: the same object, level and grade, with more money or less."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.versions.subsidies import figures_of, short_form
from planlint.model.cascade import CascadeItem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planlint.model.cascade import Outcome
    from planlint.model.plan_facts import KeyedSubsidy, PlanFacts


def subsidy_items(upper: PlanFacts, lower: PlanFacts) -> Iterator[CascadeItem]:
    """The upper plan's subsidies in their order, then the lower plan's own."""
    ladders: dict[tuple[str, str | None, str | None], list[KeyedSubsidy]] = defaultdict(list)
    for subsidy in lower.subsidies:
        ladders[_key(subsidy)].append(subsidy)
    asked = set()
    for subsidy in upper.subsidies:
        asked.add(_key(subsidy))
        waiting = ladders[_key(subsidy)]
        same = next((s for s in waiting if _shape(s) == _shape(subsidy)), waiting[0] if waiting else None)
        if same is not None:
            waiting.remove(same)
        yield _item(subsidy, same, upper, lower)
    for key, left in ladders.items():
        for subsidy in left:
            if key not in asked:
                yield CascadeItem(
                    "subsidy", "own", _name(subsidy), None, short_form(subsidy), subsidy.subsidy.section, None,
                    lower.evidence(subsidy.subsidy.quote, subsidy.subsidy.span),
                )  # fmt: skip


def _key(keyed: KeyedSubsidy) -> tuple[str, str | None, str | None]:
    return keyed.object, keyed.level, keyed.grade


def _name(keyed: KeyedSubsidy) -> str:
    step = keyed.grade or (f"{keyed.level}级" if keyed.level else None)
    return f"{keyed.object}（{step}）" if step else keyed.object


def _shape(keyed: KeyedSubsidy) -> tuple[bool, ...]:
    return tuple(value is None for value in figures_of(keyed))


def _item(
    subsidy: KeyedSubsidy, found: KeyedSubsidy | None, upper: PlanFacts, lower: PlanFacts
) -> CascadeItem:
    given = subsidy.subsidy
    outcome: Outcome = "missing"
    by, reason = None, None
    if found is not None:
        outcome, by, reason = _compared(figures_of(subsidy), figures_of(found))
    return CascadeItem(
        subject="subsidy",
        outcome=outcome,
        what=_name(subsidy),
        was=short_form(subsidy),
        now=short_form(found),
        section=found.subsidy.section if found is not None else given.section,
        upper=upper.evidence(given.quote, given.span),
        lower=lower.evidence(found.subsidy.quote, found.subsidy.span) if found is not None else None,
        by=by,
        reason=reason,
    )


def _compared(
    was: tuple[Decimal | None, ...], now: tuple[Decimal | None, ...]
) -> tuple[Outcome, Decimal | None, str | None]:
    """Raised or lowered where all figures that differ go one way; a share is not compared with a sum."""
    if was == now:
        return "copied", None, None
    if [v is None for v in was] != [v is None for v in now]:
        return "unlike", None, "shape"
    steps = [b - a for a, b in zip(was, now, strict=True) if a is not None and b is not None and a != b]
    if len({step > 0 for step in steps}) != 1:
        return "unlike", None, "shape"
    return ("raised" if steps[0] > 0 else "lowered"), steps[0], None
