"""What many spans cover together, asked in logarithmic time: do the targets of a plan touch this clause?"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.span import Span


class Covered:
    """The stretches that spans in any order, overlapping or not, cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        i = bisect.bisect_left(self._starts, span.end) - 1
        return i >= 0 and self._ends[i] > span.start
