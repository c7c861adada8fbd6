"""Runs the passes in their order and folds their edits into one way back; then marks what is site chrome."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planlint.clean import blanks, cells, characters, cut_lines, page_marks, wraps
from planlint.clean.chrome import find_chrome
from planlint.clean.stops import full_stops
from planlint.model.alignment import Alignment, Edit, apply_edits
from planlint.model.document import CleanText, Removal
from planlint.model.span import Span
from planlint.rulebook.labels import label_words
from planlint.text.wrap_width import wrap_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planlint.model.document import SourceDocument
    from planlint.model.table import Table
    from planlint.rulebook import Rulebook

Pass = tuple[str, "Callable[[str], Iterable[Edit]]"]


def _passes(text: str, rules: Rulebook, tables: Sequence[Table]) -> tuple[Pass, ...]:
    """The passes in their order; what reads a table's borders runs where there is one."""
    # the width is that of the lines as they came: a page mark that goes makes two lines one
    labels, wrap = label_words(rules), wrap_of(text.split("\n"))
    borders: tuple[Pass, ...] = (("cells", partial(cells.breaks, tables=tables)),) if tables else ()
    return (
        *borders, ("characters", characters.edits), ("page-mark", page_marks.edits), ("cut-lines", partial(cut_lines.edits, wrap=wrap, labels=labels)), ("blanks", blanks.edits),
        ("wraps", partial(wraps.edits, labels=labels)), ("number-blanks", blanks.inside_edits), ("cell-ends", cells.ends),
    )  # fmt: skip


def clean_text(source: SourceDocument, rules: Rulebook, tables: Sequence[Table] = ()) -> CleanText:
    r"""The text that the rules read. Paragraphs and the cells of `tables` end in one "\n"; digits, letters and ％ are half-width."""
    text = full_stops(characters.half_width(source.text))
    alignments: list[Alignment] = []
    removed: list[Removal] = []
    for name, edits in _passes(text, rules, tables):
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
    clean = CleanText(text, source, tuple(alignments), removed=tuple(removed), tables=tuple(tables))
    zones = [clean.from_source(table.span) for table in tables]
    return replace(clean, chrome=tuple(find_chrome(text, rules, zones)))


def _back(alignments: list[Alignment], edit: Edit) -> Span:
    span = Span(edit.start, edit.end)
    for alignment in reversed(alignments):
        span = alignment.to_source(span)
    return span
