"""Lays the actions of reviewers over what was found: `review(extraction, actions)` gives every item with its state, and the facts as reviewed.

A target that was corrected from 40 to 45 has the value 45 and is `corrected` by 张三; one that was rejected is no fact any more, and its
number is unknown until somebody says what it is. The order of the file is the order of the actions; no clock is asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from planlint.review.action import FACTS, FINDINGS, Action
from planlint.review.facts import facts_as_reviewed
from planlint.review.fields import FIELDS, BadValueError, snapshot, values_of
from planlint.review.item import Dispute, Item
from planlint.review.placing import placed
from planlint.review.propose import blank, section_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.model.fact import Extraction
    from planlint.model.finding import Finding
    from planlint.model.span import Span

Why = Literal["text", "fact", "value"]
_STATES = {"accept": "accepted", "reject": "rejected", "add": "added"}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An action that could not be laid over the text: its words are not there (`text`), no such fact (`fact`), or a field refuses (`value`)."""

    action: Action
    why: Why


@dataclass(frozen=True, slots=True)
class Review:
    """A plan with what people said of it."""

    extraction: Extraction
    items: tuple[Item, ...]
    unplaced: tuple[Unplaced, ...]
    live: tuple[Action, ...]
    marks: Mapping[str, Item]

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who said something that holds, in the order of the file."""
        return tuple(dict.fromkeys(action.who for action in self.live))


def live_actions(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions that hold: those that were not undone."""
    undone = {action.of for action in actions if action.do == "undo"}
    return tuple(action for action in actions if action.do != "undo" and action.id not in undone)


def review(extraction: Extraction, actions: Sequence[Action], findings: Sequence[Finding] = ()) -> Review:
    """The plan as reviewed. Whatever cannot be placed is told in `unplaced`; nothing is dropped in silence."""
    shelf = _Shelf(extraction, findings)
    live = live_actions(actions)
    unplaced = [Unplaced(action, why) for action in live if (why := shelf.take(action)) is not None]
    facts, marks = facts_as_reviewed(extraction, shelf.items)
    return Review(facts, tuple(shelf.in_order()), tuple(unplaced), live, marks)


