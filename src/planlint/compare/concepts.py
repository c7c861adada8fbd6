"""The dictionary of what plans count: 规上工业增加值 is 规模以上工业增加值, 亿元, more is better; 市政管网 stands near 城市地下管网."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from planlint.compare.spelling import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook import Rulebook

# The files whose blocks make up the dictionary.
FILES = ("indicators", "indicators_economy", "indicators_people", "indicators_land")
NEAR = "~"
Better = Literal["more", "less", "none"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that plans set targets for; `dimension` and `unit` are those of its level in the field, whatever one plan prints."""

    noun: str
    dimension: str | None = None
    unit: str | None = None
    better: Better | None = None


@dataclass(frozen=True, slots=True)
class Concepts:
    """`spelled` leads from a spelling (after rewrites) to its noun, `near` to the noun that it stands near and what it says more."""

    of: dict[str, Concept]
    spelled: dict[str, str]
    near: dict[str, tuple[str, str]]
    holds: tuple[tuple[tuple[str, ...], str], ...]

    def knows(self, name: str) -> bool:
        """Whether this spelling stands in the dictionary, as its own or a near one."""
        return name in self.spelled or name in self.near

    def held(self, name: str) -> str | None:
        """The noun all of whose words stand somewhere in the name: 残疾儿童康复救助 in 为残疾儿童提供…康复训练."""
        return next((noun for words, noun in self.holds if all(word in name for word in words)), None)


def blocks(rules: Rulebook) -> Iterator[dict[str, Any]]:
    """All blocks of the dictionary; a user's plain nouns are a block that says nothing of them."""
    for name in FILES:
        words = rules.words(name)
        yield from words["concepts"]
        if "nouns" in words:
            yield {"nouns": words["nouns"]}


@lru_cache(maxsize=8)
def concepts(rules: Rulebook) -> Concepts:
    """The dictionary of a rulebook. A spelling that stands twice keeps its first noun."""
    spelled_as = spelling(rules)
    of: dict[str, Concept] = {}
    spelled: dict[str, str] = {}
    near: dict[str, tuple[str, str]] = {}
    for block in blocks(rules):
        for noun, others in block["nouns"].items():
            told = Concept(noun, block.get("dimension"), block.get("unit"), block.get("better"))
            if noun not in of or told.dimension is not None:
                of[noun] = told
            spelled.setdefault(spelled_as(noun), noun)
            for other in others or ():
                if other.startswith(NEAR):
                    near.setdefault(spelled_as(other[1:]), (noun, other[1:]))
                else:
                    spelled.setdefault(spelled_as(other), noun)
    own = {name: home for name, home in near.items() if name not in spelled}
    held = tuple(
        (tuple(words), noun) for noun, ways in rules.words("indicators")["holds"].items() for words in ways
    )
    return Concepts(of, spelled, own, held)
