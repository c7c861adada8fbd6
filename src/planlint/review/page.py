"""The pages of a review: the list of plans with their progress, one plan with its text and its items, and the parts that change.

They look as the marked page of `extract` does and use its marks; what changes after an action is made here again, escaped like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.report.facts.about import cautions
from planlint.report.record import report_of
from planlint.review.action import FACTS, FINDINGS
from planlint.review.view import items_of, marks_of, spec_of
from planlint.sheets.draw.marked_text import Line, lines_of
from planlint.sheets.draw.page import page_pieces, part, policy_of
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.review.desk import Plan, Seen
    from planlint.words import Words

_STYLES = ("page.css", "marked.css", "review.css")
_SCRIPTS = ("review-text.js", "review.js")
_FOLDER_SCRIPTS = ("review-folder.js",)
# Kinds that can be added, each with the figure of the keyboard that chooses it.
ADDED = tuple((str(n), kind) for n, kind in enumerate(FACTS, 1))


@dataclass(frozen=True, slots=True)
class Text:
    """What `marked/lines.html` draws: a number for the ids of its lines, and the lines."""

    number: int
    lines: tuple[Line, ...]


def policies() -> str:
    """The content security policy of the pages as a header, which no frame of another page may hold."""
    return "; ".join((policy_of(_SCRIPTS, asks=True), "frame-ancestors 'none'"))


def folder_policy() -> str:
    """The same for the list of plans."""
    return "; ".join((policy_of(_FOLDER_SCRIPTS, asks=True), "frame-ancestors 'none'"))


def folder_page(plans: Sequence[Plan], base: str, words: Words) -> str:
    """The list of plans; their progress is asked for by the page."""
    return "".join(
        page_pieces(
            "review/folder.html", words, styles=_STYLES, scripts=_FOLDER_SCRIPTS, policy=policy_of(_FOLDER_SCRIPTS, asks=True), base=base, plans=list(enumerate(plans, 1)),
        )
    )  # fmt: skip


def plan_page(plan: Plan, number: int, count: int, base: str, who: str, words: Words) -> str:
    """One plan; its text and items come as `state_of` gives them."""
    seen = plan.seen()
    return "".join(
        page_pieces(
            "review/plan.html", words, styles=_STYLES, scripts=_SCRIPTS, policy=policy_of(_SCRIPTS, asks=True), base=base, number=number, count=count, who=who,
            title=flat(seen.review.extraction.document.title or plan.path), path=plan.path, spec=spec_of(words), added=ADDED,
            kinds=[*FACTS, "numbers", FINDINGS], earlier=plan.earlier(), texts=_texts(words),
            warnings=list(cautions(report_of(seen.review.extraction), words)),
        )
    )  # fmt: skip


def state_of(seen: Seen, words: Words) -> dict[str, Any]:
    """What the page shows now, for its script."""
    views = items_of(seen, words)
    text = Text(1, tuple(lines_of(seen.source.text, list(marks_of(views, words)))))
    starts = [0]
    for line in text.lines:
        starts.append(starts[-1] + sum(len(piece.text) for piece in line.pieces))
    done, count = seen.progress()
    return {
        "stamp": seen.stamp,
        "text": part("marked/lines.html", words, plan=text),
        "items": part(
            "review/items.html", words, items=views, unplaced=seen.review.unplaced, bad=seen.journal.bad
        ),
        "starts": starts,
        "done": done,
        "all": count,
        "progress": words.say("review.progress", done=done, all=count),
    }


def _texts(words: Words) -> dict[str, str]:
    """The texts that the script needs."""
    return {
        name: words[f"review.page.{name}"]
        for name in (
            "saved", "not_saved", "undone", "nothing_to_undo", "edges_mark", "edges_add", "save", "cancel", "reason", "empty", "new", "nothing",
        )
    }  # fmt: skip
