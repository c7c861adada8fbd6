"""Makes the actions that a reviewer asks for: a new line with its id and its time, the words and what the fact was before.

`Maker(extraction, "张三").correct(item, {"value": "45"})` knows that the value was 40.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from planlint.model.span import Span
from planlint.review.action import FACTS, FINDINGS, Action, Place
from planlint.review.fields import snapshot, value_of, values_of
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model.document import SourceDocument
    from planlint.review.item import Item

# A finding about a whole plan has its whole text for a quote.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Maker:
    """One reviewer at one text."""

    source: SourceDocument
    who: str

    def accept(self, item: Item, reason: str = "") -> Action:
        """The fact is right as it stands."""
        return self._of(item, "accept", reason, fact=_facts_of(item))

    def reject(self, item: Item, reason: str = "") -> Action:
        """The fact is none."""
        return self._of(item, "reject", reason)

    def note(self, item: Item, reason: str) -> Action:
        """Something to say of it."""
        return self._of(item, "note", reason, fact=_facts_of(item))

    def correct(self, item: Item, given: Mapping[str, Any], reason: str = "") -> Action | None:
        """Some fields say something else; None where they say what they said. BadValueError where a value is none."""
        values = values_of(item.kind, given)
        was = {name: getattr(item.fact, name) for name in values}
        changed = {name: value for name, value in values.items() if value != was[name]}
        if not changed:
            return None
        now = {name: plain(value) for name, value in changed.items()}
        before = {name: plain(was[name]) for name in changed}
        return replace(
            self._of(item, "correct", reason, fact={**_facts_of(item), **now}), set=now, was=before
        )

    def mark(self, item: Item, span: Span, reason: str = "") -> Action:
        """The words of the fact are others."""
        return replace(
            self._of(item, "mark", reason, fact=_facts_of(item)), to=Place.of(self.source.text, span)
        )

    def add(self, kind: str, span: Span, given: Mapping[str, Any], nth: int = 0, reason: str = "") -> Action:
        """A fact that was missed. BadValueError where a value is none or one is wanting."""
        from planlint.review.fields import FIELDS

        values = {field.name: value_of(kind, field.name, given.get(field.name)) for field in FIELDS[kind]}
        now = {name: plain(value) for name, value in values.items() if value not in (None, False)}
        return replace(
            self._new("add"), kind=kind, place=Place.of(self.source.text, span), nth=nth, set=now, reason=reason,
        )  # fmt: skip

    def undo(self, action: Action) -> Action:
        """The action does not hold."""
        return replace(self._new("undo"), of=action.id)

    def _of(self, item: Item, do: Any, reason: str, fact: Mapping[str, Any] | None = None) -> Action:  # noqa: ANN401 - a Do
        span = item.at
        if item.kind == FINDINGS and span.length > _LONGEST:
            span = Span(span.start, span.start + _LONGEST)
        return replace(
            self._new(do), kind=item.kind, place=Place.of(self.source.text, span), nth=item.nth, reason=reason, fact=fact or {}, seen=item.state,
            rule=item.fact.rule if item.kind == FINDINGS else "",
        )  # fmt: skip

    def _new(self, do: Any) -> Action:  # noqa: ANN401 - a Do
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Action(secrets.token_hex(8), now, self.who, do, self.source.sha256)


def _facts_of(item: Item) -> dict[str, Any]:
    return snapshot(item.kind, item.fact) if item.kind in FACTS else {}
