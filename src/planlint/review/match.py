"""Which fact of one reading of a plan is which of another: pairs of facts of one kind whose words overlap, and those that have no other.

不少于40家 in the one and 高新技术企业不少于40家 in the other are one target; of several at one place those that say the same are paired.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.review.fields import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Matched:
    """The facts of one kind: `pairs` of both readings, and what only one of them has."""

    kind: str
    pairs: tuple[tuple[Any, Any], ...]
    only_one: tuple[Any, ...]
    only_other: tuple[Any, ...]

    def equal(self) -> tuple[tuple[Any, Any], ...]:
        """The pairs that say the same."""
        return tuple((a, b) for a, b in self.pairs if not differing(self.kind, a, b))


def matched(kind: str, one: Sequence[Any], other: Sequence[Any]) -> Matched:
    """The facts of both, paired; the best pairs first."""
    ranked = sorted(_candidates(kind, one, other), key=lambda found: found[0])
    left, right = dict(enumerate(one)), dict(enumerate(other))
    pairs: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if i in left and j in right:
            del left[i], right[j]
            pairs.append((i, j))
    return Matched(
        kind, tuple((one[i], other[j]) for i, j in sorted(pairs)), tuple(left.values()), tuple(right.values())
    )


def differing(kind: str, one: Any, other: Any) -> tuple[str, ...]:  # noqa: ANN401 - facts of the kind
    """The fields in which two facts differ."""
    return tuple(name for name in COMPARED[kind] if said(one, name) != said(other, name))


def said(fact: Any, name: str) -> Any:  # noqa: ANN401
    """A field without blanks and line breaks, which copies add and lose."""
    value = getattr(fact, name)
    return "".join(value.split()) or None if isinstance(value, str) else value


def _candidates(
    kind: str, one: Sequence[Any], other: Sequence[Any]
) -> Iterator[tuple[tuple[float, ...], int, int]]:
    """Every pair that shares half of its words, with how far it is from being the same."""
    starts = sorted(range(len(other)), key=lambda j: other[j].span.start)
    first = 0
    longest = max((fact.span.length for fact in other), default=0)
    for i in sorted(range(len(one)), key=lambda i: one[i].span.start):
        span = one[i].span
        while first < len(starts) and other[starts[first]].span.start + longest <= span.start:
            first += 1
        for j in starts[first:]:
            if other[j].span.start >= span.end:
                break
            apart = _apart(span, other[j].span)
            if apart is not None:
                yield (len(differing(kind, one[i], other[j])), apart, abs(i - j)), i, j


def _apart(one: Span, other: Span) -> float | None:
    """0 for the same words, up to a half for words that share as much as the shorter one's half; None for less."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0 or 2 * shared < min(one.length, other.length):
        return None
    return 1 - shared / max(one.length, other.length)
