"""Targets from rows: 指标 轨道里程 | 单位 公里 | 2023年 45 | 2027年 60 | 约束性 is one, with its baseline and its attribute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.phrases import commitment_words
from planlint.facts.tables.times import table_deadline
from planlint.model.fact import Target
from planlint.model.mention import Quantity
from planlint.model.span import Span
from planlint.rulebook.measures import measure_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from planlint.facts.context import Reading
    from planlint.facts.deadlines import Clock
    from planlint.facts.tables.placed import PlacedCell, PlacedRow
    from planlint.model.fact import Comparator, DocumentData
    from planlint.rulebook import Rulebook

_BRACKET = re.compile("[（(]([^（()）]*)[)）]$")
_RATIO = re.compile("[≥≤]?(\\d+(?:\\.\\d+)?)[∶:：](\\d+(?:\\.\\d+)?)")
_YEARLY = re.compile("年均|每年|年平均")
_EDGES = " \n，,、；;：:（()）[]【】"


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit of a row, and what its numbers are multiplied by: 万人 is 人 and 10000."""

    name: str | None
    factor: Decimal


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a cell; `label` is what the cell says of it (县城 in 县城≥30)."""

    quantity: Quantity
    value: Decimal | None
    label: str


def table_targets(
    reading: Reading, document: DocumentData, clock: Clock, rules: Rulebook
) -> tuple[list[Target], list[Claim]]:
    """All targets that stand in columns of values, and what the numbers beside them are."""
    targets: list[Target] = []
    claims: list[Claim] = []
    claims += [
        Claim(reading.clean.from_source(doubt.span), "unknown", None, "TBL-doubt")
        for table in reading.clean.tables
        for doubt in table.doubts
        if table.has("target", "baseline")
    ]
    for row in reading.tables.rows:
        claims += _labels(row)
        name = row.cell("indicator") or row.cell("task")
        if name is None:
            continue
        unit = _unit(row, name, rules)
        values = row.own("target")
        past = [cell for cell in values if _is_past(cell, document)]
        baseline = next((c for c in [*row.own("baseline"), *past] if c.is_value), None)
        for cell in row.own("baseline") + past:
            claims += [Claim(q.number, "status-quo", None, "TBL-baseline") for q in cell.quantities]
        for cell in values:
            if cell in past or not cell.is_value:
                continue
            for target, numbers in _targets(reading, clock, row, name, cell, unit, baseline, rules):
                targets.append(target)
                claims += [Claim(number, "target", target.id, target.rule) for number in numbers]
    return targets, claims


def _targets(
    reading: Reading, clock: Clock, row: PlacedRow, name: PlacedCell, cell: PlacedCell, unit: _Unit,
    baseline: PlacedCell | None, rules: Rulebook,
) -> Iterator[tuple[Target, list[Span]]]:  # fmt: skip
    words = commitment_words(rules)
    span = _row_span(reading, row, name, cell)
    deadline, evidence = table_deadline(reading, clock, row, cell)
    start = _values(reading, baseline)[:1] if baseline is not None else []
    section = reading.outline.section_at(cell.span.start)
    said = ("累计" if _is_total(cell) else "") + name.text + cell.text
    for one in _values(reading, cell):
        q = one.quantity
        own_unit = q.unit is not None
        comparator: Comparator = q.comparator  # type: ignore[assignment]
        target = Target(
            id=f"table-{cell.span.start}-{q.number.start}",
            indicator=one.label + _name(name, unit), comparator=comparator,
            value=_times(one.value, unit, own=own_unit), value_max=_times(q.value_max, unit, own=own_unit),
            unit=q.unit if own_unit else unit.name, deadline=deadline,
            recurrence="yearly" if _YEARLY.search(cell.column.head) and not _is_total(cell) else None,
            aspirational=words.soft_inside.search(cell.text) is not None, placeholder=q.placeholder,
            mode=next((mode for word, mode in words.modes if word in said), None), hedge=q.hedge,
            section=section.path if section is not None else None,
            inherited={"deadline": evidence} if evidence is not None else {}, rule="TBL-target",
            quote=reading.clean.source.text[span.start : span.end], span=span,
            baseline=_times(start[0].value, unit, own=start[0].quantity.unit is not None) if start else None,
            baseline_year=baseline.column.year if baseline is not None and start else None, attribute=_attribute(row, rules),
        )  # fmt: skip
        yield (
            target,
            [q.number, *(other.number for other in cell.quantities if _is_second(reading, one, other))],
        )


def _values(reading: Reading, cell: PlacedCell) -> list[_Value]:
    """The values of a cell, each with its label; none where numbers stand side by side and nobody says what they are."""
    if cell.blank is not None:
        # a number that is left blank has no unit of its own either
        return [_Value(Quantity(cell.blank, cell.blank, None, None, None, "none"), None, "")]
    text = reading.clean.text
    ratio = _RATIO.fullmatch("".join(cell.text.split()))
    if ratio is not None and Decimal(ratio[2]):
        return [_Value(cell.quantities[0], Decimal(ratio[1]) / Decimal(ratio[2]), "")]
    if len(cell.quantities) == 1:
        return [_Value(cell.quantities[0], cell.quantities[0].value, "")]
    found = []
    at = cell.span.start
    for q in cell.quantities:
        label = text[at : q.span.start].strip(_EDGES)
        if len(label) < 2:
            return []
        found.append(_Value(q, q.value, label))
        at = q.span.end
    return found


def _is_total(cell: PlacedCell) -> bool:
    """Whether a value adds up the years: the head says 累计, or 年均[累计] and the value stands in such brackets."""
    head = cell.column.head
    return "累计" in head and (not _YEARLY.search(head) or cell.text.startswith(("[", "［", "【")))


def _is_second(reading: Reading, one: _Value, other: Quantity) -> bool:
    """Whether a number is the second half of a ratio."""
    return reading.clean.text[one.quantity.number.end : other.number.start] in ("∶", ":", "：")


def _unit(row: PlacedRow, name: PlacedCell, rules: Rulebook) -> _Unit:
    """The unit from its own column, from brackets behind the name or in the head of the values."""
    own = row.cell("unit")
    bracket = _BRACKET.search("".join(name.text.split()))
    heads = [cell.column.unit for cell in row.cells if cell.column.kind in ("target", "baseline")]
    for words in (own.text if own is not None else None, bracket[1] if bracket is not None else None, *heads):
        if words is None:
            continue
        measure = measure_of(words, rules)
        if measure is not None:
            return _Unit(f"{measure.unit}/{measure.per}" if measure.per else measure.unit, measure.factor)
        if own is not None and words is own.text and any(ch.isalnum() or ch in "%‰℃" for ch in words):
            return _Unit("".join(words.split()), Decimal(1))
    return _Unit(None, Decimal(1))


def _name(name: PlacedCell, unit: _Unit) -> str:
    """The indicator without its number or the unit in brackets behind it."""
    words = re.sub("^\\d{1,2}[.、．]\\s*", "", "".join(name.text.split()))
    bracket = _BRACKET.search(words)
    return (
        words[: bracket.start()]
        if bracket is not None and unit.name is not None and unit.name in bracket[1]
        else words
    )


def _times(value: Decimal | None, unit: _Unit, *, own: bool) -> Decimal | None:
    return value if value is None or own else value * unit.factor


def _attribute(row: PlacedRow, rules: Rulebook) -> Literal["binding", "expected"] | None:
    cell = row.cell("attribute")
    words = "".join(cell.text.split()) if cell is not None else ""
    for name, group in rules.words("tables")["attributes"].items():
        if words in group:
            return "binding" if name == "binding" else "expected"
    return None


def _is_past(cell: PlacedCell, document: DocumentData) -> bool:
    """Whether a column of values names a year before the plan begins."""
    year = cell.column.year
    if year is None:
        return False
    if document.period is not None:
        return int(year) < document.period.start
    signed = document.signed_on or document.published_on
    return signed is not None and int(year) < int(signed[:4])


def _row_span(reading: Reading, row: PlacedRow, name: PlacedCell, value: PlacedCell) -> Span:
    """The source span from the name to the value; from the row's first own cell where the name is merged from above."""
    own = [cell.span for cell in row.cells if not cell.inherited and cell.column.kind != "number"]
    start = min((span.start for span in own), default=value.span.start) if name.inherited else name.span.start
    return reading.clean.to_source(Span(min(start, value.span.start), max(value.span.end, start)))


def _labels(row: PlacedRow) -> list[Claim]:
    """Numbers of rows, and numbers inside names: they count nothing."""
    return [
        Claim(cell.span, "cell" if cell.column.kind == "number" else "name", None, f"TBL-{cell.column.kind}")
        for cell in row.cells
        if cell.column.kind in ("number", "indicator", "category", "unit", "beneficiary")
        and not cell.inherited
    ]
