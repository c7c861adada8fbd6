"""A checked document as the rules walk through it: sentences with their sections, facts with their places in the clean text."""

from __future__ import annotations

import bisect
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.check.audit.figures import Figures
from planlint.rulebook.schemas import load_schemas, pick_schema
from planlint.text.marks import full_width_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.document import Paragraph, Section
    from planlint.model.fact import Target
    from planlint.model.span import Span
    from planlint.rulebook.plan_schema import PlanSchema


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the plan, up to its 。, with the paragraph and the section it stands in."""

    span: Span
    paragraph: Paragraph
    section: Section | None


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target with its place in the clean text and the sentence that holds it."""

    fact: Target
    span: Span
    sentence: Sentence | None


class DocumentReading:
    """What several rules need of one document, made once."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self.text = context.text
        # the patterns of rules are written with full-width marks; of equal length, so that places stay
        self.folded = full_width_marks(context.text)
        self.figures = Figures(context.text, context.extraction.mentions.quantities)
        self._halves = tuple(self._all_halves())
        self.sentences: tuple[Sentence, ...] = tuple(
            sentence for sentence, _ in groupby(sentence for _, sentence in self._halves)
        )
        self._starts = [s.span.start for s in self.sentences]
        self._targets: tuple[PlacedTarget, ...] | None = None
        self._children: dict[str | None, list[Section]] | None = None

    def _all_halves(self) -> Iterator[tuple[Span, Sentence]]:
        for paragraph in self._context.paragraphs():
            section = self._context.outline.section_at(paragraph.span.start)
            sentence: Sentence | None = None
            for clause in self._context.outline.halves(paragraph):
                if sentence is None or sentence.span != clause.sentence:
                    sentence = Sentence(clause.sentence, paragraph, section)
                yield clause.half, sentence

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the clean text."""
        i = bisect.bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.sentences[i].span.end:
            return self.sentences[i]
        return None

    def halves(self) -> tuple[tuple[Span, Sentence], ...]:
        """The half-sentences (between 。 and ；), each with its sentence."""
        return self._halves

    def clause_at(self, offset: int) -> Span | None:
        """The clause (between ， ； ：) that holds an offset of the plan's own text."""
        if self.sentence_at(offset) is None:
            return None
        clause = self._context.outline.clause_at(offset)
        return clause.span if clause is not None else None

    @property
    def targets(self) -> tuple[PlacedTarget, ...]:
        """The targets with their clean places."""
        if self._targets is None:
            placed = []
            for fact in self._context.extraction.targets:
                span = self._context.clean.from_source(fact.span)
                placed.append(PlacedTarget(fact, span, self.sentence_at(span.start)))
            self._targets = tuple(placed)
        return self._targets

    @property
    def schema(self) -> PlanSchema | None:
        """The schema of the plan: as named, else as its title says."""
        context = self._context
        return pick_schema(
            load_schemas(context.rulebook),
            context.extraction.document.kind,
            context.settings.schema,
            context.extraction.document.genre,
        )

    def headings(self, section: Section | None) -> str:
        """The headings from the top to a section, joined with |."""
        if section is None:
            return ""
        return "|".join(s.heading for s in reversed(self._context.outline.ancestors(section)))

    def children(self, section: Section | None) -> list[Section]:
        """The sub-sections right below a section; the top ones for None."""
        if self._children is None:
            self._children = defaultdict(list)
            for one in self._context.outline.sections:
                self._children[one.parent].append(one)
        return self._children.get(section.id if section is not None else None, [])


@lru_cache(maxsize=2)
def reading_of(context: CheckContext) -> DocumentReading:
    """The reading of a document under check, made once for all its rules."""
    return DocumentReading(context)
