"""Targets from rows: 指标 轨道里程 | 单位 公里 | 2023年 45 | 2027年 60 | 约束性 is one, with its baseline and its attribute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.commitment_words import commitment_words
from planlint.facts.tables.names import bare_name, indicator_of, is_total_row, named_by
from planlint.facts.tables.standards import standards_of
from planlint.facts.tables.times import row_year, table_deadline
from planlint.facts.tables.values import is_second, times, unit_of, values_of
from planlint.meaning.modes import mode_of_cell
from planlint.meaning.vocabulary import meaning_words
from planlint.model.fact import Target
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from typing import Literal

    from planlint.facts.tables.values import Unit
    from planlint.model.fact import Comparator, DocumentData
    from planlint.model.mention import Quantity
    from planlint.reading.placed_tables import PlacedCell, PlacedRow
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook

# Numbers in these columns count nothing: those of rows, those in names, points, and what notes explain.
_NO_COUNTS = ("number", "indicator", "category", "unit", "beneficiary", "points", "note", "period", "place")
_YEARLY = re.compile("年均|每年|年平均")


def table_targets(
    reading: Reading, document: DocumentData, rules: Rulebook
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
    begins = _first_year(reading, document)
    for row in reading.tables.rows:
        claims += _labels(row)
        name = named_by(row)
        if name is None or reading.outline.paragraph_at(name.span.start) is None or is_total_row(name, rules):
            continue  # no name, or a second printing of the table
        cells = [*row.own("target"), *_quantities(row, rules)]
        past = [cell for cell in cells if _is_past(row, cell, begins)]
        # of several values of the past the last one is where the plan begins
        known = [cell for cell in [*row.own("baseline"), *past] if cell.is_value]
        baseline = max(known, key=lambda cell: cell.column.year or "", default=None)
        for cell in row.own("baseline") + past:
            claims += [Claim(q.number, "status-quo", None, "TBL-baseline") for q in cell.quantities]
        for cell in cells:
            if cell in past or not cell.is_value or row.is_clause(cell):
                continue
            for target, numbers in _targets(reading, row, name, cell, baseline, rules):
                targets.append(target)
                claims += [Claim(number, "target", target.id, target.rule) for number in numbers]
        for cell in row.own("standard"):
            for target, number in _standards(reading, row, name, cell, rules):
                targets.append(target)
                claims.append(Claim(number, "target", target.id, target.rule))
    return targets, claims


def _quantities(row: PlacedRow, rules: Rulebook) -> list[PlacedCell]:
    """The cells of counts and sums where the table counts its rows; the investment of a single project says how large it is.

    A row that is a place has such things anyway: they count where the caption names a year and says that they are planned.
    """
    counts = rules.words("tables")["counts"]
    if row.table.has("place"):
        caption = row.table.caption
        planned = caption is not None and any(
            word in caption.text for word in rules.words("tables")["planning_captions"]
        )
        return row.own("quantity") if planned and caption is not None and caption.year is not None else []
    counted = row.table.has("period") or any(
        column.kind == "quantity" and column.name in counts for column in row.table.columns
    )
    return row.own("quantity") if counted else []


def _standards(
    reading: Reading, row: PlacedRow, name: PlacedCell, cell: PlacedCell, rules: Rulebook
) -> Iterator[tuple[Target, Span]]:
    words = commitment_words(rules)
    span = _row_span(reading, row, name, cell)
    text = reading.clean.text
    for one in standards_of(reading, cell, rules):
        q = one.quantity
        unit = unit_of(row, name, cell, rules)
        comparator: Comparator = q.comparator  # type: ignore[assignment]
        due = reading.zones.dated(one.time) if one.time is not None else None
        yield (
            Target(
                id=f"table-{cell.span.start}-{q.number.start}", indicator=one.indicator(bare_name(name, rules)), comparator=comparator,
                value=times(q.value, unit, own=q.unit is not None), value_max=times(q.value_max, unit, own=q.unit is not None),
                unit=q.unit if q.unit is not None else unit.name, deadline=due.date if due is not None else None,
                recurrence="yearly" if one.yearly else None,
                aspirational=words.soft_inside.search(text, *one.clause) is not None, placeholder=q.placeholder,
                mode=None, hedge=q.hedge, section=reading.tables.section_of(row, reading.outline, numbered=False),
                inherited={}, rule="TBL-standard", quote=reading.clean.source.text[span.start : span.end], span=span,
                attribute=_attribute(row, rules), in_table=row.at(cell),
            ),
            q.number,
        )  # fmt: skip


def _targets(
    reading: Reading, row: PlacedRow, name: PlacedCell, cell: PlacedCell,
    baseline: PlacedCell | None, rules: Rulebook,
) -> Iterator[tuple[Target, list[Span]]]:  # fmt: skip
    words, unit = commitment_words(rules), unit_of(row, name, cell, rules)
    span = _row_span(reading, row, name, cell)
    deadline, evidence = table_deadline(reading, row, cell)
    start = _start(reading, row, name, unit, baseline, rules)
    said, meaning = ("累计" if _is_total(cell) else "") + cell.text, meaning_words(rules)
    for one in values_of(reading, cell):
        q, indicator = one.quantity, indicator_of(one.label, row, name, cell, rules)
        if not indicator:
            continue
        own_unit = q.unit is not None
        target = Target(
            id=f"table-{cell.span.start}-{q.number.start}",
            indicator=indicator, comparator=_comparator(q, cell, rules),
            value=times(one.value, unit, own=own_unit), value_max=times(q.value_max, unit, own=own_unit),
            unit=q.unit if own_unit else unit.name, deadline=deadline,
            recurrence="yearly" if _YEARLY.search(cell.column.head) and not _is_total(cell) else None,
            aspirational=words.soft_inside.search(cell.text) is not None, placeholder=q.placeholder,
            mode=mode_of_cell(indicator, said, "share" if "%" in (q.unit, unit.name) else q.dimension, has_baseline=start is not None, words=meaning), hedge=q.hedge,
            section=reading.tables.section_of(row, reading.outline, numbered=False),
            inherited={"deadline": evidence} if evidence is not None else {}, rule="TBL-target",
            quote=reading.clean.source.text[span.start : span.end], span=span,
            baseline=start, baseline_year=baseline.column.year if baseline is not None and start is not None else None,
            attribute=_attribute(row, rules), in_table=row.at(cell),
        )  # fmt: skip
        yield (
            target,
            [q.number, *(other.number for other in cell.quantities if is_second(reading, one, other))],
        )


def _comparator(q: Quantity, cell: PlacedCell, rules: Rulebook) -> Comparator:
    """The bound that a value has, or the one that its head sets: 上限."""
    said: Comparator = q.comparator  # type: ignore[assignment]
    bounds: dict[Comparator, list[str]] = rules.words("tables")["bounds"]
    set_by_head = (sign for sign, words in bounds.items() if any(word in cell.column.head for word in words))
    return next(set_by_head, said) if said == "=" else said


def _start(
    reading: Reading,
    row: PlacedRow,
    name: PlacedCell,
    unit: Unit,
    baseline: PlacedCell | None,
    rules: Rulebook,
) -> Decimal | None:
    """The value that a target starts from, where it is of the same unit: 90亿元 is no start of 年均增长8%."""
    own = unit_of(row, name, baseline, rules) if baseline is not None else unit
    if baseline is None or own.name != unit.name:
        return None
    values = values_of(reading, baseline)
    return times(values[0].value, own, own=values[0].quantity.unit is not None) if values else None


def _is_total(cell: PlacedCell) -> bool:
    """Whether a value adds up the years: the head says 累计, or 年均[累计] and the value stands in such brackets."""
    head = cell.column.head
    return "累计" in head and (not _YEARLY.search(head) or cell.text.startswith(("[", "［", "【")))


def _attribute(row: PlacedRow, rules: Rulebook) -> Literal["binding", "expected"] | None:
    cell = row.cell("attribute")
    words = "".join(cell.text.split()) if cell is not None else ""
    for name, group in rules.words("tables")["attributes"].items():
        if words in group:
            return "binding" if name == "binding" else "expected"
    return None


def _first_year(reading: Reading, document: DocumentData) -> int | None:
    """The first year that is no past: of the plan, of its print, or behind the year from which its prose counts (由2020年的1.7个增至)."""
    if document.period is not None:
        return document.period.start
    if (printed := document.signed_on or document.published_on) is not None:
        return int(printed[:4])
    bases = [
        int(time.start[:4])
        for time in reading.mentions.times
        if time.role == "from" and time.start is not None and time.start[:4].isdigit()
    ]
    return max(bases) + 1 if bases else None


def _is_past(row: PlacedRow, cell: PlacedCell, begins: int | None) -> bool:
    """Whether a value is of a year before the plan begins, as its head, its row, the other heads or the caption say."""
    if begins is None:
        return False
    caption = row.table.caption
    others = max((column.year for column in row.table.columns if column.year is not None), default=None)
    year = cell.column.year or row_year(row) or others or (caption.year if caption is not None else None)
    return year is not None and int(year) < begins


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
        if cell.column.kind in _NO_COUNTS and not cell.inherited and not row.is_clause(cell)
    ] + [
        Claim(q.number, "cell", None, "TBL-cell")
        for cell in row.cells
        if cell.column.kind is None and not cell.inherited and cell.is_value and not row.is_clause(cell)
        for q in cell.quantities
    ]
