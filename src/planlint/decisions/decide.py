"""A `Reading` in, a decision for each quantity of its sentences out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.decisions.addressed import gives_from
from planlint.decisions.number import number_in_text
from planlint.decisions.order import ORDER
from planlint.decisions.steps import Scene
from planlint.model.decision import Considered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model.decision import Decision, Said
    from planlint.model.mention import Quantity
    from planlint.model.span import Span
    from planlint.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook


def decide_numbers(
    reading: Reading, money: Mapping[Span, Said], names: set[Span], rules: Rulebook
) -> dict[Span, Decision]:
    """What each quantity of the plan's half-sentences is, by the span of its number.

    `money` are the numbers that the finder of subsidies has used, `names` those inside a unit's name or a document's number, which count
    nothing.
    """
    sums = set(money)
    decided: dict[Span, Decision] = {}
    for half in reading.half_sentences():
        if not half.quantities:
            continue
        scene = Scene(rules, money, gives_from(reading, half, sums))
        for quantity in half.quantities:
            if quantity.number in names:
                continue
            decision = decide(reading, half, quantity, scene)
            scene.decided.append(decision)
            decided[quantity.number] = decision
    return decided


def decide(reading: Reading, half: HalfSentence, quantity: Quantity, scene: Scene) -> Decision:
    """The decision of the first step that has one; the last step always has."""
    number = number_in_text(reading, half, quantity)
    return next(d for step in ORDER if (d := step.decide(number, scene)) is not None)


def consider(reading: Reading, half: HalfSentence, quantity: Quantity, scene: Scene) -> Iterator[Considered]:
    """What every step says of a number, for a reader who wants to know why."""
    number = number_in_text(reading, half, quantity)
    for step in ORDER:
        yield Considered(step.name, step.decide(number, scene))
