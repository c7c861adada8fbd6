"""Kind and genre of a document: 三年行动计划 is a plan, a page of 问：答： an interview, whatever plan its title names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.model.fact import Genre
    from planlint.rulebook import Rulebook

_HEAD = 6000
# What a text without a title calls itself: 制定本方案, 提出如下实施意见.
_OWN_WORD = re.compile(f"(?:制定|制订|编制|提出)(?:本|如下|以下)({HAN}{{2,6}})[。：:，]")
_BRACKETS = re.compile("[（(][^（）()]*[)）]")


class _Sign(NamedTuple):
    """What in the text speaks for a genre, how often it must come, and which titles it overrules."""

    genre: Genre
    pattern: re.Pattern[str]
    times: int
    over: frozenset[str]


class _Words(NamedTuple):
    kinds: tuple[tuple[str, Genre], ...]
    signs: tuple[_Sign, ...]


@lru_cache(maxsize=8)
def _words(rules: Rulebook) -> _Words:
    raw = rules.words("documents")
    kinds = [(kind, cast("Genre", genre)) for genre, kinds in raw["genres"].items() for kind in kinds]
    signs = [
        _Sign(row["genre"], re.compile(row["sign"]), row["times"], frozenset(row["over"]))
        for row in raw["genre_signs"]
    ]
    return _Words(tuple(sorted(kinds, key=lambda pair: -len(pair[0]))), tuple(signs))


def kind_and_genre(title: str | None, text: str, rules: Rulebook) -> tuple[str | None, Genre | None]:
    """The kind that the title ends in, brackets apart, or else the first that it holds, and the genre of document that it is."""
    words = _words(rules)
    kind, genre = _of_title(title, words)
    for sign in words.signs:
        silent = genre is None or genre in sign.over
        if silent and _comes(sign, text):
            return kind, sign.genre
    if genre is None:
        own = _OWN_WORD.search(text, 0, _HEAD)
        genre = _of_title(own[1] if own else None, words)[1]
    return kind, genre


def kind_words(rules: Rulebook) -> tuple[str, ...]:
    """The words that the titles of documents end in."""
    return tuple(kind for kind, _ in _words(rules).kinds)


def _of_title(title: str | None, words: _Words) -> tuple[str | None, Genre | None]:
    if title is None:
        return None, None
    bare = _BRACKETS.sub("", title).strip('》”" ')
    ending = next((pair for pair in words.kinds if bare.endswith(pair[0])), None)
    if ending is not None:
        return ending[0].rpartition("的")[2], ending[1]
    return next((pair for pair in words.kinds if pair[0] in bare), (None, None))


def _comes(sign: _Sign, text: str) -> bool:
    found = sign.pattern.finditer(text, 0, _HEAD)
    return sum(1 for _, _ in zip(range(sign.times), found, strict=False)) == sign.times
