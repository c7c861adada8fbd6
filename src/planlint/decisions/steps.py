"""The steps of the order, each a function of a number and the scene that it stands in; see order.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.decisions.addressed import is_condition_beside_money
from planlint.decisions.defaults import is_target_by_default
from planlint.decisions.rules import by_rules
from planlint.model.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.decisions.number import NumberInText
    from planlint.model.decision import Said
    from planlint.model.span import Span
    from planlint.rulebook import Rulebook

# Where the steps begin and end among the orders of role rules.
_NAMES, _RELATIONS, _COMMITMENTS = (1, 28), (29, 199), (200, 399)
# What a number is that would commit, where nothing commits.
_ROLE_IN = {"norm": "standard", "told": "status-quo"}
_MERE_COUNTS = frozenset({"list-count"})


@dataclass(slots=True)
class Scene:
    """What is known beside the number itself: the sums of its half-sentence, its neighbours to the left, the rules.

    `money` are the numbers that belong to subsidies, by span; `gives_from` is where the provision begins that gives money in this
    half-sentence; `decided` are the decisions on the numbers to the left in it.
    """

    rules: Rulebook
    money: Mapping[Span, Said]
    gives_from: int | None = None
    decided: list[Decision] = field(default_factory=list)


def money(number: NumberInText, scene: Scene) -> Decision | None:
    """What the finder of subsidies has said of a number: sums of one provision are decided together."""
    said = scene.money.get(number.quantity.number)
    return Decision(number.quantity, said.role, said.rule, fact=said.fact) if said is not None else None


def list_goes_on(number: NumberInText, scene: Scene) -> Decision | None:
    """The 600万羽 of 分别达到35万头和600万羽 is what the 35万头 is."""
    last = scene.decided[-1] if scene.decided else None
    if last is None or last.role != "target" or not number.continues(last.quantity):
        return None
    return Decision(number.quantity, last.role, last.rule, ("分别", *last.because))


def names(number: NumberInText, scene: Scene) -> Decision | None:
    """Names, words, references, fixed expressions, by rule."""
    return by_rules(number, scene.rules, _NAMES)


def zone(number: NumberInText, scene: Scene) -> Decision | None:
    """What a review tells is status quo, but its mere counts (三个方面) count nothing there either."""
    if number.zone.tense != "review":
        return None
    mere_count = by_rules(number, scene.rules, _RELATIONS, _MERE_COUNTS)
    return mere_count or Decision(number.quantity, "status-quo", "ZON-review", number.zone.why)


def relations(number: NumberInText, scene: Scene) -> Decision | None:
    """Conditions, the present state, sizes, classes, mere counts, by rule."""
    return by_rules(number, scene.rules, _RELATIONS)


def commitments(number: NumberInText, scene: Scene) -> Decision | None:
    """Words that commit, by rule; beside a sum of money they say who earns it."""
    decision = by_rules(number, scene.rules, _COMMITMENTS)
    if decision is None or decision.role != "target":
        return decision
    if number.in_heading:
        return None
    if number.zone.tense == "unknown" and not number.is_said_near(decision.because):
        # where nobody knows that the text plans, a verb somewhere in the clause is not enough
        return None
    if (role := _ROLE_IN.get(number.zone.tense)) is not None:
        return Decision(number.quantity, role, f"ZON-{number.zone.tense}", number.zone.why)
    if is_condition_beside_money(number, scene.gives_from, scene.rules):
        return Decision(number.quantity, "threshold", "SUB-condition", decision.because)
    return decision


def default(number: NumberInText, scene: Scene) -> Decision | None:
    """Counted or measured, in prospective text, vetoed by nobody, no money given: a target."""
    if (role := _ROLE_IN.get(number.zone.tense)) is not None and number.is_counted:
        return Decision(number.quantity, role, f"ZON-{number.zone.tense}", number.zone.why)
    if scene.gives_from is None and is_target_by_default(number):
        return Decision(number.quantity, "target", "DEC-default", number.zone.why)
    return None


def unknown(number: NumberInText, scene: Scene) -> Decision | None:  # noqa: ARG001
    """The ledger may still know it by its shape."""
    return Decision(number.quantity, "unknown", "DEC-unknown")
