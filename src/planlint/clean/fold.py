"""Runs the passes in their order and folds their edits into one way back; then marks what is site chrome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.clean import blanks, characters, page_marks, wraps
from planlint.clean.chrome import find_chrome
from planlint.model.alignment import Alignment, Edit, apply_edits
from planlint.model.document import CleanText, Removal
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.model.document import SourceDocument
    from planlint.rulebook import Rulebook

PASSES: tuple[tuple[str, Callable[[str], Iterable[Edit]]], ...] = (
    ("characters", characters.edits),
    ("page-mark", page_marks.edits),
    ("blanks", blanks.edits),
    ("wraps", wraps.edits),
    ("number-blanks", blanks.inside_edits),
)


def clean_text(source: SourceDocument, rules: Rulebook) -> CleanText:
    r"""The text that the rules read. Paragraphs end in one "\n"; digits, letters and ％ are half-width."""
    text = characters.half_width(source.text)
    alignments: list[Alignment] = []
    removed: list[Removal] = []
    for name, edits in PASSES:
        found = list(edits(text))
        if not found:
            continue
        if name == "page-mark":
            removed = [
                Removal(_back(alignments, e), name)
                for e in found
                if any(c.isdigit() for c in text[e.start : e.end])
            ]
        text, alignment = apply_edits(text, found)
        alignments.append(alignment)
    return CleanText(text, source, tuple(alignments), tuple(find_chrome(text, rules)), tuple(removed))


def _back(alignments: list[Alignment], edit: Edit) -> Span:
    span = Span(edit.start, edit.end)
    for alignment in reversed(alignments):
        span = alignment.to_source(span)
    return span
