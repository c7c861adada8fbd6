"""Half-sentences with the mentions in them: what every finder of facts looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.terms import Terms
from planlint.model.zone import Zones
from planlint.reading.placed_tables import PlacedTables
from planlint.reading.sorted import Sorted
from planlint.reading.stages import stages
from planlint.text.marks import full_width_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import CleanText, Outline, Paragraph, Section
    from planlint.model.mention import Mentions, Quantity, TimeMention


@dataclass(frozen=True, slots=True)
class HalfSentence:
    """What stands between two 。 or ； of a paragraph, with the quantities and times in it.

    `row_time` is the deadline of the table row that it is a cell of, `row_name` what earns the row's money.
    """

    span: Span
    paragraph: Paragraph
    section: Section | None
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    opens_sentence: bool
    row_time: TimeMention | None = None
    row_name: str = ""


# What runs on longer without any 。 or ； is no sentence (a flattened table, a hundred thousand commas): it is taken in pieces, so that
# what the finders do within one half-sentence costs the same everywhere.
_LONGEST_HALF = 1200
# A run of this many half-sentences that stand earlier in the text word for word is a second printing.
_REPEATED = 4


class Reading:
    """A document with everything the finders need, and the headings' path as text for each section."""

    def __init__(
        self, clean: CleanText, outline: Outline, mentions: Mentions, terms: Terms | None = None
    ) -> None:
        self.clean = clean
        self.outline = outline
        self.mentions = mentions
        self.terms = terms if terms is not None else Terms()
        self.zones = Zones()
        # the patterns of rules are written with full-width punctuation; the text they see has the same
        self.rule_text = full_width_marks(clean.text)
        self.tables = PlacedTables(clean, mentions)
        self._halves: tuple[HalfSentence, ...] | None = None
        self._headings: dict[str, str] = {}
        self._stages: tuple[tuple[Section, TimeMention], ...] | None = None
        self._repeated: list[Span] = []

    def half_sentences(self) -> tuple[HalfSentence, ...]:
        """All half-sentences of the plan's paragraphs, in order, without a second printing of the same text.

        Of a table's cells only those with clauses in them are among these.
        """
        if self._halves is None:
            self._halves = tuple(self._first_printing(list(self._all_half_sentences())))
        return self._halves

    def repeated(self) -> list[Span]:
        """The half-sentences that stand earlier in the plan word for word, in runs: a second printing."""
        self.half_sentences()
        return self._repeated

    def _first_printing(self, halves: list[HalfSentence]) -> Iterator[HalfSentence]:
        text = self.clean.text
        seen: set[str] = set()
        run: list[HalfSentence] = []
        for half in halves:
            words = text[half.span.start : half.span.end].strip()
            if words in seen:
                run.append(half)
                continue
            yield from self._short_run(run)
            run = []
            if len(words) > 8:
                seen.add(words)
            yield half
        yield from self._short_run(run)

    def _short_run(self, run: list[HalfSentence]) -> list[HalfSentence]:
        """A short run of repeated half-sentences is kept (a formula said twice), a long one is put aside."""
        if len(run) < _REPEATED:
            return run
        self._repeated.extend(half.span for half in run)
        return []

    def _all_half_sentences(self) -> Iterator[HalfSentence]:
        text = self.clean.text
        quantities, times = Sorted(self.mentions.quantities), Sorted(self.mentions.times)
        for paragraph in self.outline.paragraphs:
            if self.tables.is_structured(paragraph.span.start):
                continue
            row = (self.tables.time_at(paragraph.span.start), self.tables.earner_at(paragraph.span.start))
            section = self.tables.section_at(paragraph.span.start, self.outline)
            sentence: Span | None = None
            for whole in self.outline.halves(paragraph):
                for half in _bounded(text, whole.half):
                    yield HalfSentence(
                        half, paragraph, section, quantities.within(half), times.within(half), whole.sentence != sentence, *row
                    )  # fmt: skip
                    sentence = whole.sentence

    def headings(self, section: Section | None) -> str:
        """The headings from the top to a section, joined with |: 总体要求|发展目标."""
        if section is None:
            return ""
        headings = self._headings.get(section.id)
        if headings is None:
            headings = "|".join(s.heading for s in reversed(self.outline.ancestors(section)))
            self._headings[section.id] = headings
        return headings

    def stages(self) -> Sequence[tuple[Section, TimeMention]]:
        """The sections that are stages of the work, each with the time by which it ends; see facts/stages.py."""
        if self._stages is None:
            self._stages = tuple(stages(self.outline, self.mentions))
        return self._stages

    def clause(self, half: Span, at: int) -> Span:
        """The clause of a half-sentence that holds an offset; the half-sentence itself for an offset outside."""
        clause = self.outline.clause_at(at) if half.start <= at < half.end else None
        if clause is None:
            return half
        # a half-sentence may be a piece of one that is too long
        return Span(max(clause.span.start, half.start), min(clause.span.end, half.end))


def _bounded(text: str, half: Span) -> Iterator[Span]:
    """The half-sentence itself, or pieces of one that is too long, cut behind a comma where there is one."""
    start, end = half
    while end - start > _LONGEST_HALF:
        limit = start + _LONGEST_HALF
        cut = max(text.rfind(mark, start, limit) for mark in "，,、：: ") + 1
        cut = cut if cut > start else limit
        yield Span(start, cut)
        start = cut
    yield Span(start, end)
