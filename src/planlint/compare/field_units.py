"""The unit that people of the field use for all values of a row: 万亩 and not 平方米, 亿元 and not 元."""

from __future__ import annotations

import re
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorRow

_SIZE = re.compile(r"^(万亿|亿|千万|百万|万)(?=.)")
_SIZES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
_PLACES = Decimal("0.0001")


class FieldUnit(NamedTuple):
    """A unit, and how many of the unit that is compared in it is."""

    name: str
    factor: Decimal

    def of(self, value: Decimal) -> Decimal:
        """The value in this unit: 26,666,800 ㎡ are 4 万亩."""
        shown = (value / self.factor).quantize(_PLACES)
        whole = shown.to_integral_value()
        return whole if shown == whole else shown.normalize()


def field_unit(row: IndicatorRow, words: Vocabulary) -> FieldUnit | None:
    """The unit of the dictionary; else the largest of the dimension that the middle value is one of; None where units differ."""
    units = {cell.unit for cell in row.cells if cell.state == "value"}
    if len(units) != 1:
        return None
    normal = next(iter(units))
    if normal is None:
        return None
    if row.natural_unit is not None and (found := _known(row.natural_unit, normal, words)) is not None:
        return found
    middle = median(abs(cell.value) for cell in row.cells if cell.value is not None)
    for name in words.field_units.get(row.key.dimension, ()):
        unit = _known(name, normal, words)
        if unit is not None and middle >= unit.factor:
            return unit
    return FieldUnit(normal, Decimal(1))


def _known(name: str, normal: str, words: Vocabulary) -> FieldUnit | None:
    """万亩 is 10,000 times 666.67 平方米; None where it does not measure what the row does."""
    size = _SIZE.match(name)
    bare = name[size.end() :] if size is not None else name
    of, factor = words.conversions.get(bare, (bare, Decimal(1)))
    return (
        FieldUnit(name, factor * _SIZES[size.group()] if size is not None else factor)
        if of == normal
        else None
    )
