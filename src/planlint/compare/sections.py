"""The structure of a plan: its headings, which of them are tasks, and the themes that each is about (人才, 金融 …)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.compare.vocabulary import vocabulary
from planlint.meaning.vocabulary import any_of
from planlint.model.plan_facts import PlanSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.fact import Extraction
    from planlint.model.plan_facts import Evidence
    from planlint.model.span import Span
    from planlint.rulebook import Rulebook

# So many words of a theme in a section's own text make it the section's theme, where the heading does not name it.
_OFTEN = 3


@lru_cache(maxsize=8)
def _themes(rules: Rulebook) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(any_of(words))) for name, words in rules.words("themes")["themes"].items())


def sections_of(
    extraction: Extraction, rules: Rulebook, evidence: Callable[[str, Span], Evidence]
) -> tuple[PlanSection, ...]:
    """Every heading of the plan, in the order of the text."""
    clean, outline = extraction.clean, extraction.outline
    words = vocabulary(rules)
    no_task = re.compile(f"{any_of(words.lists['no_task'])}$")
    parents = {section.parent for section in outline.sections}
    found = []
    for section in outline.sections:
        above = outline.ancestors(section)
        source = clean.to_source(section.span)
        body = clean.text[section.body.start : section.body.end]
        found.append(
            PlanSection(
                path=section.path,
                heading=section.heading,
                level=section.level,
                evidence=evidence(clean.source.text[source.start : source.end], source),
                characters=len("".join(body.split())),
                is_task=section.id not in parents and not any(no_task.search(s.heading) for s in above),
                themes=tuple(_themes_of(section.heading, body, rules)),
            )
        )
    return tuple(found)


def _themes_of(heading: str, body: str, rules: Rulebook) -> list[str]:
    found = []
    for name, pattern in _themes(rules):
        if pattern.search(heading) or len(pattern.findall(body)) >= _OFTEN:
            found.append(name)
    return found
