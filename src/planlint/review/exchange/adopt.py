"""Makes actions of what an annotation tool gives back: what it has and the plan has not is added, what it left out is rejected, and so on.

The facts that both have are left alone, so that a second import of the same file says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.review.action import FACTS
from planlint.review.fields import FIELDS, snapshot
from planlint.review.propose import proposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.fact import Extraction
    from planlint.review.action import Action
    from planlint.review.apply import Review
    from planlint.review.exchange.annotation import Annotation
    from planlint.review.item import Item
    from planlint.review.making import Maker


def actions_of(
    maker: Maker, base: Extraction, done: Review, annotations: Sequence[Annotation]
) -> Iterator[Action]:
    """The actions after which the review holds these annotations. BadValueError where a field has a value that it cannot have."""
    for kind in FACTS:
        held = [item for item in done.items if item.kind == kind and item.state != "rejected"]
        wanted = [found for found in annotations if found.kind == kind]
        pairs, new, gone = _paired(held, wanted)
        for item, found in pairs:
            if item.fact.span != found.span:
                yield maker.mark(item, found.span)
            changed = maker.correct(item, _fields_of(item, found))
            if changed is not None:
                yield changed
        for item in gone:
            yield maker.reject(item)
        taken: dict[Any, int] = {}
        for found in new:
            before = sum(item.kind == kind and item.at == found.span for item in done.items)
            nth = taken[found.span] = taken.get(found.span, before - 1) + 1
            fields = found.fields if found.fields is not None else proposed(base, kind, found.span)
            yield maker.add(kind, found.span, fields, nth)


def _fields_of(item: Item, found: Annotation) -> dict[str, Any]:
    """The fields as annotated: what was not said is empty; all as they are where the tool knows of no fields."""
    if found.fields is None:
        return {}
    now = snapshot(item.kind, item.fact)
    return {field.name: found.fields.get(field.name) for field in FIELDS[item.kind] if field.name in now}


def _paired(
    held: Sequence[Item], wanted: Sequence[Annotation]
) -> tuple[list[tuple[Item, Annotation]], list[Annotation], list[Item]]:
    """Items and annotations of the same words, then of words that overlap; what is left of either."""
    left, new = list(held), list(wanted)
    pairs: list[tuple[Item, Annotation]] = []
    for same in (True, False):
        for found in list(new):
            item = next(
                (
                    i
                    for i in left
                    if (i.fact.span == found.span if same else i.fact.span.overlaps(found.span))
                ),
                None,
            )
            if item is not None:
                left.remove(item)
                new.remove(found)
                pairs.append((item, found))
    return pairs, new, left
