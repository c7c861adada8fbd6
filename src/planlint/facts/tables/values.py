"""What a cell of values says, and in which unit: 县城≥30、乡镇≥20 is two values, 万人 in the head is 人 and 10000."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.mention import Quantity
from planlint.rulebook.measures import measure_of

if TYPE_CHECKING:
    from planlint.reading.placed_tables import PlacedCell, PlacedRow
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook

BRACKET = re.compile("[（(]([^（()）]*)[)）]$")
_RATIO = re.compile("[≥≤]?(\\d+(?:\\.\\d+)?)[∶:：](\\d+(?:\\.\\d+)?)")
_EDGES = " \n，,、；;：:（()）[]【】"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a row, and what its numbers are multiplied by: 万人 is 人 and 10000."""

    name: str | None
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a cell; `label` is what the cell says of it (县城 in 县城≥30)."""

    quantity: Quantity
    value: Decimal | None
    label: str


def values_of(reading: Reading, cell: PlacedCell) -> list[Value]:
    """The values of a cell, each with its label; none where numbers stand side by side and nobody says what they are."""
    if cell.blank is not None:
        # a number that is left blank has no unit of its own either
        return [Value(Quantity(cell.blank, cell.blank, None, None, None, "none"), None, "")]
    text = reading.clean.text
    ratio = _RATIO.fullmatch("".join(cell.text.split()))
    if ratio is not None and Decimal(ratio[2]):
        return [Value(cell.quantities[0], Decimal(ratio[1]) / Decimal(ratio[2]), "")]
    if len(cell.quantities) == 1:
        return [Value(cell.quantities[0], cell.quantities[0].value, "")]
    found = []
    at = cell.span.start
    for q in cell.quantities:
        label = text[at : q.span.start].strip(_EDGES)
        if len(label) < 2:
            return []
        found.append(Value(q, q.value, label))
        at = q.span.end
    return found


def is_second(reading: Reading, one: Value, other: Quantity) -> bool:
    """Whether a number is the second half of a ratio."""
    return reading.clean.text[one.quantity.number.end : other.number.start] in ("∶", ":", "：")


def unit_of(row: PlacedRow, name: PlacedCell, value: PlacedCell, rules: Rulebook) -> Unit:
    """The unit of a bare value: from its head, the row's column of units, brackets behind the name, or the line above the table."""
    own = row.cell("unit")
    if value.column.unit is None and own is not None:
        unit = _unit(own.text, rules)
        if unit is not None or any(ch.isalnum() or ch in "‰℃" for ch in own.text):
            return unit or Unit("".join(own.text.split()), Decimal(1))
    bracket = BRACKET.search("".join(name.text.split()))
    for words in (value.column.unit, bracket[1] if bracket is not None else None, row.table.unit):
        unit = _unit(words, rules) if words is not None else None
        if unit is not None:
            return unit
    return Unit(None, Decimal(1))


def _unit(words: str, rules: Rulebook) -> Unit | None:
    measure = measure_of(words, rules)
    if measure is None:
        return None
    return Unit(f"{measure.unit}/{measure.per}" if measure.per else measure.unit, measure.factor)


def times(value: Decimal | None, unit: Unit, *, own: bool) -> Decimal | None:
    """A value in the row's unit; one with a unit of its `own` is as it stands."""
    return value if value is None or own else value * unit.factor
