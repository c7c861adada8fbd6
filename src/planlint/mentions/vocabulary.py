"""Longest-match tables over the YAML vocabulary: units behind a number, comparators before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.mention import Dimension
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Words:
    """Strings with a value, found by the longest one that starts or ends at a place.

    `first` and `last` say for a character how long the words are that begin or end with it, the longest first: most places need one look.
    """

    table: dict[str, str]
    first: dict[str, tuple[int, ...]]
    last: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, groups: dict[str, list[str]]) -> Words:
        """A table from `{value: [word, …]}`; the first value wins where a word stands in two groups."""
        table: dict[str, str] = {}
        for value, words in groups.items():
            for word in words:
                table.setdefault(word, value)
        return cls(table, _sizes(table, 0), _sizes(table, -1))

    def starting(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that starts at `at`, with its value."""
        for size in self.first.get(text[at : at + 1], ()):
            word = text[at : at + size]
            if word in self.table:
                return word, self.table[word]
        return None

    def ending(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that ends right before `at`, with its value."""
        for size in self.last.get(text[at - 1 : at], ()):
            word = text[max(0, at - size) : at]
            if word in self.table:
                return word, self.table[word]
        return None


def _sizes(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        if word:
            found.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in found.items()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything closed that the scanner looks up around a numeral. `latin` has the units in Latin letters, in small ones."""

    units: Words
    latin: Words
    bare: dict[str, str]
    parts: dict[str, list[str]]
    before: Words
    after: Words
    fillers: Words

    def unit_at(self, text: str, at: int) -> tuple[str, Dimension] | None:
        """The unit that starts at `at`: `平方米及…` gives (平方米, area). That 部门 has none is for the words to say, see word_edges.py."""
        first = text[at : at + 1]
        if first.isascii() or first in _GREEK:
            return self._latin(text, at)
        hit = self.units.starting(text, at)
        if hit is None:
            return None
        return hit[0], cast("Dimension", hit[1])

    def is_part(self, text: str, at: int, unit: str) -> bool:
        """Whether the unit names parts of the thing behind it: the 轮 of 四轮农用车 are wheels, those of 3轮评审 rounds."""
        behind = text[at + len(unit) : at + len(unit) + _THING]
        return any(thing in behind for thing in self.parts.get(unit, ()))

    def _latin(self, text: str, at: int) -> tuple[str, Dimension] | None:
        """The unit as printed, whatever its capitals: PFlops, KWh; the P of 5PM is none."""
        hit = self.latin.starting(text[at : at + _LONGEST_LATIN].casefold(), 0)
        if hit is None:
            return None
        end = at + len(hit[0])
        if hit[0][-1] in _LATIN and text[end : end + 1] in _LATIN and end < len(text):
            return None
        return text[at:end], cast("Dimension", hit[1])


_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_GREEK = frozenset("μµ")
_LONGEST_LATIN = 12
# So near behind a part stands the thing that it belongs to.
_THING = 4


@lru_cache(maxsize=8)
def vocabulary(rules: Rulebook) -> Vocabulary:
    """The vocabulary of a rulebook, built once."""
    measures, comparators = rules.words("measures"), rules.words("comparators")
    units: dict[str, list[str]] = measures["units"]
    latin = {
        kind: [w.casefold() for w in group if w[0].isascii() or w[0] in _GREEK]
        for kind, group in units.items()
    }
    return Vocabulary(
        units=Words.of(units),
        latin=Words.of(latin),
        bare=measures["bare"],
        parts=measures["parts"],
        before=Words.of(comparators["before"]),
        after=Words.of(comparators["after"]),
        fillers=Words.of({"": comparators["fillers"]}),
    )
