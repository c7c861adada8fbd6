"""The value and unit of each number of the ledger that is part of a quantity: `300` of 300万元 is 3,000,000 元."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from planlint.model.brief import Measured

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.fact import Extraction, NumberRecord, Subsidy, Target

_NOTHING = Measured()
# Numbers with one of these roles measure nothing, whatever stands behind them: 5G, a page of a site.
_NO_MEASURE = frozenset(
    [
        "code",
        "chrome",
        "contact",
        "heading",
        "citation",
        "date",
        "document",
        "name",
        "ordinal",
        "cell",
        "word",
    ]
)
# The fields of a fact that a number with this role is one of.
_FIELDS = {
    "target": ("value", "value_max"),
    "status-quo": ("baseline",),
    "subsidy-amount": ("amount", "amount_min", "amount_max"),
    "subsidy-cap": ("cap",),
}


def measured_numbers(extraction: Extraction) -> tuple[Measured, ...]:
    """Value and unit along `extraction.numbers`, both None where a number counts nothing (a heading, a date)."""
    facts: dict[str | None, Target | Subsidy] = {target.id: target for target in extraction.targets}
    facts |= {subsidy.id: subsidy for subsidy in extraction.subsidies}
    rows = _Rows(extraction.targets)
    found = [_NOTHING] * len(extraction.numbers)
    starts = [record.span.start for record in extraction.numbers]
    for quantity in extraction.mentions.quantities:
        place = extraction.clean.to_source(quantity.number)
        first, stop = (bisect.bisect_left(starts, end) for end in place)
        # 50—100万元 is one quantity of two numbers: the last one is its upper end
        ends = {first: quantity.value}
        if quantity.value_max is not None and stop - first > 1:
            ends[stop - 1] = quantity.value_max
        for at, value in ends.items():
            if first <= at < stop and value is not None:
                record = extraction.numbers[at]
                if record.role in _NO_MEASURE:
                    continue
                fact = facts.get(record.fact) or rows.above(record)
                is_bare = quantity.unit is None
                found[at] = _of_fact(record, value, fact) if is_bare else Measured(value, quantity.unit)
    return tuple(found)


class _Rows:
    """The targets with a value at the start, whose number stands in another column and belongs to no fact."""

    def __init__(self, targets: tuple[Target, ...]) -> None:
        self._rows = sorted((t for t in targets if t.baseline is not None), key=lambda t: t.span)
        self._starts = [t.span.start for t in self._rows]

    def above(self, record: NumberRecord) -> Target | None:
        """The target whose row a number may stand in; `_of_fact` looks whether it is its value."""
        at = bisect.bisect_right(self._starts, record.span.start) - 1
        return self._rows[at] if record.rule == "TBL-baseline" and at >= 0 else None


def _of_fact(record: NumberRecord, value: Decimal, fact: Target | Subsidy | None) -> Measured:
    """A bare number of a table, whose unit the head or another column gives: 260 below 万平方米 is the fact's 2,600,000 平方米."""
    values = [one for name in _FIELDS.get(record.role, ()) if (one := getattr(fact, name, None)) is not None]
    same = next((one for one in values if one == value or _is_scaled(one, value)), None)
    if fact is None or same is None:
        return Measured(value) if record.role in _FIELDS else _NOTHING
    return Measured(same, getattr(fact, "unit", "元"))  # the sums of a subsidy are in yuan


def _is_scaled(scaled: Decimal, value: Decimal) -> bool:
    """Whether one is the other in ten thousands or another power of ten."""
    return value != 0 and scaled > value and (scaled / value).normalize().as_tuple().digits == (1,)
