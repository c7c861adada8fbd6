"""What kinds of corrections recur: a number of one role that reviewers make another, a field that is often corrected the same way.

Three targets of rule ROL210 that were rejected are one row with the count 3, the rule, and the places; a rule's author begins there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.review.action import FACTS
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.review.apply import Review
    from planlint.review.item import Item

_NOT_SAID = "—"
# Fields whose values come from a list, and those that are words of the text.
_LISTED = frozenset(
    {"unit", "role", "comparator", "recurrence", "mode", "payer", "per", "kind", "aspirational", "currency"}
)
_WORDS = frozenset({"indicator", "beneficiary", "title", "document_number", "quote", "task"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of correction: what was done to facts of a kind that a rule found, which field, from what to what."""

    done: str
    kind: str
    rule: str
    field: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A kind of correction with its places: path, line, words."""

    pattern: Pattern
    places: tuple[tuple[str, int, str], ...]


def recurring(reviews: Iterable[Review], least: int) -> list[Recurring]:
    """The kinds of corrections that were made so many times, the most frequent first."""
    found: defaultdict[Pattern, list[tuple[str, int, str]]] = defaultdict(list)
    for done in reviews:
        source = done.extraction.source
        for item in done.items:
            for pattern in _patterns(item):
                line, _ = source.place(item.at.start)
                found[pattern].append((source.path, line, source.text[item.at.start : item.at.end]))
    rows = [Recurring(pattern, tuple(places)) for pattern, places in found.items() if len(places) >= least]
    return sorted(
        rows,
        key=lambda row: (
            -len(row.places),
            row.pattern.kind,
            row.pattern.rule,
            row.pattern.field,
            row.pattern.was,
        ),
    )


def _patterns(item: Item) -> Iterator[Pattern]:
    """What was done to one item."""
    if item.kind not in (*FACTS, "numbers"):
        return
    if item.state == "rejected" and item.found:
        yield Pattern("reject", item.kind, item.base.rule)
    elif item.state == "added":
        yield Pattern("add", item.kind, "", "unit", getattr(item.fact, "unit", None) or "")
    elif item.state == "corrected":
        for name in sorted(item.changed):
            was, now = _said(item.base, name), _said(item.fact, name)
            if was != now:
                yield Pattern("correct", item.kind, item.base.rule, name, *_change(name, was, now))


def _change(name: str, was: str, now: str) -> tuple[str, str]:
    """From what to what: values of a list as they are; of words what was cut off or put on; of numbers only whether there is one."""
    if name in _LISTED:
        return was, now
    if name in _WORDS and was != now and now in was:
        return was.replace(now, "…", 1), "…"
    if name in _WORDS and was in now:
        return "…", now.replace(was, "…", 1)
    return (_NOT_SAID if was == _NOT_SAID else ""), (_NOT_SAID if now == _NOT_SAID else "")


def _said(fact: object, name: str) -> str:
    value = plain(getattr(fact, name))
    return _NOT_SAID if value is None else str(value)
