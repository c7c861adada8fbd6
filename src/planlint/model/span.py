"""Half-open ranges of code points: `Span(3, 5)` covers the characters 3 and 4."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in one text (clean text unless a name says `source_`)."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters the span covers."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