class _Shelf:
    """The items of one plan while actions are laid over them."""

    def __init__(self, extraction: Extraction, findings: Sequence[Finding]) -> None:
        self._extraction = extraction
        self._by_place: dict[tuple[str, Span, int, str], Item] = {}
        self.items: list[Item] = []
        for kind in (*FACTS, "numbers"):
            self._put(kind, getattr(extraction, kind))
        self._put(FINDINGS, findings)

    def _put(self, kind: str, facts: Iterable[Any]) -> None:
        seen: defaultdict[tuple[Span, str], int] = defaultdict(int)
        for fact in facts:
            rule = fact.rule if kind == FINDINGS else ""
            nth = seen[fact.span, rule]
            seen[fact.span, rule] += 1
            self._add(Item(kind, fact.span, nth, fact, fact))

    def _add(self, item: Item) -> Item:
        self.items.append(item)
        self._by_place[item.kind, item.at, item.nth, item.fact.rule if item.kind == FINDINGS else ""] = item
        return item

    def in_order(self) -> list[Item]:
        """The items by place, wide ones before what lies in them."""
        return sorted(self.items, key=lambda item: (item.fact.span.start, -item.fact.span.end, item.nth))

    def take(self, action: Action) -> Why | None:
        """Lay one action over its item; why not, where that cannot be done."""
        assert action.place is not None
        span = placed(action.place, self._extraction.source.text)
        if span is None:
            return "text"
        item = self._find(action, span)
        try:
            if item is None:
                item = self._make(action, span)
                if item is None:
                    # what is rejected and is not found needs no rejecting
                    return None if action.do == "reject" else "fact"
            return self._lay(action, item)
        except BadValueError:
            return "value"

    def _find(self, action: Action, span: Span) -> Item | None:
        exact = self._by_place.get((action.kind, span, action.nth, action.rule))
        if exact is not None or action.do == "add" or action.kind == "numbers":
            return exact
        near = [
            item for item in self.items
            if item.kind == action.kind and item.nth == action.nth and item.at.overlaps(span)
            and (item.kind != FINDINGS or item.fact.rule == action.rule)
        ]  # fmt: skip
        # the same fact read with a word more or less; two of them would be a guess
        return near[0] if len(near) == 1 and _mostly(near[0].at, span) else None

    def _make(self, action: Action, span: Span) -> Item | None:
        """The item of a fact that the program does not find, from the words and from what the reviewer saw."""
        if action.kind not in FACTS or action.do == "reject" or (action.do != "add" and not action.fact):
            return None
        given = action.set if action.do == "add" else action.fact
        fact = _with(blank(self._extraction, action.kind, span), action.kind, given)
        return self._add(Item(action.kind, span, action.nth, fact, found=False, state="added"))

    def _lay(self, action: Action, item: Item) -> Why | None:
        disputes = list(_disputes(action, item))
        if action.do in ("correct", "accept", "reject"):
            # who has seen what stands there has the last word on it
            settled = (
                set(action.set) if action.do == "correct" else {dispute.field for dispute in item.disputes}
            )
            item.disputes = [*(d for d in item.disputes if d.field not in settled), *disputes]
        if action.do == "correct":
            changed = _with(item.fact, item.kind, action.set)
            item.changed |= set(action.set)
            item.fact = changed
            item.state = "corrected" if item.found else "added"
        elif action.do == "mark":
            assert action.to is not None
            to = placed(action.to, self._extraction.source.text)
            if to is None:
                return "text"
            values: dict[str, Any] = {"span": to, "quote": self._extraction.source.text[to.start : to.end]}
            if hasattr(item.fact, "section"):
                values["section"] = section_at(self._extraction, to)
            item.fact = replace(item.fact, **values)
            item.changed.add("quote")
            item.state = "corrected" if item.found else "added"
        elif action.do == "accept":
            if item.kind in FACTS and action.fact:
                item.fact = _with(item.fact, item.kind, action.fact)
            if item.state in ("open", "rejected"):
                item.state = "accepted" if item.found else "added"
        elif action.do == "reject":
            item.state = "rejected"
        elif action.do == "add" and item.state == "rejected":
            # the fact was there, rejected, and is wanted after all
            item.fact = _with(item.fact, item.kind, action.set)
            item.state = "corrected"
        if action.reason:
            item.notes.append((action.who, action.reason))
        if action.who not in item.by:
            item.by.append(action.who)
        return None


def _disputes(action: Action, item: Item) -> Iterator[Dispute]:
    """The fields that the reviewer saw with another value than they have by now, for somebody else was there before."""
    if item.by in ([], [action.who]):
        return
    is_gone = item.state == "rejected"
    if action.do != "note" and (action.seen == "rejected") != is_gone != (action.do == "reject"):
        yield Dispute("state", item.state, action.who, _STATES.get(action.do, "corrected"))
    seen: Mapping[str, Any] = {}
    if action.do == "correct":
        seen = action.was
    elif action.do == "accept" and item.kind in FACTS:
        seen = action.fact
    now = snapshot(item.kind, item.fact)
    for name, value in seen.items():
        says = action.set.get(name, value)
        if name in now and now[name] not in (value, says):
            yield Dispute(name, now[name], action.who, says)


def _with(fact: Any, kind: str, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - one of the fact classes
    """The fact with some fields changed; a deadline that is given is no longer taken from elsewhere."""
    known = {known.name for known in FIELDS[kind]}
    values = values_of(kind, {name: value for name, value in given.items() if name in known})
    changed = replace(fact, **values)
    if kind == "targets" and changed.inherited:
        kept = {
            name: span
            for name, span in changed.inherited.items()
            if name not in values or getattr(fact, name) == values[name]
        }
        changed = replace(changed, inherited=kept)
    return changed


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.length, other.length)
