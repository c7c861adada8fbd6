"""Lists of units on a line of their own below a task, without label or bracket: `市司法局、市应急局，各区政府`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.facts.responsibilities.lists import names_of
from planlint.facts.responsibilities.places import Found, bare, inside, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.document import Outline
    from planlint.model.span import Span

_LONGEST = 200
_NO_LIST = "。；;：:！？《》“”"


def own_lines(
    text: str, outline: Outline, words: UnitWords, taken: Sequence[Span]
) -> Iterator[tuple[Span, Found]]:
    """The lines that hold two or more units and nothing else, between a task's last 。 and the next heading."""
    paragraphs = outline.paragraphs
    for i in range(1, len(paragraphs)):
        span = paragraphs[i].span
        if (
            span.end - span.start > _LONGEST
            or paragraphs[i].kind == "heading"
            or inside(span.start, taken)
            or not _closes(text, paragraphs[i - 1].span)
        ):
            continue
        line = text[span.start : span.end]
        follows = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        if (
            "、" not in line
            or any(mark in line for mark in _NO_LIST)
            or (
                follows is not None
                and outline.section_at(follows.span.start) is outline.section_at(span.start)
            )
        ):
            continue
        names = names_of(text, span, words)
        if len(names) > 1 and all(
            is_name(n.unit, words, loose=False) and (words.strong.search(bare(n.unit)) or n.role or n.rank)
            for n in names
        ):
            yield (
                span,
                Found(names, "responsible", "RSP-bracket-own-line", any(n.role is not None for n in names)),
            )


def _closes(text: str, before: Span) -> bool:
    return text[before.start : before.end].rstrip().endswith("。")
