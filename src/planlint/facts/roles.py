"""Asks the role rules, in order, what a number is: `现有企业⟦30家⟧` is status-quo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.rulebook.roles import PATTERN_FIELDS, RoleRule, load_roles
from planlint.text.han import compiled

if TYPE_CHECKING:
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

# How far left and right of a number a rule may look.
REACH = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A number's surroundings, as the rules' patterns see them."""

    number: str
    before: str
    after: str
    clause: str
    sentence: str
    section: str
    dimension: str


def place_of(reading: Reading, half: HalfSentence, quantity: Quantity) -> Place:
    """The surroundings of one quantity of a half-sentence."""
    text = reading.rule_text
    clause = reading.clause(half.span, quantity.number.start)
    start, end = quantity.span
    return Place(
        number=text[start:end],
        before=text[max(half.span.start, start - REACH) : start],
        after=text[end : min(half.span.end, end + REACH)],
        clause=text[clause.start : clause.end],
        sentence=text[half.span.start : half.span.end],
        section=reading.headings(half.section),
        dimension=quantity.dimension,
    )


def decide(place: Place, rules: Rulebook) -> RoleRule | None:
    """The first rule that fits; None where no rule says anything."""
    for rule, conditions in _rules_for(place.dimension, rules):
        if _fits(rule, conditions, place):
            return rule
    return None


@lru_cache(maxsize=128)
def _rules_for(dimension: str, rules: Rulebook) -> tuple[tuple[RoleRule, tuple[tuple[str, str], ...]], ...]:
    """The rules that may speak of a dimension, each with its conditions as pairs of place and pattern."""
    names = [name for name in PATTERN_FIELDS if name != "unless"]
    return tuple(
        (rule, tuple((name, pattern) for name in names if (pattern := getattr(rule, name)) is not None))
        for rule in load_roles(rules)
        if not rule.kinds or dimension in rule.kinds
    )


def _fits(rule: RoleRule, conditions: tuple[tuple[str, str], ...], place: Place) -> bool:
    if rule.needs and not any(word in place.sentence for word in rule.needs):
        return False
    for name, pattern in conditions:
        if compiled(pattern).search(getattr(place, name)) is None:
            return False
    return rule.unless is None or compiled(rule.unless).search(place.sentence) is None
