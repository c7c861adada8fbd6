"""The order of the finders: what the document says of itself, money, targets, dates, units, citations, then the ledger."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from planlint.facts.citations import find_citations
from planlint.facts.deadlines import Clock
from planlint.facts.in_order import in_order, renamed
from planlint.facts.ledger import write_ledger
from planlint.facts.milestones import find_milestones
from planlint.facts.responsibilities import find_responsibilities
from planlint.facts.subsidies import find_subsidies
from planlint.facts.targets import find_targets
from planlint.model.fact import Caution, Extraction
from planlint.text.document_numbers import document_numbers

if TYPE_CHECKING:
    from planlint.facts.claim import Claim
    from planlint.facts.in_order import F
    from planlint.model.document import CleanText
    from planlint.model.fact import Responsibility
    from planlint.model.span import Span
    from planlint.reading import Reading
    from planlint.rulebook import Rulebook


def find_facts(reading: Reading, rules: Rulebook) -> Extraction:
    """All facts of one document, each traced to the source."""
    clean, outline, document = reading.clean, reading.outline, reading.terms.document
    own = document.document_number
    citations = [
        c
        for c in find_citations(clean, outline, rules, own)
        if c.title is not None or own is None or not (c.document_number or "").endswith(own)
    ]
    clock = Clock(reading, document)
    responsibilities = find_responsibilities(reading, clock, rules)
    subsidies, claims = find_subsidies(reading, rules)
    if clean.tables:  # what reads them is loaded for a plan that has some
        from planlint.facts.tables.subsidies import table_subsidies

        subsidies, claims = _with_tables((subsidies, claims), table_subsidies(reading, rules), "b")
    taken = (
        {c.span for c in claims}
        | _inside_names(reading, responsibilities)
        | _inside_document_numbers(reading)
    )
    targets, more_claims = find_targets(reading, document, taken, rules)
    if clean.tables:
        from planlint.facts.tables.targets import table_targets

        in_tables = table_targets(reading, document, clock, rules)
        targets, more_claims = _with_tables((targets, more_claims), in_tables, "t")
    milestones = find_milestones(reading, document, targets, subsidies)
    numbers = write_ledger(
        reading, [*claims, *more_claims], document, milestones, citations, responsibilities
    )
    return Extraction(
        source=clean.source, clean=clean, outline=outline, document=document, targets=tuple(targets),
        milestones=tuple(milestones), subsidies=tuple(subsidies), responsibilities=tuple(responsibilities),
        citations=tuple(citations), numbers=tuple(numbers), warnings=(*_cautions(clean), *reading.terms.cautions),
    )  # fmt: skip


def _cautions(clean: CleanText) -> tuple[Caution, ...]:
    """The rows of tables that could not be read."""
    doubts = (doubt for table in clean.tables for doubt in table.doubts)
    return tuple(Caution("table-row", clean.source.text[d.span.start : d.span.end], d.span) for d in doubts)


def _with_tables(
    prose: tuple[list[F], list[Claim]], tables: tuple[list[F], list[Claim]], letter: str
) -> tuple[list[F], list[Claim]]:
    """Facts and claims of prose and tables together, the facts numbered in reading order."""
    if not tables[0]:
        return prose[0], prose[1] + tables[1]
    facts, names = in_order(prose[0] + tables[0], letter)
    return facts, renamed(prose[1] + tables[1], names)


def _inside_document_numbers(reading: Reading) -> set[Span]:
    """The year and the serial of every document number: 云政办〔2024〕3号 counts nothing."""
    quantities = reading.mentions.quantities
    starts = [q.number.start for q in quantities]
    inside: set[Span] = set()
    for match in document_numbers(reading.clean.text):
        low, high = bisect.bisect_left(starts, match.start()), bisect.bisect_left(starts, match.end())
        inside.update(q.number for q in quantities[low:high])
    return inside


def _inside_names(reading: Reading, responsibilities: list[Responsibility]) -> set[Span]:
    """The numbers that are part of a unit's name: 17个帮扶集团牵头单位."""
    names = sorted(r.span for r in responsibilities)
    inside: set[Span] = set()
    i = 0
    for quantity in reading.mentions.quantities:
        source = reading.clean.to_source(quantity.number)
        while i < len(names) and names[i].end <= source.start:
            i += 1
        if i < len(names) and names[i].start <= source.start:
            inside.add(quantity.number)
    return inside
