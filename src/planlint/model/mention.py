"""What the scanner finds in clean text: numbers with their units and bounds, times, placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.span import Span

Dimension = Literal["money", "area", "share", "points", "length", "mass", "duration", "count", "times", "rank", "none"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `不少于40家`, `50-100万元`, `xx 亿元`.

    `span` covers comparator, numeral, unit and hedge; `number` the numeral(s) alone; `value` is in `unit`, with 万 and
    亿 multiplied out; None for a placeholder. `value_max` is the upper end of a range.
    """

    span: Span
    number: Span
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    dimension: Dimension
    comparator: str
    hedge: str | None = None
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: `到2025年底`, `2022年6月30日前`, `三年内`, `每年`, `“十四五”末`.

    `deadline` is the ISO-like date by which (`2025`, `2024-06`, `2022-06-30`) or None; `start` the first one of an interval;
    `years` a relative span to be counted from the start of the plan; `recurrence` is `yearly` …
    """

    span: Span
    deadline: str | None = None
    start: str | None = None
    years: int | None = None
    recurrence: str | None = None
