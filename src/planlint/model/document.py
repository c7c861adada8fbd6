"""A plan as read, as cleaned and as outlined: source text, clean text with its way back, tree of sections."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.alignment import Alignment
    from planlint.model.table import Table

# Which of its texts a file with tracked changes gives: the one with all of them accepted, or the one before them.
Revisions = Literal["accepted", "original"]


class Cell(NamedTuple):
    """Where a table cell stands in the original file, all counted from 1; merged cells take several rows or columns."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the original file that the source text came from: a page, a paragraph, a table cell.

    `label` names it within its kind: `3` for the third page or paragraph, `T1R2C3` for a cell, whose place `cell` gives in numbers.
    A text box and a footnote are paragraphs that stand outside the flow of the page.
    """

    kind: Literal["page", "paragraph", "cell", "textbox", "footnote"]
    span: Span
    label: str
    cell: Cell | None = None


class Apart(NamedTuple):
    """Words that the file prints outside its text, in which no span counts: a running head, a page's foot."""

    kind: Literal["header", "footer", "page-number"]
    text: str


# What counts as a page, and what as a paragraph.
_HOMES = {"page": ("page",), "paragraph": ("paragraph", "cell", "textbox", "footnote")}


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """The text of one file, exactly as decoded: what every reported span counts in."""

    path: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    marks: tuple[Mark, ...] = ()
    apart: tuple[Apart, ...] = ()
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _homes: dict[str, list[Mark]] = field(default_factory=dict, repr=False, compare=False)

    def home(self, kind: Literal["page", "paragraph"], offset: int) -> str | None:
        """The label of the page, or of the paragraph or cell, of the original file that a source offset came from; None where it has none."""
        if not self._homes:
            for name, kinds in _HOMES.items():
                found = (mark for mark in self.marks if mark.kind in kinds)
                self._homes[name] = sorted(found, key=lambda mark: (mark.span.start, -mark.span.end))
        marks = self._homes[kind]
        # cells lie in cells: the last that begins before it is the innermost, where it reaches so far
        at = bisect.bisect_right(marks, offset, key=lambda mark: mark.span.start) - 1
        return marks[at].label if at >= 0 and offset < marks[at].span.end else None

    def place(self, offset: int) -> tuple[int, int]:
        r"""Line and column, both from 1, of a source offset. A line ends at \n, \r\n or \r."""
        starts = self._lines()
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int) -> int | None:
        """Where a line, counted from 1, begins; None where the text has no such line."""
        starts = self._lines()
        return starts[line - 1] if 1 <= line <= len(starts) else None

    def _lines(self) -> list[int]:
        starts = self._line_starts
        if not starts:
            starts.append(0)
            text = self.text
            for i, ch in enumerate(text):
                if ch == "\n" or (ch == "\r" and text[i + 1 : i + 2] != "\n"):
                    starts.append(i + 1)
        return starts


