"""What the page shows of an item: its line, its words in short, its fields, whether it is unsure, and the mark in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.review.action import FACTS, FINDINGS
from planlint.review.desk import Seen, asks
from planlint.review.fields import FIELDS, snapshot
from planlint.sheets.draw.marked_text import Mark
from planlint.sheets.sheet import plain
from planlint.text.width import flat, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.review.item import Dispute, Item
    from planlint.words import Words

_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ ", "=": ""}
_LONGEST_QUOTE = 160
_RANKS = {"numbers": 1, "findings": 3, "rejected": 4}


@dataclass(frozen=True, slots=True)
class ItemView:
    """One row of the list."""

    key: str
    kind: str
    state: str
    unsure: bool
    asks: bool
    line: int
    start: int
    end: int
    head: str
    quote: str
    said: str
    rule: str
    fields: dict[str, Any]
    by: str
    notes: tuple[str, ...]


def items_of(seen: Seen, words: Words) -> list[ItemView]:
    """All items, in the order of the text."""
    doubts = [caution.span for caution in seen.review.extraction.warnings]
    return [_view(item, seen, doubts, words) for item in seen.review.items]


def marks_of(views: list[ItemView], words: Words) -> Iterator[Mark]:
    """The marks of the text; what was rejected is marked as such."""
    for view in views:
        kind = "rejected" if view.state == "rejected" else view.kind
        said = f"{words[view.kind]} · {view.head} · {words[f'review.{view.state}']}"
        tag = words.get(f"page.tag.{view.kind}", "") if kind == view.kind else ""
        yield Mark(f"i{view.key}", kind, view.start, view.end, said, _RANKS.get(kind, 0), tag)


def spec_of(words: Words) -> dict[str, Any]:
    """What the page's script must know of the fields: kind by kind their names, shapes, keys and choices, worded."""
    return {
        kind: [
            {
                "name": field.name, "label": _label(kind, field.name, words), "shape": field.shape, "key": field.key, "needed": field.needed,
                "choices": [[choice, _choice(field.name, choice, words)] for choice in field.choices],
            }
            for field in fields
        ]
        for kind, fields in FIELDS.items()
    }  # fmt: skip


def _view(item: Item, seen: Seen, doubts: list[Any], words: Words) -> ItemView:
    fact, kind = item.fact, item.kind
    line, _ = seen.source.place(fact.span.start)
    unsure = (
        bool(item.disputes)
        or (kind == "numbers" and fact.role == "unknown")
        or (kind == FINDINGS and fact.level in ("error", "warning"))
        or (kind == "targets" and fact.placeholder)
        or (kind in FACTS and any(fact.span.overlaps(span) for span in doubts))
    )
    return ItemView(
        key=item.key, kind=kind, state=item.state, unsure=unsure and (item.state == "open" or bool(item.disputes)), asks=asks(item), line=line,
        start=fact.span.start, end=fact.span.end, head=headline(item, words), quote=shortened(flat(fact.quote), _LONGEST_QUOTE),
        said=words.of(fact.said) if kind == FINDINGS else "", rule=fact.rule, fields=snapshot(kind, fact),
        by=words.join(item.by), notes=(*(f"{who}{words['colon']}{note}" for who, note in item.notes), *(disputed(one, words) for one in item.disputes)),
    )  # fmt: skip


def headline(item: Item, words: Words) -> str:
    """`高新技术企业 ≥ 80 家 · 2027`: an item in one line."""
    fact, kind = item.fact, item.kind
    if kind == "targets":
        number = (
            "__" if fact.placeholder else span_of_amounts(plain(fact.value), plain(fact.value_max), words)
        )
        bound = f"{_SIGNS[fact.comparator]}{number}{words['gap']}{fact.unit or ''}".rstrip()
        parts = [f"{flat(fact.indicator)} {bound}", words.recurring(fact.recurrence), fact.deadline]
    elif kind == "subsidies":
        sums = [fact.amount, fact.cap]
        parts = [
            flat(fact.beneficiary or ""),
            *(amount(plain(value), words) for value in sums),
            span_of_amounts(plain(fact.amount_min), plain(fact.amount_max), words),
            percent(plain(fact.rate)),
        ]
    elif kind == "milestones":
        parts = [fact.deadline, shortened(flat(fact.quote), 30)]
    elif kind == "responsibilities":
        parts = [fact.unit, words[fact.role]]
    elif kind == "citations":
        parts = [fact.title, fact.document_number]
    elif kind == "numbers":
        parts = [fact.quote, words.get(fact.role)]
    else:
        parts = [fact.rule, words.get(fact.level)]
    return " · ".join(filter(None, map(flat, filter(None, parts))))


def disputed(one: Dispute, words: Words) -> str:
    """`目标值：已改为 45，李四认为 50`: two people say different things."""
    is_state = one.field == "state"

    def said(value: object) -> str:
        return (
            words[f"review.{value}"]
            if is_state
            else words["review.page.empty"]
            if value is None
            else str(value)
        )

    field = words["review.reviewed"] if is_state else words.get(one.field)
    return words.say("review.disputed", field=field, who=one.who, stood=said(one.stood), says=said(one.says))


def _label(kind: str, name: str, words: Words) -> str:
    return words["agency"] if (kind, name) == ("responsibilities", "unit") else words[name]


def _choice(name: str, choice: str, words: Words) -> str:
    return _SIGNS[choice].strip() or "=" if name == "comparator" else words.get(choice)
