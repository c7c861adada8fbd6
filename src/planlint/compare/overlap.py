"""Which of many plans have words in common, from their fingerprints alone: pairs by the number of hashes that both have."""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import combinations, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.plan_facts import PlanFacts

# Words that so many plans have, and so large a part of them, are formulas of the trade, copied from nobody.
_FORMULA_PLANS = 10
_FORMULA_PART = 0.3
# More plans than this copy from a model that they all had, and the pairs of one hash would outgrow all else.
_MOST_HOLDERS = 40
# Pairs whose texts are read again and laid side by side; what is beyond is counted, not shown.
MOST_PAIRS = 500
_LEAST_COMMON = 2
# Hashes lie in so many parts, each sorted alone; the plan's number takes the lower half of 64 bits.
_PARTS = 64
_NUMBER_BITS = 32
_NUMBER = (1 << _NUMBER_BITS) - 1
# Pairs counted at once. When there are more, the half met least often is let go: what two plans copied lies in all parts, and is met again.
_MOST_COUNTED = 400_000


class Overlap:
    """The pairs of plans that share hashes, and each plan's share of hashes that nobody else has.

    `pairs` are those with most in common, `left_out` counts the others that are known; among thousands of plans there may be more.
    """

    def __init__(self, plans: Sequence[PlanFacts]) -> None:
        parts = [array("Q") for _ in range(_PARTS)]
        sizes = array("I")
        labels = []
        for i, plan in enumerate(plans):
            labels.append(plan.label)
            sizes.append(len(plan.fingerprint.hashes))
            for value in plan.fingerprint.hashes:
                parts[value % _PARTS].append(value << _NUMBER_BITS | i)
        self.formulas = 0
        self._shared = array("I", bytes(sizes.itemsize * len(sizes)))
        self._common: Counter[int] = Counter()
        most = min(max(_FORMULA_PLANS, int(len(sizes) * _FORMULA_PART)), _MOST_HOLDERS)
        for part in parts:
            for holding in _shared_hashes(part):
                self._count(holding, most)
        self.unique = tuple(
            (label, round(1 - shared / size, 4) if size else 1.0)
            for label, size, shared in zip(labels, sizes, self._shared, strict=True)
        )
        ranked = [(-count, pair) for pair, count in self._common.items() if count >= _LEAST_COMMON]
        ranked.sort()
        self.pairs = [divmod(pair, 1 << _NUMBER_BITS) for _, pair in ranked[:MOST_PAIRS]]
        self.left_out = max(0, len(ranked) - MOST_PAIRS)
        self._common.clear()

    def _count(self, holding: list[int], most: int) -> None:
        for i in holding:
            self._shared[i] += 1
        if len(holding) > most:
            self.formulas += 1
            return
        self._common.update(i << _NUMBER_BITS | j for i, j in combinations(holding, 2))
        if len(self._common) > _MOST_COUNTED:
            self._common = Counter(dict(self._common.most_common(_MOST_COUNTED // 2)))


def _shared_hashes(part: array[int]) -> Iterator[list[int]]:
    """For each hash that several plans have the numbers of these plans, in their order."""
    for _, same in groupby(sorted(part), key=lambda entry: entry >> _NUMBER_BITS):
        holding = [entry & _NUMBER for entry in same]
        if len(holding) > 1:
            yield holding
