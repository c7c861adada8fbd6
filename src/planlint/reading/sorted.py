"""Mentions looked up by their place: which numbers stand in this clause, in logarithmic time."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from planlint.model.span import Span


class Placed(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


T = TypeVar("T", bound=Placed)


class Sorted(Generic[T]):
    """Things in reading order, looked up by where they start."""

    def __init__(self, items: tuple[T, ...]) -> None:
        self._items = items
        self._starts = [item.span.start for item in items]

    def within(self, span: Span) -> tuple[T, ...]:
        """Those that start in a span."""
        low = bisect.bisect_left(self._starts, span.start)
        return self._items[low : bisect.bisect_left(self._starts, span.end, low)]
