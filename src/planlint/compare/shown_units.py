"""Values in the unit that the field uses: 高标准农田 in 亩, 农村公路 in 公里, whatever they are compared in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.comparison import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorCell

_SIZES = "万亿千百"
_PLACES = Decimal("0.01")


def with_shown(
    cells: Sequence[IndicatorCell], natural: str | None, words: Vocabulary
) -> tuple[IndicatorCell, ...]:
    """The cells of one row in the natural unit of its concept, else in the one unit that all of them print."""
    printed = {cell.given_unit for cell in cells if cell.state == "value"}
    unit = (
        natural.lstrip(_SIZES) if natural is not None else next(iter(printed)) if len(printed) == 1 else None
    )
    if unit is None:
        return tuple(cells)
    return tuple(_shown(cell, unit, words) for cell in cells)


def _shown(cell: IndicatorCell, unit: str, words: Vocabulary) -> IndicatorCell:
    normal, factor = words.conversions.get(unit, (unit, Decimal(1)))
    if cell.value is None or cell.unit != normal or cell.unit == unit:
        return cell
    if cell.given_unit == unit and cell.given_value is not None:
        sign = -1 if cell.falls else 1
        most = cell.given_value_max
        shown = Shown(sign * cell.given_value, sign * most if most is not None else None, unit)
    else:
        most = cell.value_max
        shown = Shown(
            (cell.value / factor).quantize(_PLACES),
            (most / factor).quantize(_PLACES) if most is not None else None,
            unit,
        )
    return replace(cell, shown=shown)
