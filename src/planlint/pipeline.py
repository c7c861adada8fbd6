"""The one module that knows the order of the stages: a source document in, an `Extraction` out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.clean import clean_text
from planlint.decisions import decide_numbers
from planlint.facts import find_facts, find_first_facts, numbers_in_names
from planlint.mentions import scan
from planlint.model.document import SourceDocument
from planlint.outline import find_outline
from planlint.reading import Reading
from planlint.rulebook import Rulebook
from planlint.tables import find_tables
from planlint.terms import find_terms
from planlint.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.facts import FirstFacts
    from planlint.model.decision import Decision
    from planlint.model.fact import Extraction
    from planlint.model.span import Span

DEFAULT_RULES = Rulebook()


@dataclass(frozen=True, slots=True)
class Decided:
    """A text that has been read and whose numbers are decided, before facts are built: what `extract` and `explain` share."""

    reading: Reading
    first: FirstFacts
    decisions: Mapping[Span, Decision]


def extract(source: SourceDocument | str, rules: Rulebook = DEFAULT_RULES) -> Extraction:
    """Every commitment of one plan, each traced to its characters.

    `source` is what `read_document` returns, or the plan's text itself.
    """
    decided = decide_all(source, rules)
    return find_facts(decided.reading, decided.first, decided.decisions, rules)


def decide_all(source: SourceDocument | str, rules: Rulebook = DEFAULT_RULES) -> Decided:
    """Everything up to the decisions on the numbers."""
    reading = read(source, rules)
    first = find_first_facts(reading, rules)
    decisions = decide_numbers(reading, first.money(), numbers_in_names(reading, first), rules)
    return Decided(reading, first, decisions)


def read(source: SourceDocument | str, rules: Rulebook = DEFAULT_RULES) -> Reading:
    """The text with its outline, mentions, terms and zones."""
    if isinstance(source, str):
        source = _document_of(source)
    clean = clean_text(source, rules, find_tables(source, rules))
    outline = find_outline(clean, rules)
    mentions = scan(clean, rules, outline.labels())
    reading = Reading(clean, outline, mentions, find_terms(clean, outline, mentions, rules))
    reading.zones = find_zones(reading, rules)
    return reading


def _document_of(text: str) -> SourceDocument:
    import hashlib

    return SourceDocument("<text>", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
