"""All headings in one tree: a heading without a number stands above the run that begins behind it, or within the section around it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.model.document import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.document import Section
    from planlint.model.span import Span
    from planlint.outline.unnumbered import Unnumbered


@dataclass(slots=True)
class _Open:
    """A heading that is still open. `level` is a section's depth, or that of the run which stands below a heading without a number.

    None: no section begins below it, and the next one closes it.
    """

    at: int
    level: int | None
    numbered: bool
    annex: bool = False


def heading_tree(
    text: str, sections: Sequence[Section], opens_run: Sequence[bool], unnumbered: Sequence[Unnumbered]
) -> tuple[Heading, ...]:
    """The sections' headings and those without a number, each with what it stands below and where its text ends."""
    return _Tree(text, sections, opens_run).grow(unnumbered)


class _Tree:
    """One walk over both kinds of headings with a stack of the open ones."""

    def __init__(self, text: str, sections: Sequence[Section], opens_run: Sequence[bool]) -> None:
        self.text = text
        self.sections = sections
        self.opens_run = opens_run
        self.starts = [section.span.start for section in sections]
        self.found: list[Heading] = []
        self.stack: list[_Open] = []

    def grow(self, unnumbered: Sequence[Unnumbered]) -> tuple[Heading, ...]:
        """The tree in reading order."""
        at = 0
        for span, annex in unnumbered:
            upto = bisect.bisect_left(self.starts, span.start, at)
            for section in self.sections[at:upto]:
                self._numbered(section)
            at = upto
            if annex:
                self._annex(span)
            else:
                self._unnumbered(span, at)
        for section in self.sections[at:]:
            self._numbered(section)
        return tuple(self.found)

    def _numbered(self, section: Section) -> None:
        while self.stack and self._closed_by(self.stack[-1], section.level):
            self._close(section.span.start)
        self._push(section.heading, section.span, section.level, section.id)

    def _closed_by(self, open_: _Open, level: int) -> bool:
        """Whether a section of this depth ends what is open."""
        if open_.annex:
            return False
        if open_.level is None:
            return True
        return open_.level >= level if open_.numbered else open_.level > level

    def _annex(self, span: Span) -> None:
        while self.stack:
            self._close(span.start)
        self._push(self.text[span.start : span.end], span, 0, None)
        self.stack[-1].annex = True

    def _unnumbered(self, span: Span, following: int) -> None:
        level = self._run_below(following)
        inside = following < len(self.sections) or self._follows_heading(span) or self._has_peer()
        while self.stack and not self.stack[-1].annex:
            top = self.stack[-1]
            if level is not None:
                ends = top.level is None or top.level >= level
            else:
                ends = not inside or (not top.numbered and top.level is None)
            if not ends:
                break
            self._close(span.start)
        self._push(self.text[span.start : span.end], span, level, None)

    def _run_below(self, following: int) -> int | None:
        """The depth of the run that begins behind a heading, or goes on there one level further down."""
        if following == len(self.sections):
            return None
        section = self.sections[following]
        deepest = next((o.level for o in reversed(self.stack) if o.numbered), None)
        if self.opens_run[following] or (deepest is not None and section.level > deepest):
            return section.level
        return None

    def _follows_heading(self, span: Span) -> bool:
        """Whether nothing stands between the heading before it and this one: 三、重点任务 / 育种."""
        return bool(self.found) and not self.text[self.found[-1].span.end : span.start].strip(" \n。")

    def _has_peer(self) -> bool:
        """Whether the heading before it stands within a section, too."""
        return bool(self.stack) and not self.stack[-1].numbered and self.stack[-1].level is None

    def _push(self, heading: str, span: Span, level: int | None, section: str | None) -> None:
        parent = self.stack[-1].at if self.stack else None
        self.stack.append(_Open(len(self.found), level, section is not None))
        self.found.append(Heading(heading, span, len(self.text), parent, section))

    def _close(self, end: int) -> None:
        at = self.stack.pop().at
        self.found[at] = replace(self.found[at], end=end)
