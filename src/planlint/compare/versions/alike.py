"""Which texts of two versions are the same one, reworded: rapidfuzz scores, each text has one partner at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# So many of the texts that are like one are looked at in one round.
_NEAREST = 5


def partners(
    old: Sequence[str], new: Sequence[str], least: int, same: Callable[[int, int], bool] | None = None
) -> list[tuple[int, int]]:
    """Pairs (index in old, index in new) of texts at least so alike, the most alike first; equal texts pair in their order.

    Of pairs that are equally alike those come first that are the `same` in what the texts do not say.
    """
    pairs: list[tuple[int, int]] = []
    left, right = list(range(len(old))), list(range(len(new)))
    while found := _best(old, new, (left, right), least, same):
        pairs += found
        # the nearest of a text may all have been taken by others: what is left over is asked again
        taken, met = {i for i, _ in found}, {j for _, j in found}
        left = [i for i in left if i not in taken]
        right = [j for j in right if j not in met]
    return sorted(pairs)


def _best(
    old: Sequence[str],
    new: Sequence[str],
    left: tuple[list[int], list[int]],
    least: int,
    same: Callable[[int, int], bool] | None,
) -> list[tuple[int, int]]:
    """The pairs among those that are left, each text in one."""
    from rapidfuzz import fuzz, process

    scored: list[tuple[float, bool, int, int, int]] = []
    among = {j: new[j] for j in left[1]}
    for i in left[0]:
        for _, score, j in process.extract(
            old[i], among, scorer=fuzz.ratio, score_cutoff=least, limit=_NEAREST
        ):
            # of equals, the nearest in place
            scored.append((-score, same is not None and not same(i, j), abs(i - j), i, j))
    pairs: list[tuple[int, int]] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for *_, i, j in sorted(scored):
        if i not in used_old and j not in used_new:
            pairs.append((i, j))
            used_old.add(i)
            used_new.add(j)
    return pairs
