"""Numbers with their units as the scanner read them: `占地面积约390亩` holds one figure, 390 亩, rough."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from planlint.model.mention import Quantity

_FIGURE = re.compile("\\d")
# The last figure of 100至200万元.
_UPPER = re.compile("\\d[\\d.,]*[^\\d]*$")
_REACHES = ("达", "到", "至")
_BOUNDS = {">=": ">", ">": ">", "<=": "<", "<": "<", "~": "~"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit; `bound` is `>`, `<`, `~` (约, 左右, 余) or empty where the number is exact."""

    span: Span
    value: Decimal
    unit: str
    bound: str


class Figures:
    """The numbers in figures of a clean text that have a unit, asked by place. Of a range the upper end counts."""

    def __init__(self, text: str, quantities: Iterable[Quantity]) -> None:
        found = (_figure(text, quantity) for quantity in quantities)
        self._all = sorted((figure for figure in found if figure is not None), key=lambda f: f.span)
        self._starts = [figure.span.start for figure in self._all]

    def within(self, span: Span) -> list[Figure]:
        """The figures that stand in a stretch as a whole, in order."""
        first = bisect.bisect_left(self._starts, span.start)
        behind = bisect.bisect_left(self._starts, span.end)
        return [figure for figure in self._all[first:behind] if figure.span.end <= span.end]


def _figure(text: str, q: Quantity) -> Figure | None:
    value = q.value if q.value_max is None else q.value_max
    if value is None or q.unit is None or _FIGURE.search(text, q.number.start, q.number.end) is None:
        return None
    span = q.number
    if q.value_max is not None and (upper := _UPPER.search(text, span.start, span.end)) is not None:
        span = Span(upper.start(), span.end)
    # 面积达20万平方米 is exact: nothing says that it may be more
    reached = text.endswith(_REACHES, q.span.start, q.number.start) and q.span.end == q.number.end
    return Figure(span, value, q.unit, "" if reached else _BOUNDS.get(q.comparator, ""))
