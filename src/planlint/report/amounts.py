"""Numbers as a person writes them: 1200000 is 120万 in Chinese, 1,200,000 in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.words import Words

_MYRIADS = ((100_000_000, "亿"), (10_000, "万"))


def amount(value: float | None, words: Words) -> str:
    """A number, nothing for None."""
    if value is None:
        return ""
    if words["grouping"] == "myriads":
        for size, name in _MYRIADS:
            # 1234567 stays as it is: 123.4567万 is no easier to read
            if abs(value) >= size and round(value / size, 2) * size == value:
                return f"{value / size:.2f}".rstrip("0").rstrip(".") + name
    return f"{value:,}"


def span_of_amounts(low: float | None, high: float | None, words: Words) -> str:
    """`50万—100万`, or the one end that there is."""
    return "—".join(amount(end, words) for end in (low, high) if end is not None)


def percent(rate: float | None) -> str:
    """`12.5%` for 0.125."""
    return "" if rate is None else f"{rate * 100:.4f}".rstrip("0").rstrip(".") + "%"
