"""The order in which a number is decided. Read it from the top: the first step that says something decides, and the last always does.

A role rule's `order` says in which step it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.decisions import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.decisions.number import NumberInText
    from planlint.decisions.steps import Scene
    from planlint.model.decision import Decision


class Step(NamedTuple):
    """One step: its name, what it asks, and the function that answers, None where it has nothing to say."""

    name: str
    asks: str
    decide: Callable[[NumberInText, Scene], Decision | None]


ORDER = (
    Step("money", "is it a sum of money that is given, or a condition of one?", steps.money),
    Step("list", "does it continue a list whose first number is decided?", steps.list_goes_on),
    Step("names", "is it part of a name, a word, a reference, a fixed expression? (rules with order 1-28)", steps.names),
    Step("zone", "does it stand in a review of what was reached, or in a norm?", steps.zone),
    Step("relations", "is it a condition, the present state, a size, a class, a mere count? (rules 29-199)", steps.relations),
    Step("commitments", "do its words commit to it? (rules 200-399)", steps.commitments),
    Step("default", "is it counted or measured, in what is planned, and nobody has objected?", steps.default),
    Step("unknown", "nobody knows", steps.unknown),
)  # fmt: skip
