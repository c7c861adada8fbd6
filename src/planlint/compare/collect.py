"""One extraction in, what a comparison keeps of the plan out; the text is let go."""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.fingerprint import fingerprint_of
from planlint.compare.interned import interned
from planlint.compare.keyed import keyed_targets
from planlint.compare.ladder_keys import keyed_subsidies
from planlint.compare.mentioned import mentioned_in
from planlint.compare.objects import objects
from planlint.compare.places import place_of
from planlint.compare.sections import sections_of
from planlint.compare.surroundings import Surroundings
from planlint.compare.vocabulary import vocabulary
from planlint.model.plan_facts import Fingerprint, Mentioned, PlanFacts

if TYPE_CHECKING:
    from planlint.model.fact import Extraction
    from planlint.rulebook import Rulebook

_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def collect(extraction: Extraction, rules: Rulebook) -> PlanFacts:
    """The plan's facts with their keys. Its label is its path until the comparison knows the other plans."""
    source, words = extraction.source, vocabulary(rules)
    tier = place_of(extraction.document, words).tier
    empty = PlanFacts(
        label=source.path, path=source.path, sha256=source.sha256, characters=len(source.text), document=extraction.document,
        tier=tier, line_starts=array("I", [0, *(m.end() for m in _LINE_ENDS.finditer(source.text))]), targets=(), subsidies=(),
        milestones=interned(extraction.milestones), responsibilities=interned(extraction.responsibilities), citations=extraction.citations, sections=(), mentioned=Mentioned("", array("I")),
        fingerprint=Fingerprint(array("I"), 0, array("I")),
        removed=len(extraction.clean.removed) + len(extraction.clean.chrome), warnings=extraction.warnings,
    )  # fmt: skip
    evidence = empty.evidence
    sections = sections_of(extraction, rules, evidence)
    around = Surroundings(
        source.text, tier, extraction.document.title, {s.path: s.heading for s in sections}, evidence
    )
    return replace(
        empty,
        targets=keyed_targets(interned(extraction.targets), source.text, extraction.document.period, words),
        subsidies=keyed_subsidies(interned(extraction.subsidies), around, words, objects(rules)),
        sections=sections,
        mentioned=mentioned_in(extraction, rules),
        fingerprint=fingerprint_of(extraction),
    )
