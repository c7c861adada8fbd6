"""Longest-match tables over the YAML vocabulary: units behind a number, comparators before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from planlint.model.mention import Dimension
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Words:
    """Strings with a value, found by the longest one that starts or ends at a place."""

    table: dict[str, str]
    longest: int

    @classmethod
    def of(cls, groups: dict[str, list[str]]) -> Words:
        """A table from `{value: [word, …]}`; the first value wins where a word stands in two groups."""
        table: dict[str, str] = {}
        for value, words in groups.items():
            for word in words:
                table.setdefault(word, value)
        return cls(table, max(map(len, table), default=0))

    def starting(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that starts at `at`, with its value."""
        for size in range(min(self.longest, len(text) - at), 0, -1):
            word = text[at : at + size]
            if word in self.table:
                return word, self.table[word]
        return None

    def ending(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that ends right before `at`, with its value."""
        for size in range(min(self.longest, at), 0, -1):
            word = text[at - size : at]
            if word in self.table:
                return word, self.table[word]
        return None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything closed that the scanner looks up around a numeral."""

    units: Words
    compounds: Words
    bare: dict[str, str]
    before: Words
    after: Words
    fillers: Words

    def unit_at(self, text: str, at: int) -> tuple[str, Dimension] | None:
        """The unit that starts at `at`: `平方米及…` gives (平方米, area); 部 in 部门 is none."""
        hit = self.units.starting(text, at)
        if hit is None:
            return None
        word, dimension = hit
        compound = self.compounds.starting(text, at)
        if compound is not None and len(compound[0]) > len(word):
            return None
        return word, cast("Dimension", dimension)


@lru_cache(maxsize=8)
def vocabulary(rules: Rulebook) -> Vocabulary:
    """The vocabulary of a rulebook, built once."""
    measures, comparators = rules.words("measures"), rules.words("comparators")
    return Vocabulary(
        units=Words.of(measures["units"]),
        compounds=Words.of({"": measures["compounds"]}),
        bare=measures["bare"],
        before=Words.of(comparators["before"]),
        after=Words.of(comparators["after"]),
        fillers=Words.of({"": comparators["fillers"]}),
    )
