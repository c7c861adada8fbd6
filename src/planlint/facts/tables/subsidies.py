"""Subsidies from rows: 认定级别 国家级 | 奖励标准（万元） 50 is one of 500,000 yuan; 最高50 is a cap, 30% a rate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.subsidies.words import subsidy_words
from planlint.model.fact import Subsidy
from planlint.model.span import Span
from planlint.rulebook.measures import measure_of

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity
    from planlint.reading.placed_tables import PlacedCell, PlacedRow
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook
    from planlint.rulebook.measures import Measure

_PER = re.compile("每(?:一)?[^\\W\\d]{1,3}")


def table_subsidies(reading: Reading, rules: Rulebook) -> tuple[list[Subsidy], list[Claim]]:
    """All subsidies that stand in columns of sums, one for each row and column, and the numbers that they use."""
    found: list[Subsidy] = []
    claims: list[Claim] = []
    for row in reading.tables.rows:
        if not row.earner:
            continue
        for cell in row.own("amount"):
            numbers = [
                q
                for q in cell.quantities
                if q.dimension in ("money", "share", "none") and q.value is not None
            ]
            if not cell.is_value or not numbers:
                continue
            read = _subsidy(reading, row, cell, numbers, rules)
            if read is None:
                continue
            subsidy, parts = read
            found.append(subsidy)
            claims += [
                Claim(q.number, f"subsidy-{part}", subsidy.id, subsidy.rule) for part, q in parts.items()
            ]
    return found, claims


def _subsidy(
    reading: Reading, row: PlacedRow, cell: PlacedCell, numbers: list[Quantity], rules: Rulebook
) -> tuple[Subsidy, dict[str, Quantity]] | None:
    """The record of one cell and its numbers by what they are; None where nobody says which is which, or in what a number is."""
    words = subsidy_words(rules)
    unit = _unit(row, cell, rules)
    if unit is None and any(q.unit is None for q in numbers):
        return None
    parts = {_part(q, cell, unit, words): q for q in numbers}
    if len(parts) < len(numbers):
        return None
    amount = parts.get("amount")
    sums = {part: _yuan(q.value, q, unit) for part, q in parts.items()}
    high = _yuan(amount.value_max, amount, unit) if amount is not None else None
    per = _PER.search(cell.column.head) or _PER.search(cell.text)
    span = _row_span(reading, row, cell)
    section = reading.outline.section_at(cell.span.start)
    rate = parts["rate"].value if "rate" in parts else None
    subsidy = Subsidy(
        id=f"table-{cell.span.start}", beneficiary=row.earner, kind=_kind(cell, words),
        amount=None if high is not None else sums.get("amount"), amount_min=sums.get("amount") if high is not None else None, amount_max=high,
        rate=rate / 100 if rate is not None else None, cap=sums.get("cap"), per=per.group() if per is not None else None,
        verb=None, payer=None, conditions=(), section=section.path if section is not None else None, rule="TBL-subsidy",
        quote=reading.clean.source.text[span.start : span.end], span=span, in_table=row.at(cell),
    )  # fmt: skip
    return subsidy, parts


def _unit(row: PlacedRow, cell: PlacedCell, rules: Rulebook) -> Measure | None:
    """What a bare number of the cell is in, as the head, the column of units or the line above the table says."""
    own = row.cell("unit")
    for words in (cell.column.unit, own.text if own is not None else None, row.table.unit):
        measure = measure_of(words, rules) if words is not None else None
        if measure is not None and measure.dimension in ("money", "share"):
            return measure
    return None


def _part(q: Quantity, cell: PlacedCell, unit: Measure | None, words: SubsidyWords) -> str:
    if q.dimension == "share" or (q.unit is None and unit is not None and unit.dimension == "share"):
        return "rate"
    capped = q.comparator in ("<=", "<") or words.capped.search(cell.column.name)
    return "cap" if capped else "amount"


def _yuan(value: Decimal | None, q: Quantity, unit: Measure | None) -> Decimal | None:
    return value if value is None or q.unit is not None or unit is None else value * unit.factor


def _kind(cell: PlacedCell, words: SubsidyWords) -> str | None:
    match = words.instrument.search(cell.text) or words.instrument.search(cell.column.head)
    return match.group() if match is not None else None


def _row_span(reading: Reading, row: PlacedRow, cell: PlacedCell) -> Span:
    """The source span from the row's own first words to the sum."""
    own = [c.span.start for c in row.cells if not c.inherited and c.column.kind != "number"]
    return reading.clean.to_source(Span(min([*own, cell.span.start]), cell.span.end))
