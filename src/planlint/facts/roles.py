"""Asks the role rules, in order, what a number is: `现有企业⟦30家⟧` is status-quo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.rulebook.roles import RoleRule, compiled, load_roles

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence, Reading
    from planlint.model.mention import Quantity
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
    for rule in load_roles(rules):
        if _fits(rule, place):
            return rule
    return None


def _fits(rule: RoleRule, place: Place) -> bool:
    if rule.kinds and place.dimension not in rule.kinds:
        return False
    if rule.needs and not any(word in place.sentence for word in rule.needs):
        return False
    for pattern, where in (
        (rule.number, place.number), (rule.before, place.before), (rule.after, place.after), (rule.clause, place.clause),
        (rule.sentence, place.sentence), (rule.section, place.section),
    ):  # fmt: skip
        if pattern is not None and compiled(pattern).search(where) is None:
            return False
    return rule.unless is None or compiled(rule.unless).search(place.sentence) is None
