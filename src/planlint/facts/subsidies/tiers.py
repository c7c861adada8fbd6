"""The objects of several sums: 国际标准、国家标准、行业标准 over three sums are three, whatever is said before and behind them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from planlint.facts.distribute import distribute

_SEPARATOR = "[、和及与或]"


def tiers_in(phrase: str, count: int) -> list[str] | None:
    """`count` objects named in one phrase, in order; None where it does not hold exactly that many."""
    return distribute(phrase, count) or _with_one_ending(phrase, count)


def _with_one_ending(phrase: str, count: int) -> list[str] | None:
    """A run of exactly `count` neighbours that end alike, cut out of a longer phrase."""
    parts = [m.span() for m in re.finditer("[^、和及与或，,]+", phrase)]
    words = [phrase[a:b] for a, b in parts]
    for i in range(len(words) - count + 1):
        middle = words[i + 1 : i + count - 1] or words[i : i + 1]
        ending = _common_ending([words[i], *middle])
        last = words[i + count - 1]
        if ending is None or ending not in last or not _joined(phrase, parts[i : i + count]):
            continue
        size = Counter(len(w) for w in middle).most_common(1)[0][0]
        end = last.index(ending) + len(ending)
        first = words[i][-size:] if count > 2 else words[i]
        return [first, *words[i + 1 : i + count - 1], last[:end]]
    return None


def _common_ending(words: list[str]) -> str | None:
    for size in (4, 3, 2):
        ending = words[0][-size:]
        if len(ending) == size and all(len(w) > size and w.endswith(ending) for w in words):
            return ending
    return None


def _joined(phrase: str, spans: list[tuple[int, int]]) -> bool:
    return all(re.fullmatch(_SEPARATOR + "{1,2}", phrase[a[1] : b[0]]) for a, b in pairwise(spans))
