"""Subsidies raised, lowered, added or dropped: 40万元 → 30万元 for the same object and level."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.versions.alike import partners
from planlint.model.difference import Difference
from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from planlint.model.difference import Change
    from planlint.model.plan_facts import KeyedSubsidy, PlanFacts

_FIGURES = re.compile(r"\d[\d.,]*")


def subsidy_changes(old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    """The changes of all subsidies."""
    before, after = list(old.subsidies), list(new.subsidies)
    for key, least in _WAYS:
        groups: dict[object, tuple[list[KeyedSubsidy], list[KeyedSubsidy]]] = defaultdict(lambda: ([], []))
        for side, subsidies in enumerate((before, after)):
            for keyed in subsidies:
                groups[key(keyed)][side].append(keyed)
        done: set[int] = set()
        for was, now in groups.values():
            for one, other in _paired(was, now, least):
                done |= {id(one), id(other)}
                yield from _changes(one, other, old, new)
        before = [keyed for keyed in before if id(keyed) not in done]
        after = [keyed for keyed in after if id(keyed) not in done]
    for keyed in before:
        yield _difference("dropped", keyed, None, old, new)
    for keyed in after:
        yield _difference("added", None, keyed, old, new)


# What must agree, and how alike the words must be: the less agrees, the more.
_WAYS: tuple[tuple[Callable[[KeyedSubsidy], object], int], ...] = (
    (lambda s: (s.object, s.level, s.grade), 40),
    (lambda s: s.object, 40),
    (lambda s: None, 60),  # noqa: ARG005 - whatever is left
)


def _paired(
    was: list[KeyedSubsidy], now: list[KeyedSubsidy], least: int
) -> list[tuple[KeyedSubsidy, KeyedSubsidy]]:
    def same(i: int, j: int) -> bool:
        return figures_of(was[i]) == figures_of(now[j])

    found = partners([_letters(s) for s in was], [_letters(s) for s in now], least, same)
    return [(was[i], now[j]) for i, j in found]


def _letters(keyed: KeyedSubsidy) -> str:
    return _FIGURES.sub("", plain(keyed.subsidy.quote))


def _changes(one: KeyedSubsidy, other: KeyedSubsidy, old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    was, now = figures_of(one), figures_of(other)
    if was != now:
        known = [(a, b) for a, b in zip(was, now, strict=True) if a is not None and b is not None and a != b]
        kind: Change = "redefined"
        if known and len({b > a for a, b in known}) == 1 and _shape(was) == _shape(now):
            kind = "raised" if known[0][1] > known[0][0] else "lowered"
        yield _difference(kind, one, other, old, new)
    if one.own != other.own:
        yield _difference("hardened" if other.own else "softened", one, other, old, new)


def figures_of(keyed: KeyedSubsidy) -> tuple[Decimal | None, ...]:
    """Amount, its range, rate and ceiling."""
    s = keyed.subsidy
    return s.amount, s.amount_min, s.amount_max, s.rate, s.cap


def _shape(figures: tuple[Decimal | None, ...]) -> tuple[bool, ...]:
    return tuple(value is None for value in figures)


def _difference(
    kind: Change, one: KeyedSubsidy | None, other: KeyedSubsidy | None, old: PlanFacts, new: PlanFacts
) -> Difference:
    there = other or one
    assert there is not None
    return Difference(
        subject="subsidy",
        change=kind,
        what=f"{there.object}（{there.level}级）" if there.level else there.object,
        was=short_form(one),
        now=short_form(other),
        section=there.subsidy.section,
        before=old.evidence(one.subsidy.quote, one.subsidy.span) if one is not None else None,
        after=new.evidence(other.subsidy.quote, other.subsidy.span) if other is not None else None,
    )


def short_form(keyed: KeyedSubsidy | None) -> str | None:
    """`给予 300000元 ≤500000元 每家`."""
    if keyed is None:
        return None
    s = keyed.subsidy
    parts = [keyed.verb or ""]
    if s.rate is not None:
        parts.append(f"{(s.rate * 100).normalize():f}%")
    if s.amount is not None:
        parts.append(f"{s.amount:f}元")
    elif s.amount_min is not None and s.amount_max is not None:
        parts.append(f"{s.amount_min:f}—{s.amount_max:f}元")
    if s.cap is not None:
        parts.append(f"≤{s.cap:f}元")
    return " ".join(part for part in (*parts, s.per) if part)
