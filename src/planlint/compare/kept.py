"""How the rows of a comparison are kept: a tuple for some plans, packed for thousands of them, in the same order both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from planlint.model.shelf import Arranged, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Card = TypeVar("Card")
Row = TypeVar("Row")
# From so many plans on it pays to pack what is not looked at: below it a comparison needs no more memory than the program itself.
MANY = 300


def in_order(
    made: Iterable[tuple[Card, Row]], key: Callable[[Card], Any], plans: Sequence[object]
) -> Sequence[Row]:
    """The rows by the keys of their cards; a card is the little of a row that its place depends on, and `key` is asked when all are made."""
    cards: list[Card] = []
    rows: list[Row] | Shelf[Row] = [] if len(plans) < MANY else Shelf(together=1)
    for card, row in made:
        cards.append(card)
        rows.append(row)
    keys = [key(card) for card in cards]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return tuple(rows[i] for i in order) if isinstance(rows, list) else Arranged(rows, order)


def in_turn(made: Iterable[Row], plans: Sequence[object]) -> Sequence[Row]:
    """The rows as they come."""
    return tuple(made) if len(plans) < MANY else Shelf(made)
