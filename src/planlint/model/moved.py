"""The marks of a text and edits of it in, the marks of the edited text out: the cell 50-100万元 is then the cell 50万元—100万元."""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING

from planlint.model.document import Mark
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.alignment import Edit


def moved(marks: Sequence[Mark], edits: Sequence[Edit]) -> tuple[Mark, ...]:
    """The marks of a text in the text that sorted, disjoint edits make of it; what is put in at a mark's edge belongs to it."""
    if not edits:
        return tuple(marks)
    grown = [0, *itertools.accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    before = [(edit.end, edit.start) for edit in edits]

    def place(mark: Mark) -> Span:
        start = mark.span.start + grown[bisect.bisect_left(before, (mark.span.start, mark.span.start))]
        return Span(
            start,
            max(start, mark.span.end + grown[bisect.bisect_right(before, (mark.span.end, mark.span.end))]),
        )

    return tuple(Mark(mark.kind, place(mark), mark.label, mark.cell) for mark in marks)
