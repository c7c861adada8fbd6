"""What many spans cover together, asked in logarithmic time: do the targets of a plan touch this clause?"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches that spans in any order cover, sorted; those that touch or overlap are one."""
    stretches: list[Span] = []
    for span in sorted(spans):
        if stretches and span.start <= stretches[-1].end:
            stretches[-1] = Span(stretches[-1].start, max(stretches[-1].end, span.end))
        else:
            stretches.append(span)
    return stretches


class Covered:
    """The stretches that spans in any order, overlapping or not, cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        stretches = merged(spans)
        self._starts = [span.start for span in stretches]
        self._ends = [span.end for span in stretches]

    def touches(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        i = bisect.bisect_left(self._starts, span.end) - 1
        return i >= 0 and self._ends[i] > span.start
