"""A `Reading` in, a decision for each quantity of its sentences out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from planlint.decisions.addressed import gives_from
from planlint.decisions.number import number_in_text
from planlint.decisions.order import ORDER
from planlint.decisions.steps import Scene
from planlint.model.decision import Considered
from planlint.model.mention import Quantity
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.decisions.number import NumberInText
    from planlint.model.decision import Decision, Said
    from planlint.reading import Reading
    from planlint.rulebook import Rulebook

# Told of each quantity and its half-sentence, with a way to ask what every step says of it.
Trace = Callable[[Span, Quantity, Callable[[], Iterable[Considered]]], None]


def decide_numbers(
    reading: Reading,
    money: Mapping[Span, Said],
    names: set[Span],
    rules: Rulebook,
    trace: Trace | None = None,
) -> dict[Span, Decision]:
    """What each quantity of the plan's half-sentences is, by the span of its number.

    `money` are the numbers that the finder of subsidies has used, `names` those inside a unit's name or a document's number, which count
    nothing. `trace` hears of every quantity before it is decided.
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
            number = number_in_text(reading, half, quantity)
            if trace is not None:
                trace(half.span, quantity, lambda number=number, scene=scene: _every_step(number, scene))  # type: ignore[misc]
            decision = _decide(number, scene)
            scene.decided.append(decision)
            decided[quantity.number] = decision
    return decided


def _decide(number: NumberInText, scene: Scene) -> Decision:
    """The decision of the first step that has one; the last step always has."""
    return next(d for step in ORDER if (d := step.decide(number, scene)) is not None)


def _every_step(number: NumberInText, scene: Scene) -> list[Considered]:
    return [Considered(step.name, step.decide(number, scene)) for step in ORDER]
