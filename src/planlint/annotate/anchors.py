"""Places of the source text in, places of the Word file out: the runs a finding stands in, or the paragraph next to it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.annotate.homes import Homes, References
from planlint.model.span import Span
from planlint.read.elements import local

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from planlint.annotate.markup import Markup
    from planlint.model.alignment import Edit
    from planlint.read.docx.body import RunPlace

_BLANKS = " \t\xa0\u3000\u200b\ufeff\n"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the document: before the character `offset` of a text element, or at the edge of what cannot be split."""

    carrier: Element
    text: Element | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one point to another; for a paragraph as a whole `start` and `end` are both the paragraph."""

    start: Point
    end: Point
    whole: bool = False


class Anchors:
    """The places of one document."""

    def __init__(
        self, markup: Markup, text: str, runs: list[RunPlace], notes: Mapping[str, Element | None]
    ) -> None:
        self._markup = markup
        self._text = text
        self._runs = runs
        self._starts = [run.span.start for run in runs]
        self._homes = Homes(markup)
        self._references = References(markup, notes)

    def of(self, span: Span) -> Stretch:
        """Where a finding's comment goes: its words in the body, else the paragraph that they hang on, else the nearest one."""
        if span.length and span != Span(0, len(self._text)):
            inside = self._overlapping(span)
            first = next((run for run in inside if self._in_body(run)), None)
            if first is not None:
                last = next(run for run in reversed(inside) if self._in_body(run))
                return Stretch(self._point(first, span.start, 0), self._point(last, span.end, -1))
            if inside:
                return self._whole(self._host(inside[0]))
        return self._whole(self._nearest(span.start))

    def carries(self, edit: Edit) -> bool:
        """Whether an edit of the source text can be a tracked change: in runs of one paragraph, which keeps words of its own."""
        if any(ch in "\n\r\t" or not (ch.isprintable() or ch in _BLANKS) for ch in edit.text):
            return False
        touched = self.touched(edit)
        if not touched or any(
            (home := self._homes.of(run.element)) is None or not home.changes for run, _, _ in touched
        ):
            return False
        paragraphs = {self._paragraph(run) for run, _, _ in touched}
        covered = sum(end - start for _, start, end in touched)
        return len(paragraphs) == 1 and covered == edit.end - edit.start and self._keeps_edges(edit)

    def touched(self, edit: Edit) -> list[tuple[RunPlace, int, int]]:
        """The runs that an edit changes, each with the stretch of the source; for an insertion the run it continues."""
        if edit.end > edit.start:
            span = Span(edit.start, edit.end)
            return [
                (r, max(r.span.start, span.start), min(r.span.end, span.end)) for r in self._overlapping(span)
            ]
        at = edit.start
        near = [
            run for run in self._overlapping(Span(at - 1, at + 1)) if run.span.start <= at <= run.span.end
        ]
        return [(near[0], at, at)] if near else []

    def _keeps_edges(self, edit: Edit) -> bool:
        # what is blank at the edge of a paragraph is not read, and without words the paragraph itself is not
        opens = not self._overlapping(Span(edit.start - 1, edit.start))
        closes = not self._overlapping(Span(edit.end, edit.end + 1))
        first = edit.text[:1] or self._text[edit.end : edit.end + 1]
        last = edit.text[-1:] or self._text[edit.start - 1 : edit.start]
        return not (opens and first in _BLANKS) and not (closes and last in _BLANKS)

    def _overlapping(self, span: Span) -> list[RunPlace]:
        first = max(bisect.bisect_right(self._starts, span.start) - 1, 0)
        stop = bisect.bisect_left(self._starts, span.end)
        if first < stop and self._runs[first].span.end <= span.start:
            first += 1
        return self._runs[first:stop]

    def _in_body(self, run: RunPlace) -> bool:
        home = self._homes.of(run.element)
        return home is not None and not self._is_boxed(run.element)

    def _is_boxed(self, element: Element) -> bool:
        return any(local(a) == "txbxContent" for a in self._homes.ancestors(element))

    def _point(self, run: RunPlace, at: int, side: int) -> Point:
        home = self._homes.of(run.element)
        assert home is not None
        if not home.splits:
            return Point(home.carrier, None, side)
        at = min(max(at, run.span.start), run.span.end)
        return Point(home.carrier, run.element, run.offset + at - run.span.start)

    def cut(self, run: RunPlace, at: int) -> Point:
        """The point of a source offset in a run that can be split."""
        return self._point(run, at, 0)

    def _nearest(self, at: int) -> Element:
        """The paragraph whose label or blank stands at a place, else the nearest one."""
        i = bisect.bisect_left(self._starts, at)
        after = next((r for r in self._runs[i:] if self._in_body(r)), None)
        before = next((r for r in reversed(self._runs[:i]) if self._in_body(r)), None)
        if after is not None and (before is None or "\n" not in self._text[at : after.span.start]):
            return self._paragraph(after)
        if before is not None:
            return self._paragraph(before)
        return self._first()

    def _host(self, run: RunPlace) -> Element:
        """The paragraph of the body that a text box hangs on, or that refers to a note."""
        home = self._homes.of(run.element)
        if home is not None:
            return home.paragraph
        reference = self._references.of(run.element)
        above = self._homes.ancestors(reference) if reference is not None else ()
        hosts = [element for element in above if local(element) == "p"]
        return hosts[-1] if hosts else self._first()

    def _first(self) -> Element:
        body = next((run for run in self._runs if self._in_body(run)), None)
        if body is not None:
            return self._paragraph(body)
        return next(element for element in self._markup.root.iter() if local(element) == "p")

    def _paragraph(self, run: RunPlace) -> Element:
        home = self._homes.of(run.element)
        assert home is not None
        return home.paragraph

    def _whole(self, paragraph: Element) -> Stretch:
        return Stretch(Point(paragraph), Point(paragraph), whole=True)
