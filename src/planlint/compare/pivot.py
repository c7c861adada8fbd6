"""The values of all rows, one after the other, each with all that a pivot table groups by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.field_units import FieldUnit, field_unit
from planlint.model.pivot import PivotRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import Comparison, IndicatorCell, IndicatorRow


def pivot_rows(comparison: Comparison, words: Vocabulary) -> Iterator[PivotRow]:
    """Row by row as the comparison has them, its cells by place and year."""
    heads = {plan.label: (plan.tier, plan.path) for plan in comparison.plans}
    for row in comparison.indicators:
        unit = field_unit(row, words)
        for cell in row.cells:
            if cell.value is not None:
                yield _pivot_row(row, cell, unit, *heads[cell.plan])


def _pivot_row(
    row: IndicatorRow, cell: IndicatorCell, unit: FieldUnit | None, tier: str | None, path: str
) -> PivotRow:
    assert cell.value is not None
    name, value, most = cell.unit, cell.value, cell.value_max
    if unit is not None:
        name, value, most = unit.name, unit.of(value), unit.of(most) if most is not None else None
    return PivotRow(
        place=cell.plan, tier=tier, concept=row.key.noun, name=cell.name, dimension=row.key.dimension, mode=cell.mode,
        level=cell.level, scope=cell.scope, basis=cell.basis, year=cell.year, since=cell.since, comparator=cell.comparator,
        value=cell.value, value_max=cell.value_max, unit=cell.unit, display_value=value, display_max=most, display_unit=name,
        comparable=cell.comparable, rank=cell.rank, quote=cell.evidence.quote, file=path, line=cell.evidence.line,
    )  # fmt: skip
