"""Targets raised, lowered, advanced, postponed, softened, added or dropped between two versions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.matrix import name_of
from planlint.compare.merged import year_order
from planlint.compare.timeline import end_of
from planlint.model.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.difference import Change
    from planlint.model.plan_facts import Evidence, KeyedTarget, PlanFacts

_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": ""}
# How firmly a bound binds: a plain number and a floor do, about does not.
_FIRM = {">=": 2, ">": 2, "<=": 2, "<": 2, "=": 2, "~": 1}
_UPPER = ("<=", "<")


def target_changes(old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    """The changes of all targets."""
    groups: dict[tuple[object, ...], tuple[list[KeyedTarget], list[KeyedTarget]]] = defaultdict(
        lambda: ([], [])
    )
    for side, plan in enumerate((old, new)):
        for keyed in plan.targets:
            key = keyed.key
            groups[key.noun, key.level, key.scope, key.dimension][side].append(keyed)
    for before, after in groups.values():
        pairs = list(_paired(before, after))
        for one, other in pairs:
            yield from _changes(one, other, old, new)
        done = {id(keyed) for pair in pairs for keyed in pair}
        for keyed in before:
            if id(keyed) not in done:
                yield _difference("dropped", keyed, None, old, new)
        for keyed in after:
            if id(keyed) not in done:
                yield _difference("added", None, keyed, old, new)


def _paired(before: list[KeyedTarget], after: list[KeyedTarget]) -> Iterator[tuple[KeyedTarget, KeyedTarget]]:
    """The same target in both versions: first by mode and year, then by what still agrees."""
    ways: tuple[Callable[[KeyedTarget], object], ...] = (
        lambda t: (t.key.mode, t.target.deadline, t.value),
        lambda t: (t.key.mode, t.target.deadline),
        lambda t: (t.key.mode, t.value),
        lambda t: t.target.deadline,
        lambda t: t.key.mode,
        lambda t: None,  # noqa: ARG005 - whatever is left
    )
    left, right = list(before), list(after)
    for way in ways:
        waiting: dict[object, list[KeyedTarget]] = defaultdict(list)
        for keyed in sorted(right, key=lambda t: (year_order(t.target.deadline), t.target.span)):
            waiting[way(keyed)].append(keyed)
        for keyed in list(left):
            if waiting[way(keyed)]:
                other = waiting[way(keyed)].pop(0)
                left.remove(keyed)
                right.remove(other)
                yield keyed, other


def _changes(one: KeyedTarget, other: KeyedTarget, old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    kinds: list[Change] = []
    if one.key.mode != other.key.mode or one.basis != other.basis:
        kinds.append("redefined")
    kinds += [*_value_change(one, other), *_date_change(one, other), *_firmness_change(one, other)]
    for kind in kinds:
        yield _difference(kind, one, other, old, new)


def _value_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    if one.value is None or other.value is None:
        if one.value is not None:
            yield "blanked"
        elif other.value is not None:
            yield "filled"
        return
    was, now = (one.value, one.value_max or one.value), (other.value, other.value_max or other.value)
    if was != now:
        # a ceiling that comes down asks for more
        higher = (now > was) != (other.target.comparator in _UPPER)
        yield "raised" if higher else "lowered"


def _date_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    was, now = one.target.deadline, other.target.deadline
    if was == now:
        return
    if was is None or now is None:
        # a deadline that is gone binds to nothing
        yield "hardened" if was is None else "softened"
    elif end_of(was) != end_of(now):
        yield "postponed" if end_of(now) > end_of(was) else "advanced"


def _firmness_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    was, now = _firmness(one), _firmness(other)
    if now != was:
        yield "softened" if now < was else "hardened"


def _firmness(keyed: KeyedTarget) -> int:
    target = keyed.target
    soft = 2 * target.aspirational + (target.hedge is not None and target.comparator == "=")
    return _FIRM[target.comparator] - soft


def _difference(
    kind: Change, one: KeyedTarget | None, other: KeyedTarget | None, old: PlanFacts, new: PlanFacts
) -> Difference:
    there = other or one
    assert there is not None
    return Difference(
        subject="target",
        change=kind,
        what=name_of(there.key),
        was=_short(one),
        now=_short(other),
        section=there.target.section,
        before=_evidence(one, old),
        after=_evidence(other, new),
    )


def _evidence(keyed: KeyedTarget | None, plan: PlanFacts) -> Evidence | None:
    return plan.evidence(keyed.target.quote, keyed.target.span) if keyed is not None else None


def _short(keyed: KeyedTarget | None) -> str | None:
    """`2025 力争 ≥40家`: the value in the words of the field."""
    if keyed is None:
        return None
    target = keyed.target
    figures = (
        "__"
        if keyed.value is None
        else "—".join(f"{v:f}" for v in (keyed.value, keyed.value_max) if v is not None)
    )
    parts = (
        target.deadline,
        keyed.softener if target.aspirational else None,
        keyed.basis,
        f"{_SIGNS[target.comparator]}{figures}{keyed.unit or ''}{target.hedge or ''}",
    )
    return " ".join(part for part in parts if part)
