"""The parts of a plan that its schema names, and the sections that are they: 目标 is 二、主要目标."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.schemas import load_schemas, pick_schema

if TYPE_CHECKING:
    from planlint.check.context import CheckContext
    from planlint.model.document import Section
    from planlint.rulebook.plan_schema import PlanSchema, SectionNeed, TextNeed


_LEAD = 14
_LONGEST_ANNEX = 60


def schemas_of(context: CheckContext) -> list[PlanSchema]:
    """The schema of the plan's kind, and the one of the profile where the profile is one (gongwen)."""
    schema = reading_of(context).schema
    found = [schema] if schema is not None else []
    if context.settings.profile == "gongwen" and (schema is None or schema.id != "gongwen"):
        official = pick_schema(load_schemas(context.rulebook), None, "gongwen")
        found += [official] if official is not None else []
    return found


@lru_cache(maxsize=4)
def find_parts(context: CheckContext, schema: PlanSchema) -> dict[str, tuple[Section, ...]]:
    """The sections of each part; a heading of the top two levels that names it, or the sections that are no other part."""
    tops = [s for s in context.outline.sections if s.level <= 2]
    named = {need.id: tuple(s for s in tops if _names(need, s)) for need in schema.sections}
    for need in schema.sections:
        if not named[need.id] and need.others:
            taken = {s.id for other in schema.sections if other is not need for s in named[other.id]}
            rest = tuple(s for s in context.outline.sections if s.parent is None and s.id not in taken)
            named[need.id] = rest if len(rest) >= need.others else ()
    return named


def _names(need: SectionNeed, section: Section) -> bool:
    return any(name in section.heading for name in need.names) and not any(
        word in section.heading for word in need.unless
    )


def lead_line(context: CheckContext, need: SectionNeed) -> Span | None:
    """An unnumbered heading of a part: a short paragraph, the words before a paragraph's first ：, or the name of an annex (附件2 任务分工表)."""
    reading = reading_of(context)
    for paragraph in context.paragraphs():
        words = reading.folded[paragraph.span.start : paragraph.span.end]
        is_annex = words.startswith("附") and len(words) <= _LONGEST_ANNEX
        lead = words if len(words) <= _LEAD or is_annex else words[:_LEAD].partition("：")[0]
        if (
            (len(lead) < _LEAD or is_annex)
            and any(name in lead for name in need.names)
            and not any(word in lead for word in need.unless)
        ):
            return Span(paragraph.span.start, paragraph.span.start + len(lead))
    return None


def has_text(context: CheckContext, need: TextNeed) -> Span | None:
    """Where the words that must stand somewhere stand."""
    reading = reading_of(context)
    for sentence in reading.sentences:
        match = re.search(need.pattern, reading.folded[sentence.span.start : sentence.span.end])
        if match is not None:
            return Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    return None
