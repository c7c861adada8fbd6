"""The one module that knows the order of the stages: a source document in, an `Extraction` out."""

from __future__ import annotations

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
    from planlint.model.fact import Extraction
    from planlint.model.mention import Quantity

DEFAULT_RULES = Rulebook()


def extract(source: SourceDocument | str, rules: Rulebook = DEFAULT_RULES) -> Extraction:
    """Every commitment of one plan, each traced to its characters.

    `source` is what `read_document` returns, or the plan's text itself.
    """
    if isinstance(source, str):
        import hashlib

        source = SourceDocument(
            "<text>", source, hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
        )
    clean = clean_text(source, rules, find_tables(source, rules))
    outline = find_outline(clean, rules)
    mentions = scan(clean, rules)
    terms = find_terms(clean, outline, mentions, rules)
    reading = Reading(clean, outline, mentions, terms)
    reading.zones = find_zones(reading, rules)
    first = find_first_facts(reading, rules)
    decisions = decide_numbers(reading, first.money(), numbers_in_names(reading, first), rules)
    return find_facts(reading, first, decisions, rules)


def quantities_of(extraction: Extraction, rules: Rulebook = DEFAULT_RULES) -> tuple[Quantity, ...]:
    """The numbers of a plan with their units and bounds, in order; spans count in its clean text. An extraction does not keep them."""
    return scan(extraction.clean, rules).quantities
