"""How many items a phrase lists: `国家、省级和市级` is three; where 和 may join inside an item, a range of counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planlint.text.numerals import parse_numeral

_HAN = "一二两三四五六七八九十"
_JOIN = re.compile("以及|和|及|与|或")
_OUTER = re.compile("、|/")
_NESTED = re.compile('[（(][^（）()]*[)）]|[“"][^”"]*[”"]|《[^》]*》')


@dataclass(frozen=True, slots=True)
class ItemCount:
    """The least and the most items that a phrase can be read as."""

    least: int
    most: int

    def allows(self, number: int) -> bool:
        """Whether the phrase can be read as that many items."""
        return self.least <= number <= self.most


def count_items(phrase: str) -> ItemCount:
    """The count of a list: every 、 parts two items, every 和 may; brackets and quotes are looked through."""
    bare = _NESTED.sub("〇", phrase)
    outer = len(_OUTER.findall(bare))
    # 、和 is one separator
    joins = len(_JOIN.findall(re.sub("、(?:以及|和|及|与|或)", "、", bare)))
    return ItemCount(outer + 1, outer + 1 + joins)


def number_of(text: str) -> int | None:
    """A small whole number in either script: `三` and `3` are 3."""
    value = parse_numeral(text)
    return int(value) if value is not None and value == int(value) else None


NUMBER = rf"(?:\d{{1,2}}|[{_HAN}]{{1,3}})"
