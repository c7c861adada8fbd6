"""Which texts of two versions are the same one, reworded: rapidfuzz scores, each text has one partner at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def partners(old: Sequence[str], new: Sequence[str], least: int) -> list[tuple[int, int]]:
    """Pairs (index in old, index in new) of texts at least so alike, the most alike first; equal texts pair in their order."""
    from rapidfuzz import fuzz, process

    scored: list[tuple[float, int, int]] = []
    for i, text in enumerate(old):
        near = process.extract(text, new, scorer=fuzz.ratio, score_cutoff=least, limit=5)
        scored += [(-score, i, j) for _, score, j in near]
    pairs: list[tuple[int, int]] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    # of equals, the nearest in place
    for _, i, j in sorted(scored, key=lambda item: (item[0], abs(item[1] - item[2]), item[1], item[2])):
        if i not in used_old and j not in used_new:
            pairs.append((i, j))
            used_old.add(i)
            used_new.add(j)
    return sorted(pairs)
