"""The order of the finders: citations, units and money first, then, with every number decided, targets, dates and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.facts.citations import find_citations
from planlint.facts.in_order import are_in_order, in_order, renamed
from planlint.facts.ledger import write_ledger
from planlint.facts.milestones import find_milestones
from planlint.facts.responsibilities import find_responsibilities
from planlint.facts.subsidies import find_subsidies
from planlint.facts.targets import find_targets
from planlint.model.decision import Said
from planlint.model.fact import Caution, Extraction
from planlint.model.span import Span
from planlint.reading.sorted import Sorted
from planlint.text.addresses import addresses
from planlint.text.document_numbers import document_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.facts.claim import Claim
    from planlint.facts.in_order import F
    from planlint.model.decision import Decision
    from planlint.model.document import CleanText
    from planlint.model.fact import Citation, Responsibility, Subsidy, Target
    from planlint.reading import Reading
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class FirstFacts:
    """What is found before numbers are decided: `claims` are the numbers that the subsidies have used."""

    citations: tuple[Citation, ...]
    responsibilities: tuple[Responsibility, ...]
    subsidies: tuple[Subsidy, ...]
    claims: tuple[Claim, ...]

    def money(self) -> dict[Span, Said]:
        """What the subsidies say of numbers, by the number's span."""
        return {claim.span: Said(claim.role, claim.rule, claim.fact) for claim in self.claims}


def find_first_facts(reading: Reading, rules: Rulebook) -> FirstFacts:
    """Citations, responsibilities and subsidies: what tells which numbers are names and which are money."""
    clean = reading.clean
    own = reading.terms.document.document_number
    citations = [
        c
        for c in find_citations(
            clean, reading.outline, rules, own, {said.short for said in reading.terms.short_names}
        )
        if c.title is not None or own is None or not (c.document_number or "").endswith(own)
    ]
    responsibilities = find_responsibilities(reading, rules)
    subsidies, claims = find_subsidies(reading, rules)
    in_tables: tuple[list[Subsidy], list[Claim]] = [], []
    if clean.tables:  # what reads them is loaded for a plan that has some
        from planlint.facts.tables.subsidies import table_subsidies

        in_tables = table_subsidies(reading, rules)
    subsidies, claims = _with_tables((subsidies, claims), in_tables, "b")
    return FirstFacts(tuple(citations), tuple(responsibilities), tuple(subsidies), tuple(claims))


def numbers_in_names(reading: Reading, first: FirstFacts) -> set[Span]:
    """The numbers that count nothing, for they are part of a unit's name, of a document's number or of an address."""
    quantities = Sorted(reading.mentions.quantities)
    places = [*document_numbers(reading.clean.text), *addresses(reading.clean.text)]
    inside = {q.number for match in places for q in quantities.within(Span(*match.span()))}
    return inside | _inside_names(reading, first.responsibilities)


def find_facts(
    reading: Reading, first: FirstFacts, decisions: Mapping[Span, Decision], rules: Rulebook
) -> Extraction:
    """All facts of one document, each traced to the source."""
    clean, document = reading.clean, reading.terms.document
    targets, claims = find_targets(reading, decisions, rules)
    in_tables: tuple[list[Target], list[Claim]] = [], []
    if clean.tables:
        from planlint.facts.tables.targets import table_targets

        in_tables = table_targets(reading, document, rules)
    targets, claims = _with_tables((targets, claims), in_tables, "t")
    citations, responsibilities = list(first.citations), list(first.responsibilities)
    milestones = find_milestones(reading, targets, list(first.subsidies), rules)
    numbers = write_ledger(
        reading,
        decisions.values(),
        [*first.claims, *claims],
        document,
        milestones,
        citations,
        responsibilities,
    )
    return Extraction(
        source=clean.source, clean=clean, outline=reading.outline, document=document, targets=tuple(targets),
        milestones=tuple(milestones), subsidies=first.subsidies, responsibilities=first.responsibilities,
        citations=first.citations, numbers=tuple(numbers), mentions=reading.mentions, zones=reading.zones, warnings=(*_cautions(clean), *reading.terms.cautions),
    )  # fmt: skip


def _cautions(clean: CleanText) -> Iterator[Caution]:
    """The rows of tables that could not be read, and the columns whose kind their cells told, not their heads."""
    text = clean.source.text
    for table in clean.tables:
        for i in table.told:
            span = table.place_of(i)
            yield Caution("table-head", text[span.start : span.end], span, table.columns[i].kind)
        for doubt in table.doubts:
            yield Caution("table-row", text[doubt.span.start : doubt.span.end], doubt.span)


def _with_tables(
    prose: tuple[list[F], list[Claim]], tables: tuple[list[F], list[Claim]], letter: str
) -> tuple[list[F], list[Claim]]:
    """Facts and claims of prose and tables together, the facts numbered in reading order."""
    if not tables[0] and are_in_order(prose[0]):
        return prose[0], prose[1] + tables[1]
    facts, names = in_order(prose[0] + tables[0], letter)
    return facts, renamed(prose[1] + tables[1], names)


def _inside_names(reading: Reading, responsibilities: tuple[Responsibility, ...]) -> set[Span]:
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
