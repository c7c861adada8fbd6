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

    from planlint.facts.context import Reading
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.facts.tables.placed import PlacedCell, PlacedRow
    from planlint.model.mention import Quantity
    from planlint.rulebook import Rulebook

_PER = re.compile("每(?:一)?[^\\W\\d]{1,3}")
_CAP = re.compile("最高|上限|限额|不超过|封顶|至多|最多")


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
            subsidy = _subsidy(reading, row, cell, numbers, rules)
            if subsidy is None:
                continue
            found.append(subsidy)
            claims += [
                Claim(q.number, f"subsidy-{_part(q, cell)}", subsidy.id, subsidy.rule) for q in numbers
            ]
    return found, claims


def _subsidy(
    reading: Reading, row: PlacedRow, cell: PlacedCell, numbers: list[Quantity], rules: Rulebook
) -> Subsidy | None:
    """The record of one cell; None where its numbers are several sums and nothing says which is which."""
    parts = {_part(q, cell): q for q in numbers}
    if len(parts) < len(numbers):
        return None
    words = subsidy_words(rules)
    amount = parts.get("amount")
    sums = {part: _yuan(q.value, q, cell, row, rules) for part, q in parts.items() if part != "rate"}
    high = _yuan(amount.value_max, amount, cell, row, rules) if amount is not None else None
    per = _PER.search(cell.column.head) or _PER.search(cell.text)
    span = _row_span(reading, row, cell)
    section = reading.outline.section_at(cell.span.start)
    rate = parts["rate"].value if "rate" in parts else None
    return Subsidy(
        id=f"table-{cell.span.start}", beneficiary=row.earner, kind=_kind(cell, words),
        amount=None if high is not None else sums.get("amount"), amount_min=sums.get("amount") if high is not None else None, amount_max=high,
        rate=rate / 100 if rate is not None else None, cap=sums.get("cap"), per=per.group() if per is not None else None,
        verb=None, payer=None, conditions=(), section=section.path if section is not None else None, rule="TBL-subsidy",
        quote=reading.clean.source.text[span.start : span.end], span=span,
    )  # fmt: skip


def _part(q: Quantity, cell: PlacedCell) -> str:
    if q.dimension == "share":
        return "rate"
    return "cap" if q.comparator in ("<=", "<") or _CAP.search(cell.column.head) else "amount"


def _yuan(
    value: Decimal | None, q: Quantity, cell: PlacedCell, row: PlacedRow, rules: Rulebook
) -> Decimal | None:
    """A sum in yuan; the head or the column of units says what a bare number is in."""
    if value is None or q.unit is not None:
        return value
    own = row.cell("unit")
    for words in (cell.column.unit, own.text if own is not None else None):
        measure = measure_of(words, rules) if words is not None else None
        if measure is not None and measure.dimension == "money":
            return value * measure.factor
    return value


def _kind(cell: PlacedCell, words: SubsidyWords) -> str | None:
    match = words.instrument.search(cell.text) or words.instrument.search(cell.column.head)
    return match.group() if match is not None else None


def _row_span(reading: Reading, row: PlacedRow, cell: PlacedCell) -> Span:
    """The source span from the row's own first words to the sum."""
    own = [c.span.start for c in row.cells if not c.inherited and c.column.kind != "number"]
    return reading.clean.to_source(Span(min([*own, cell.span.start]), cell.span.end))
