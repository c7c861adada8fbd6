"""Asks the role rules of rules/roles/, in their order: `现有企业⟦30家⟧` is status-quo."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.decision import Decision
from planlint.rulebook.roles import PATTERN_FIELDS, RoleRule, load_roles
from planlint.text.han import compiled

if TYPE_CHECKING:
    from planlint.decisions.number import NumberInText
    from planlint.rulebook import Rulebook

# A rule with its conditions as pairs of place and pattern.
_Asked = tuple[RoleRule, tuple[tuple[str, str], ...]]


def by_rules(
    number: NumberInText, rules: Rulebook, orders: tuple[int, int], roles: frozenset[str] = frozenset()
) -> Decision | None:
    """What the first rule that fits says, of those whose `order` lies within `orders` and that give one of `roles` (any, if empty)."""
    for rule, conditions in _rules_for(number.dimension, rules, orders, roles):
        words = _words_seen(rule, conditions, number)
        if words is not None:
            return Decision(number.quantity, rule.role, rule.id, words)
    return None


@lru_cache(maxsize=512)
def _rules_for(
    dimension: str, rules: Rulebook, orders: tuple[int, int], roles: frozenset[str]
) -> tuple[_Asked, ...]:
    """The rules that may speak of a dimension."""
    first, last = orders
    names = [name for name in PATTERN_FIELDS if name != "unless"]
    return tuple(
        (rule, tuple((name, pattern) for name in names if (pattern := getattr(rule, name)) is not None))
        for rule in load_roles(rules)
        if first <= rule.order <= last
        and (not roles or rule.role in roles)
        and (not rule.kinds or dimension in rule.kinds)
    )


def _words_seen(
    rule: RoleRule, conditions: tuple[tuple[str, str], ...], number: NumberInText
) -> tuple[str, ...] | None:
    """The words that the rule's patterns found; None where the rule does not fit."""
    if rule.needs and not any(word in number.sentence for word in rule.needs):
        return None
    seen = []
    for name, pattern in conditions:
        match = compiled(pattern).search(getattr(number, name))
        if match is None:
            return None
        # a pattern that only looks (不少于40家 does not begin with a figure) has seen the number itself
        said = match.group() or (number.number if name == "number" else "")
        if said:
            seen.append(said)
    if rule.unless is not None and compiled(rule.unless).search(number.sentence) is not None:
        return None
    return tuple(seen)
