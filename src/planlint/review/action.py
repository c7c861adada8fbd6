"""One thing that a reviewer did, as a line of JSON: accepted, corrected, marked anew, rejected, added, noted, undone.

    {"do": "correct", "kind": "targets", "quote": "高新技术企业不少于40家", "span": [12, 23], "set": {"value": 45}, "was": {"value": 40}, …}

The words are kept with their place and what stands around them, so that they are found again where the text has moved. `when` is told, and
decides nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

Do = Literal["accept", "correct", "mark", "reject", "add", "note", "undo"]
VERSION = 1
FINDINGS = "findings"
FACTS = ("targets", "milestones", "subsidies", "responsibilities", "citations")
KINDS = (*FACTS, "numbers", FINDINGS)
# What is kept of the text on either side of the words.
_AROUND = 16


class NoActionError(ValueError):
    """A line that is no action; says which key is wrong."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a text: where they stood, and the characters before and behind them."""

    quote: str
    span: Span
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> Place:
        """The words of a span."""
        start, end = span
        return cls(
            text[start:end],
            Span(start, end),
            text[max(0, start - _AROUND) : start],
            text[end : end + _AROUND],
        )


@dataclass(frozen=True, slots=True)
class Action:
    """What was done to which fact. `nth` tells facts of one kind and one place apart, `rule` findings.

    `set` are the fields that change and `was` what they were; `fact` is the whole fact afterwards, for the day when the program no longer
    finds it; `to` are the words that are marked instead; `seen` is the state in which the
    reviewer saw the fact, `of` the action that is undone; `text` the hash of the text that was read.
    """

    id: str
    when: str
    who: str
    do: Do
    text: str
    kind: str = ""
    place: Place | None = None
    nth: int = 0
    rule: str = ""
    set: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, Any] = field(default_factory=dict)
    fact: Mapping[str, Any] = field(default_factory=dict)
    to: Place | None = None
    seen: str = ""
    reason: str = ""
    of: str = ""


def line_of(action: Action) -> str:
    """The action as one line of JSON, without what is empty."""
    record: dict[str, Any] = {
        "v": VERSION, "id": action.id, "when": action.when, "who": action.who, "do": action.do, "kind": action.kind,
        **(_place(action.place) if action.place is not None else {}),
        "nth": action.nth, "rule": action.rule, "set": dict(action.set), "was": dict(action.was), "fact": dict(action.fact),
        "to": _place(action.to) if action.to is not None else None,
        "seen": action.seen, "reason": action.reason, "of": action.of, "text": action.text,
    }  # fmt: skip
    kept = {key: value for key, value in record.items() if value not in ("", None, {}, 0)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def action_of(line: str) -> Action:
    """The action of a line; NoActionError where it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NoActionError("JSON") from error
    if not isinstance(record, dict):
        raise NoActionError("JSON")
    if record.get("v") != VERSION:
        raise NoActionError("v")
    if record.get("do") not in get_args(Do):
        raise NoActionError("do")
    texts = {}
    for key in ("id", "when", "who", "kind", "rule", "seen", "reason", "of", "text"):
        texts[key] = record.get(key, "")
        if not isinstance(texts[key], str):
            raise NoActionError(key)
    if not texts["id"]:
        raise NoActionError("id")
    undoes = record["do"] == "undo"
    if not undoes and texts["kind"] not in KINDS:
        raise NoActionError("kind")
    if undoes and not texts["of"]:
        raise NoActionError("of")
    maps = {}
    for key in ("set", "was", "fact"):
        maps[key] = record.get(key, {})
        if not isinstance(maps[key], dict):
            raise NoActionError(key)
    nth = record.get("nth", 0)
    if not isinstance(nth, int) or nth < 0:
        raise NoActionError("nth")
    place = None if undoes else _place_of(record)
    to = _place_of(record["to"]) if record.get("to") is not None else None
    if record["do"] == "mark" and to is None:
        raise NoActionError("to")
    return Action(do=record["do"], place=place, nth=nth, to=to, **texts, **maps)


def _place(place: Place) -> dict[str, Any]:
    return {"quote": place.quote, "span": list(place.span), "before": place.before, "after": place.after}


def _place_of(record: Any) -> Place:  # noqa: ANN401 - JSON
    if not isinstance(record, dict):
        raise NoActionError("to")
    for key in ("quote", "before", "after"):
        if not isinstance(record.get(key, ""), str):
            raise NoActionError(key)
    quote, ends = record.get("quote", ""), record.get("span")
    if not isinstance(ends, list) or len(ends) != 2 or not all(type(n) is int for n in ends):
        raise NoActionError("span")
    span = Span(*ends)
    if not 0 <= span.start < span.end or len(quote) != span.length:
        raise NoActionError("span")
    return Place(quote, span, record.get("before", ""), record.get("after", ""))
