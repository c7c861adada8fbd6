"""The indicator matrix of the page: a row an indicator, a cell a plan, with the mark and the reason where nothing may be compared."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.amounts import amount
from planlint.report.comparison.charts.cells import Chip
from planlint.report.comparison.remarks import apart, reason_of, said, value_text
from planlint.sheets.sheet import plain
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.comparison import IndicatorCell, IndicatorRow
    from planlint.model.span import Span
    from planlint.report.comparison.charts.cells import EvidenceList
    from planlint.words import Words

# Shades of the heat map, from the least value of a row and year to the greatest.
_SHADES = 5


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One indicator. `cells` are plans with their chips; a plan without one does not mention the thing."""

    name: str
    level: str
    mode: str
    scope: str
    dimension: str
    refused: bool
    reason: str
    notes: tuple[str, ...]
    plans: int
    ranked: bool
    cells: tuple[tuple[str, tuple[Chip, ...]], ...]


def matrix_rows(
    rows: Iterable[IndicatorRow], labels: tuple[str, ...] | None, evidence: EvidenceList, words: Words
) -> tuple[MatrixRow, ...]:
    """The rows in the order of the comparison, with a cell for each of `labels`; None: for the plans that have something."""
    return tuple(_row(row, labels, evidence, words) for row in rows)


def _row(
    row: IndicatorRow, labels: tuple[str, ...] | None, evidence: EvidenceList, words: Words
) -> MatrixRow:
    key = row.key
    heat = _heat(row)
    refused = row.is_refused
    of_plan = defaultdict(list)
    for cell in row.cells:
        of_plan[cell.plan].append(
            _chip(row, cell, heat.get((cell.plan, cell.evidence.span), 0), evidence, words)
        )
    return MatrixRow(
        name=flat(row.name), level=key.level or "", mode=key.mode or "", scope=flat(key.scope or ""),
        dimension=words[f"dimension.{key.dimension}"], refused=refused,
        reason=(reason_of(row, words) or "") if refused else "",
        notes=tuple(said(note, words) for note in row.notes), plans=len(of_plan),
        ranked=any(cell.rank for cell in row.cells),
        cells=tuple((label, tuple(of_plan.get(label, ()))) for label in (of_plan if labels is None else labels)),
    )  # fmt: skip


def _chip(row: IndicatorRow, cell: IndicatorCell, heat: int, evidence: EvidenceList, words: Words) -> Chip:
    since = f"{cell.since}—{cell.year}" if cell.since and cell.year and cell.since != cell.year else cell.year
    marks = [
        since,
        apart(cell, words),
        words.recurring(cell.recurrence),
        cell.softener if cell.aspirational else None,
        cell.basis,
    ]
    if cell.part_of:
        marks.append(words.say("page.part_of", whole=flat(cell.part_of)))
    if cell.rank:
        marks.append(f"#{cell.rank}")
    said_too = [
        (words["printed"], flat(cell.name)),
        (words["state"], words[f"state.{cell.state}"]),
        (words["softener"], cell.softener),
        (words["hedge"], cell.hedge),
        (words["baseline_year"], cell.baseline or cell.baseline_year),
        (words["baseline"], amount(plain(cell.baseline_value), words)),
        (words["attribute"], words[cell.attribute] if cell.attribute else None),
        (words["rank"], str(cell.rank) if cell.rank else None),
    ]
    colon = words["colon"]
    note = " · ".join(f"{name}{colon}{value}" for name, value in said_too if value)
    return Chip(
        text=value_text(cell, words),
        refs=(evidence.ref(cell.plan, cell.evidence, cell.section),),
        marks=tuple(dict.fromkeys(filter(None, marks))),
        title=" · ".join(filter(None, (cell.plan, flat(row.name), cell.mode or row.key.mode, cell.year))),
        note=note,
        tone={"value": "value", "no-number": "mentioned", "placeholder": "blank"}[cell.state],
        heat=heat,
    )


def _heat(row: IndicatorRow) -> dict[tuple[str, Span], int]:
    """How dark each value is drawn: only where the row ranks, and only among the values of one year."""
    shades = {}
    for year in row.years:
        values = {
            (cell.plan, cell.evidence.span): cell.value
            for cell in row.cells
            if cell.year == year and cell.rank is not None and cell.value is not None and cell.value > 0
        }
        most = max(values.values(), default=None)
        for place, value in values.items():
            shades[place] = math.ceil(value / most * _SHADES) if most else 0
    return shades