@dataclass(frozen=True, slots=True)
class Chrome:
    """A stretch of clean text that belongs to the site or the copy, not to the plan (来源…阅读量…, 相关阅读 …)."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of SOURCE text that cleaning deleted from inside the plan's own words (a page mark `6、`)."""

    source_span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""The text the rules read, and the monotone way back to the source.

    Paragraphs are separated by exactly one "\n"; digits, Latin letters, `%` and ASCII punctuation marks that
    full-width forms stand for are half-width only where that keeps the length; see clean/. The cells of `tables`, whose
    spans are source spans, are paragraphs of their own.
    """

    text: str
    source: SourceDocument
    passes: tuple[Alignment, ...] = ()
    chrome: tuple[Chrome, ...] = ()
    removed: tuple[Removal, ...] = ()
    tables: tuple[Table, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The source span that a clean span came from: first character's start to last character's end."""
        start, end = span
        for alignment in reversed(self.passes):
            start, end = alignment.to_source(Span(start, end))
        return Span(start, end)

    def from_source(self, span: Span) -> Span:
        """The clean span of what is left of a source span; empty where cleaning dropped all of it."""
        for alignment in self.passes:
            span = alignment.from_source(span)
        return span

    def quote(self, span: Span) -> str:
        """The source characters behind a clean span, cuts included."""
        start, end = self.to_source(span)
        return self.source.text[start:end]

    def is_chrome(self, offset: int) -> bool:
        """Whether a clean offset lies in site chrome."""
        return any(c.span.start <= offset < c.span.end for c in self.chrome)


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered heading of the plan with its own text (without the sub-sections' text).

    `label` is as printed (`(一)`), `path` the labels from the top joined with `|` (`三、|(一)|1.`). `span` covers
    label and heading; `body` runs from the end of `span` to the next heading, whatever its level.
    """

    id: str
    label: str
    heading: str
    level: int
    parent: str | None
    path: str
    span: Span
    body: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any kind in the tree of all headings: a numbered one (`section` is its id) or one without a number.

    What stands below it runs from the end of `span` to `end`; `parent` is the place of the heading above it in `Outline.headings`.
    """

    text: str
    span: Span
    end: int
    parent: int | None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of plan text without a line break, in one section; the paragraphs of an outline are sorted, disjoint.

    A paragraph that opens with a run-in heading or an item number includes that label and heading. `kind`:
    `heading` stands alone as a heading line, `bullet` opens with — or · or ●, `body` is the rest.
    """

    span: Span
    section: str | None
    kind: Literal["heading", "body", "bullet"]


def _start(clause: Clause) -> int:
    return clause.span.start


class Clause(NamedTuple):
    """What stands between two ，, with the half-sentence (between two ；), the sentence and the paragraph around it."""

    span: Span
    half: Span
    sentence: Span
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in reading order and the paragraphs of the plan (chrome is in no paragraph).

    `headings` are the sections' and those without a number (2025年工作回顾, 附件2), one tree in reading order.
    `title` is where the plan's own title stands, if it was found. `scope` is the stretch of clean text that is the plan itself (title
    through last paragraph); what lies outside is a forwarding notice, chrome or a second printing.
    """

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    title: Span | None = None
    headings: tuple[Heading, ...] = ()
    # how a paragraph is split; done where it is asked for, and once
    split: Callable[[Paragraph], tuple[Clause, ...]] | None = field(default=None, repr=False, compare=False)
    _clauses: dict[int, tuple[Clause, ...]] = field(default_factory=dict, repr=False, compare=False)
    _section_starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _paragraph_starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _heading_starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        # plain lists: a bisect that calls back for each key costs more than the rest of the search
        self._section_starts[:] = [s.span.start for s in self.sections]
        self._paragraph_starts[:] = [p.span.start for p in self.paragraphs]
        self._heading_starts[:] = [h.span.start for h in self.headings]

    def section(self, section_id: str | None) -> Section | None:
        """The section with this id."""
        if section_id is None:
            return None
        return self.sections[int(section_id[1:]) - 1]

    def labels(self) -> list[Span]:
        """Where the sections' labels stand, in order."""
        return [Span(s.span.start, s.span.start + len(s.label)) for s in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The section whose heading or own text holds a clean offset."""
        i = bisect.bisect_right(self._section_starts, offset) - 1
        return self.sections[i] if i >= 0 else None

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a clean offset."""
        i = bisect.bisect_right(self._paragraph_starts, offset) - 1
        if i >= 0 and offset < self.paragraphs[i].span.end:
            return self.paragraphs[i]
        return None

    def clauses(self, paragraph: Paragraph) -> tuple[Clause, ...]:
        """The clauses of a paragraph, in order."""
        start = paragraph.span.start
        if start not in self._clauses:
            self._clauses[start] = self.split(paragraph) if self.split is not None else ()
        return self._clauses[start]

    def halves(self, paragraph: Paragraph) -> Iterator[Clause]:
        """The first clause of each half-sentence of a paragraph, in order: it knows the half and the sentence."""
        half: Span | None = None
        for clause in self.clauses(paragraph):
            if clause.half != half:
                yield clause
            half = clause.half

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that holds a clean offset, with its half-sentence and sentence; None outside all paragraphs."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return None
        clauses = self.clauses(paragraph)
        at = bisect.bisect_right(clauses, offset, key=_start) - 1
        return clauses[at] if at >= 0 else None

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The headings that a clean offset stands under, the outermost first, with a number or without one.

        In a report: `("2026年工作安排", "着力扩大内需", "提振消费")`, where only the last two are sections.
        """
        return tuple(heading.text for heading in reversed(self.headings_above(offset)))

    def headings_above(self, offset: int) -> tuple[Heading, ...]:
        """The headings that a clean offset stands under, the nearest first, with a number or without one."""
        at: int | None = bisect.bisect_right(self._heading_starts, offset) - 1
        found: list[Heading] = []
        while at is not None and at >= 0:
            heading = self.headings[at]
            if offset < heading.end:
                found.append(heading)
            at = heading.parent
        return tuple(found)

    def ancestors(self, section: Section) -> tuple[Section, ...]:
        """The section itself, its parent, and so on to the top."""
        chain = [section]
        while (parent := self.section(chain[-1].parent)) is not None:
            chain.append(parent)
        return tuple(chain)
