"""The facts that hold after a review: in the order of the text, numbered anew, with the ledger of numbers that follows from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.review.action import FACTS
from planlint.review.propose import ADDED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.model.fact import Extraction, NumberRecord
    from planlint.review.item import Item

# What a number is where it is part of a fact that a reviewer added.
_ROLES = {
    "targets": "target", "subsidies": "subsidy-amount", "milestones": "date", "citations": "citation", "responsibilities": "name",
}  # fmt: skip
_LETTERS = {"targets": "t", "milestones": "m", "subsidies": "b", "responsibilities": "r", "citations": "c"}


def facts_as_reviewed(extraction: Extraction, items: Sequence[Item]) -> tuple[Extraction, dict[str, Item]]:
    """The extraction with what holds in it, numbered anew, and the item of each fact that somebody said something of."""
    values: dict[str, Any] = {}
    marks: dict[str, Item] = {}
    names: dict[str, str] = {}
    kept_items: list[tuple[str, str, Item]] = []
    for kind in FACTS:
        mine = [item for item in items if item.kind == kind]
        touched = any(item.state != "open" or item.changed for item in mine)
        held = [item for item in mine if item.state != "rejected"]
        if touched:  # facts of one place keep the order in which they were found
            held.sort(key=lambda item: item.fact.span.start)
        facts = []
        for n, item in enumerate(held, 1):
            name = f"{_LETTERS[kind]}{n}"
            if item.found:
                names[item.fact.id] = name
            kept_items.append((kind, name, item))
            facts.append(replace(item.fact, id=name))
            if item.by:
                marks[name] = item
        values[kind] = tuple(facts)
    added = [found for found in kept_items if not found[2].found]
    records = []
    for item in items:
        if item.kind == "numbers":
            item.fact = _number(item, names, added, marks)
            records.append(item.fact)
    return replace(extraction, **values, numbers=tuple(records)), marks


def _number(
    item: Item, names: Mapping[str, str], added: Sequence[tuple[str, str, Item]], marks: dict[str, Item]
) -> NumberRecord:
    """The record of a number: of the fact that holds it, or of none; its role is what a reviewer said, else what follows from the facts."""
    record: NumberRecord = item.fact
    fact = names.get(record.fact) if record.fact is not None else None
    if item.by:
        marks[f"n{record.span.start}"] = item
    if item.state == "corrected":
        return replace(record, fact=fact)
    if record.fact is not None and fact is None:
        record = replace(record, role="unknown", fact=None, rule=ADDED)
    if fact is None and record.role in ("unknown", "quantity", "count"):
        for kind, name, holder in added:
            if holder.fact.span.contains(record.span):
                return replace(record, role=_ROLES[kind], fact=name, rule=holder.fact.rule)
    return replace(record, fact=fact)
