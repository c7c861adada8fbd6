"""Facts from prose and from tables in one list: sorted by place and numbered again, t1, t2, t3 …"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.facts.claim import Claim
    from planlint.model.fact import Milestone, Subsidy, Target

    F = TypeVar("F", Milestone, Subsidy, Target)


def are_in_order(facts: Iterable[F]) -> bool:
    """Whether each fact begins no earlier than the one before."""
    return all(one.span.start <= other.span.start for one, other in pairwise(facts))


def in_order(facts: Iterable[F], letter: str) -> tuple[list[F], dict[str, str]]:
    """The facts in reading order with new ids, and the new id for each old one."""
    names: dict[str, str] = {}
    ordered: list[F] = []
    for i, fact in enumerate(sorted(facts, key=lambda fact: fact.span.start), 1):
        names[fact.id] = f"{letter}{i}"
        ordered.append(replace(fact, id=f"{letter}{i}"))
    return ordered, names


def renamed(claims: Iterable[Claim], names: dict[str, str]) -> list[Claim]:
    """The claims with the new ids of their facts."""
    return [replace(c, fact=names[c.fact]) if c.fact in names else c for c in claims]
