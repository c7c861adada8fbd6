"""What a report tells of a review: who confirmed or corrected each fact, and which corrections could not be placed.

{"id": "t3", …, "reviewed": {"state": "corrected", "by": ["张三"], "changed": ["value"], "notes": []}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.review.action import FACTS
from planlint.review.apply import review
from planlint.review.journal import journal_path, read_journal
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from planlint.model.fact import Extraction
    from planlint.review.action import Action
    from planlint.review.apply import Review, Unplaced
    from planlint.review.item import Item
    from planlint.review.journal import Journal
    from planlint.sheets.look import Report

_SHORT = 40


def reviewed_beside(
    extraction: Extraction, journal: Path | None = None, who: str | None = None
) -> tuple[Review, Journal]:
    """The plan with what its review file says, or one reviewer in it; the file beside the plan where no other is named."""
    read = read_journal(journal or journal_path(extraction.source.path))
    actions = [action for action in read.actions if who is None or action.who == who]
    return review(extraction, actions), read


def report_with(report: Report, done: Review, read: Journal) -> Report:
    """The report of the reviewed facts, with who reviewed them."""
    told: dict[str, Any] = {
        kind: [_with_mark(fact, kind, done.marks) for fact in report[kind]] for kind in (*FACTS, "numbers")
    }
    told["review"] = {
        "by": list(done.reviewers),
        "actions": len(done.live),
        "rejected": sum(item.state == "rejected" for item in done.items),
        **_left(done, read),
    }
    return {**report, **told}


def say_unplaced(path: str, done: Review, read: Journal, journal: Path | None = None) -> Iterator[Text]:
    """What of a review does not fit its plan, a line each."""
    return complaints(path, _left(done, read), journal)


def complaints(path: str, told: Mapping[str, Any], journal: Path | None = None) -> Iterator[Text]:
    """A line for each action that could not be placed, and for each line that could not be read: none is passed over."""
    beside = journal or journal_path(path)
    for bad in told["unreadable"]:
        yield Text.of("review.bad_line", path=beside, line=bad["line"], what=bad["key"])
    for one in told["unplaced"]:
        yield Text.of(
            "review.unplaced", path=beside, who=one["by"], do=Text.of(f"review.do.{one['do']}"), kind=Text.of(one["kind"]),
            quote=one["quote"], why=Text.of(f"review.why.{one['why']}"),
        )  # fmt: skip


def _left(done: Review, read: Journal) -> dict[str, Any]:
    return {
        "unplaced": [_unplaced(one) for one in done.unplaced],
        "unreadable": [{"line": bad.line, "key": bad.key} for bad in read.bad],
    }


def _with_mark(fact: dict[str, Any], kind: str, marks: Mapping[str, Item]) -> dict[str, Any]:
    item = marks.get(f"n{fact['span']['start']}" if kind == "numbers" else fact["id"])
    if item is None or item.state == "open":
        return fact
    notes = [{"by": who, "note": said} for who, said in item.notes]
    mark = {"state": item.state, "by": list(item.by), "changed": sorted(item.changed), "notes": notes}
    return {**fact, "reviewed": mark}


def _unplaced(one: Unplaced) -> dict[str, Any]:
    action: Action = one.action
    quote = action.place.quote if action.place is not None else ""
    return {
        "id": action.id, "by": action.who, "do": action.do, "kind": action.kind, "why": one.why,
        "quote": quote if len(quote) <= _SHORT else f"{quote[:_SHORT]}…",
    }  # fmt: skip
