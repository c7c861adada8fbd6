"""Which row each key belongs to: its noun's home and its dimension, and its mode or level where the user has them apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.row_names import Home, homes_of
from planlint.model.plan_facts import IndicatorKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.mapping import RowMapping
    from planlint.model.plan_facts import Dimension


class RowKeys:
    """Asked for each key, knowing the nouns of all plans."""

    def __init__(self, nouns: Iterable[str], mapping: RowMapping, words: Vocabulary) -> None:
        self._homes = homes_of(nouns, words)
        # what the user has taken out of a noun goes back into none
        self._homes.update({name: Home(name, None) for split in mapping.splits for name in split.names})
        self._apart: dict[str, set[str]] = defaultdict(set)
        for split in mapping.splits:
            self._apart[split.noun].update(split.by)

    def of(self, key: IndicatorKey) -> tuple[IndicatorKey, str | None]:
        """The key of the row, and what the noun says more than the row's."""
        home = self._homes[key.noun]
        apart = self._apart.get(home.noun, ())
        level, mode = (key.level if "level" in apart else None), (key.mode if "mode" in apart else None)
        return IndicatorKey(home.noun, level, mode, None, key.dimension), home.scope

    def mentioned(self, noun: str, dimension: Dimension) -> IndicatorKey:
        """The row that a mention of the noun belongs to: it says no mode."""
        return IndicatorKey(self._homes[noun].noun, None, None, None, dimension)
