"""Headings without a number: short lines of their own such as `2025年工作回顾`, `主要目标`, `附件2`, where the document uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span
from planlint.outline.annexes import is_annex
from planlint.text.dates import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import Paragraph
    from planlint.outline.vocabulary import HeadingWords

_LONGEST = 30
_SHORTEST = 2
# A longer line may be the first of a paragraph that is broken by hand, unless its last word speaks for it.
_LONGEST_UNUSUAL = 20
# A line of text behind a heading is longer, or ends in a mark.
_TEXT = 40
# Marks that no heading holds; those that end a line of text.
_REFUTING = frozenset("。；，：！？;,:!?…|》【】")
_ENDS = "。；！？!?;：:）)”》"
_EDGES = " \t\u3000\u2002\u2003\u00a0*#"
_FEWEST = 2
_ROW = 3
# 2025年工作回顾 begins with a year; 0775-7072105 is a telephone number.
_FIGURES = re.compile(r"(?!\d{4}年)\d|.*\d{5}")


def find_unnumbered(
    text: str,
    paragraphs: Sequence[Paragraph],
    title: Span | None,
    tables: Sequence[Span],
    words: HeadingWords,
) -> list[Unnumbered]:
    """The headings without a number, in order.

    A line is one if nothing in it reads as a sentence, text stands before it and behind it, and either another line of the document is
    the same or its last word is one that headings end in (…工作回顾, …主要目标).
    """
    lines = _Lines(text, paragraphs, tables, words)
    short = [lines.is_short(at) for at in range(len(paragraphs))]
    found = [at for at in _outside_rows(short) if _may_be(lines, at, title)]
    usual = {at for at in found if lines.is_usual(at)}
    others = {at for at in found if at not in usual and lines.span(at).length <= _LONGEST_UNUSUAL}
    taken = usual | others if len(others) >= _FEWEST else usual
    return [Unnumbered(lines.span(at), lines.is_annex(at)) for at in sorted(taken)]


class Unnumbered(NamedTuple):
    """A heading without a number; `annex` where it is 附件2 and what stands below is a text of its own."""

    span: Span
    annex: bool


class _Lines:
    """The paragraphs as lines: what each says, which are short, which are text."""

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], tables: Sequence[Span], words: HeadingWords
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.words = words
        self.in_table = _within(paragraphs, tables)

    def span(self, at: int) -> Span:
        start, end = self.paragraphs[at].span
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        return Span(start, end)

    def line(self, at: int) -> str:
        start, end = self.span(at)
        return self.text[start : min(end, start + _LONGEST + 10)]

    def is_short(self, at: int) -> bool:
        """Whether a paragraph is a short line of its own without any mark of a sentence."""
        paragraph = self.paragraphs[at]
        if paragraph.kind != "body" or at in self.in_table or self._opens_section(at):
            return False
        start, end = paragraph.span
        whole = self._at_break(start - 1) and self._at_break(end)
        line = self.line(at)
        return whole and _SHORTEST <= len(line) <= _LONGEST and not _REFUTING.intersection(line)

    def is_text(self, at: int) -> bool:
        """Whether a paragraph is running text or opens a section."""
        start, end = self.paragraphs[at].span
        return end - start >= _TEXT or self.text[end - 1] in _ENDS or self._opens_section(at)

    def ends(self, at: int) -> bool:
        """Whether a paragraph comes to an end, so that the next line begins something."""
        last = self.text[self.paragraphs[at].span.end - 1]
        return last in _ENDS or self.paragraphs[at].kind == "heading" or self.is_short(at)

    def is_usual(self, at: int) -> bool:
        """Whether a line ends in a word that headings end in, or names an annex."""
        line = "".join(self.line(at).split())
        return line in self.words.names or line.endswith(self.words.heading_ends) or self.is_annex(at)

    def is_annex(self, at: int) -> bool:
        """Whether a line is nothing but the number of an annex: 附件, 附件2."""
        return is_annex(self.line(at), self.words)

    def _opens_section(self, at: int) -> bool:
        before = self.paragraphs[at - 1].section if at else None
        return self.paragraphs[at].section != before

    def _at_break(self, at: int) -> bool:
        return not 0 <= at < len(self.text) or self.text[at] == "\n"


def _may_be(lines: _Lines, at: int, title: Span | None) -> bool:
    line = lines.line(at)
    if title is not None and lines.paragraphs[at].span.start < title.end:
        return False
    if (
        lines.words.contents_pattern.search(line)
        or not any(ch >= "\u4e00" for ch in line)
        or _FIGURES.match(line)
        or DATE.search(line)
        or line.endswith(lines.words.signers)
    ):
        return False
    last = len(lines.paragraphs) - 1
    behind = at < last and (lines.is_text(at + 1) or (at + 1 < last and lines.is_text(at + 2)))
    return behind and (at == 0 or lines.ends(at - 1))


def _outside_rows(short: Sequence[bool]) -> Iterator[int]:
    """The places of short lines of which no three stand in a row: those are a list of names, a form, a signature."""
    at = 0
    while at < len(short):
        end = at
        while end < len(short) and short[end]:
            end += 1
        if end - at < _ROW:
            yield from range(at, end)
        at = end + 1


def _within(paragraphs: Sequence[Paragraph], tables: Sequence[Span]) -> set[int]:
    """The places of the paragraphs that lie in the sorted spans."""
    found: set[int] = set()
    spans = iter(tables)
    span = next(spans, None)
    for at, paragraph in enumerate(paragraphs):
        while span is not None and span.end <= paragraph.span.start:
            span = next(spans, None)
        if span is not None and paragraph.span.start >= span.start:
            found.add(at)
    return found
