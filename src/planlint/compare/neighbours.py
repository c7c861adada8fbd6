"""Which rows stand near a row, and why they are others: 规模以上工业企业 in 亿元 beside 家, 农村公路 beside 公路."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.merged import level_order
from planlint.compare.row_names import family_of
from planlint.model.comparison import Neighbour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import Apartness
    from planlint.model.plan_facts import IndicatorKey


class Neighbours:
    """Asked for each row, knowing the keys of all."""

    def __init__(self, keys: Iterable[IndicatorKey], words: Vocabulary) -> None:
        self._words = words
        self._by_family: dict[str, list[IndicatorKey]] = defaultdict(list)
        for key in keys:
            self._by_family[family_of(key.noun, words)].append(key)

    def of(self, key: IndicatorKey) -> tuple[Neighbour, ...]:
        """The other rows of the family, by noun."""
        near = self._by_family[family_of(key.noun, self._words)]
        others = sorted((other for other in near if other != key), key=lambda k: (k.noun, *key_order(k)))
        return tuple(Neighbour(other, tuple(_reasons(key, other))) for other in others)


def _reasons(key: IndicatorKey, other: IndicatorKey) -> Iterator[Apartness]:
    """Why two rows are not one; where nouns differ, mode and level belong to the cells and are no reason."""
    if key.noun != other.noun:
        longer, shorter = sorted((key.noun, other.noun), key=len, reverse=True)
        # one of a list is no narrower than the list: 粮食、蔬菜产量
        yield "scope" if longer.endswith(shorter) and "、" not in longer else "noun"
    if key.dimension != other.dimension:
        yield "dimension"
    elif key.noun == other.noun:
        if key.mode != other.mode:
            yield "mode"
        if key.level != other.level:
            yield "level"


def key_order(key: IndicatorKey) -> tuple[tuple[int, str], str, str, str]:
    """The order of rows of one noun."""
    return level_order(key.level), key.mode or "", key.scope or "", key.dimension
