"""What two numerals say together: 50-100万元 and 不低于40%、不高于70% are ranges, 30、20、10万元 share a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.mention import Quantity
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.mentions.cores import Core

_RANGE = re.compile(r"\s*(?:[-—–―－~～]{1,2}|至|到)\s*")
_PARALLEL = re.compile(r"\s*(?:、|和|及|与|或|/)\s*")


def with_ranges(text: str, cores: list[Core]) -> list[Quantity]:
    """Quantities of the cores: `50-100万元`, `3至5个` put together, the unit handed back in `30、20、10万元`."""
    cores = _share_units(text, cores)
    merged: list[Quantity] = []
    i = 0
    while i < len(cores):
        low = cores[i]
        high = cores[i + 1] if i + 1 < len(cores) else None
        if high is not None and _linked(text, low, high) and _is_range(low, high):
            merged.append(_range(low, high))
            i += 2
            continue
        span = Span(low.start, low.end)
        if low.unit is not None or low.value is not None:
            merged.append(
                Quantity(span, span, low.value, low.top, low.unit, low.dimension, "=", low.soft, low.per)
            )
        i += 1
    return merged


def _linked(text: str, low: Core, high: Core) -> bool:
    link = _RANGE.match(text, low.end)
    return link is not None and link.end() == high.start


def _range(low: Core, high: Core) -> Quantity:
    value = low.value
    if value is not None and low.unit is None and low.factor == 1 and high.factor != 1:
        value *= high.factor
    span = Span(low.start, high.end)
    return Quantity(span, span, value, high.value, high.unit, high.dimension, "=", high.soft, high.per)


def _is_range(low: Core, high: Core) -> bool:
    if low.value is None or high.value is None or high.unit is None:
        return False
    if low.unit is not None and low.dimension != high.dimension:
        return False
    lower = low.value * (high.factor if low.unit is None and low.factor == 1 else 1)
    return lower < high.value


def _share_units(text: str, cores: list[Core]) -> list[Core]:
    """`分别奖励30、20、10万元`: what has no unit takes the one of its right neighbour in the list, 个 the one of 个工作日."""
    shared = list(cores)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if right.unit is None or left.value is None or right.value is None:
            continue
        if left.unit is not None and not (
            left.unit == "个" and text[right.end - len(right.unit) - 1] == "个"
        ):
            continue
        link = _PARALLEL.match(text, left.end)
        if link is None or link.end() != right.start or not text[left.start].isascii():
            continue
        factor = right.factor if left.factor == 1 else Decimal(1)
        shared[i] = replace(left, unit=right.unit, dimension=right.dimension, value=left.value * factor,
                            factor=right.factor)  # fmt: skip
    return shared


def two_sided(text: str, found: list[Quantity]) -> list[Quantity]:
    """`不低于40%、不高于70%` is one range."""
    merged: list[Quantity] = []
    for q in found:
        low = merged[-1] if merged else None
        if (
            low is not None and low.comparator in (">=", ">") and q.comparator in ("<=", "<") and low.unit == q.unit
            and low.value is not None and q.value is not None and low.value < q.value
            and text[low.span.end : q.span.start] in ("、", "，", ",", "且", "", "并")
        ):  # fmt: skip
            merged[-1] = replace(
                low,
                span=Span(low.span.start, q.span.end),
                number=Span(low.number.start, q.number.end),
                value_max=q.value,
            )
        else:
            merged.append(q)
    return merged
