"""What a check looks at and how it speaks: the extraction, the settings, and findings made from places of the clean text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.check.page_data import end_of_page_data
from planlint.model.alignment import Edit
from planlint.model.finding import Finding, Fix, Level
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.document import Paragraph
    from planlint.model.fact import Extraction, Period
    from planlint.rulebook import Rulebook
    from planlint.rulebook.checks import CheckRule


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What a configuration says: levels and options by rule id, the period, the units of the place, the schema, the profile."""

    levels: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    period: Period | None = None
    roster: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    schema: str | None = None
    profile: str = "recommended"


class CheckContext:
    """One document under check."""

    def __init__(self, extraction: Extraction, settings: CheckSettings, rulebook: Rulebook) -> None:
        self.extraction = extraction
        self.settings = settings
        self.rulebook = rulebook
        self.clean = extraction.clean
        self.text = extraction.clean.text
        self.outline = extraction.outline
        self.source = extraction.source.text
        # where the page stops speaking of the document and the document begins
        self.begins = end_of_page_data(self.clean, self.outline, rulebook)
        self._paragraphs: tuple[Paragraph, ...] | None = None
        self._places: dict[Span, Span] = {}
        self._stretches: tuple[Span, ...] | None = None
        self._stretch_starts: list[int] = []
        self._sections = [(self.clean.to_source(s.span).start, s.path) for s in self.outline.sections]
        self._section_starts = [start for start, _ in self._sections]

    @property
    def period(self) -> Period | None:
        """The years of the plan: as configured, else as the plan says."""
        return self.settings.period or self.extraction.document.period

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The plan's paragraphs, site chrome and what a page says of the document left out."""
        if self._paragraphs is None:
            self._paragraphs = tuple(
                p
                for p in self.outline.paragraphs
                if p.span.start >= self.begins and not self.clean.is_chrome(p.span.start)
            )
        return self._paragraphs

    def source_of(self, paragraph: Paragraph) -> Span:
        """The place of a paragraph in the source, looked up once: several rules ask for all of them."""
        place = self._places.get(paragraph.span)
        if place is None:
            place = self._places[paragraph.span] = self.clean.to_source(paragraph.span)
        return place

    def stretches(self) -> tuple[Span, ...]:
        """The SOURCE stretches of the plan's paragraphs and its title, in order, disjoint."""
        if self._stretches is None:
            spans = [self.source_of(p) for p in self.paragraphs()]
            if self.outline.title is not None:
                spans.append(self.clean.to_source(self.outline.title))
            found: list[Span] = []
            for start, end in sorted(spans):
                last = found[-1].end if found else 0
                if end > last:
                    found.append(Span(max(start, last), end))
            self._stretches = tuple(found)
            self._stretch_starts = [span.start for span in found]
        return self._stretches

    def in_plan(self, at: int) -> bool:
        """Whether a SOURCE offset lies in the plan's own words."""
        stretches = self.stretches()
        i = bisect.bisect_right(self._stretch_starts, at) - 1
        return i >= 0 and at < stretches[i].end

    def says(self, at: int) -> bool:
        """Whether a CLEAN offset lies in the plan's own words: in a paragraph or the title, in no chrome."""
        title = self.outline.title
        inside = self.outline.paragraph_at(at) is not None or (
            title is not None and title.start <= at < title.end
        )
        return inside and at >= self.begins and not self.clean.is_chrome(at)

    def opens_line(self, at: int) -> bool:
        """Whether nothing but blanks and Markdown stands before a CLEAN offset in its line of the source."""
        start = self.clean.to_source(Span(at, at + 1)).start
        line = self.source[self.source.rfind("\n", 0, start) + 1 : start]
        return not line.strip(" \t\r\u3000\u00a0*#|>")

    def in_table(self, span: Span) -> bool:
        """Whether a clean span begins in a table."""
        at, tables = self.clean.to_source(span).start, self.clean.tables
        i = bisect.bisect_right(tables, at, key=lambda table: table.span.start) - 1
        return i >= 0 and at < tables[i].span.end

    def find(
        self,
        rule: CheckRule,
        span: Span,
        edits: Sequence[Edit] = (),
        related: Sequence[Span] = (),
        level: Level | None = None,
        **words: object,
    ) -> Finding:
        """A finding at a place of the CLEAN text; `edits` are source edits of its fix, `words` fill the message."""
        source = self.clean.to_source(span)
        return self.find_source(
            rule, source, edits, [self.clean.to_source(r) for r in related], level, **words
        )

    def find_source(
        self,
        rule: CheckRule,
        source: Span,
        edits: Sequence[Edit] = (),
        related: Sequence[Span] = (),
        level: Level | None = None,
        **words: object,
    ) -> Finding:
        """A finding at a place of the SOURCE text."""
        quote = self.source[source.start : source.end]
        configured = self.settings.levels.get(rule.id)
        chosen: Level = level or rule.level
        if configured in ("error", "warning", "info"):
            chosen = configured  # type: ignore[assignment]
        fix = Fix(rule.fix, tuple(edits)) if edits and rule.fix else None
        words.setdefault("text", " ".join(quote.split()))
        message = rule.message.format_map(_Words(words))
        return Finding(
            rule.id, rule.name, chosen, message, quote, source, self._section(source), fix, tuple(related),
            of_document=source == self.document_place(),
        )  # fmt: skip

    def edit(self, span: Span, new: str) -> list[Edit]:
        """The source edit that replaces a clean span; none where the source reads otherwise there (a page mark inside)."""
        source = self.clean.to_source(span)
        if self.source[source.start : source.end] != self.text[span.start : span.end]:
            return []
        return [Edit(source.start, source.end, new)]

    def document_place(self) -> Span:
        """The source span that a finding about the whole document has: the title's, else the first paragraph's."""
        if self.outline.title is not None:
            return self.clean.to_source(self.outline.title)
        for paragraph in self.outline.paragraphs:
            return self.clean.to_source(paragraph.span)
        return Span(0, len(self.source))

    def _section(self, source: Span) -> str | None:
        at = bisect.bisect_right(self._section_starts, source.start) - 1
        return self._sections[at][1] if at >= 0 else None


class _Words(dict[str, object]):
    """A message's blanks; one that nobody filled stays as it is written."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
