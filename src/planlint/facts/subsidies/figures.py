"""A number of money with the words around it: what stands before and behind ⟦20%⟧ in 按设备投资的⟦20%⟧给予补助."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity

# One further member of a list of sums: 、50万元, 、投资额的8%.
_MEMBER = re.compile(
    "[、/和及与或]{1,2}[^，,。；;：:、\\d]{0,10}?\\d[\\d.]*[万亿千百]{0,2}(?:元|美元|欧元|港元|日元|英镑|%|％|‰|个百分点|倍)(?:/[一-鿿]{1,4})?"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a half-sentence with what is said before and behind it.

    `start` is where the half-sentence `text` begins in clean text; `goes_on` says that money was given before in the sentence.
    """

    quantity: Quantity
    text: str
    start: int
    words: SubsidyWords
    goes_on: bool

    @property
    def left(self) -> str:
        """The half-sentence before the number's bound."""
        return self.text[: self.quantity.span.start - self.start]

    @property
    def clause(self) -> str:
        """The clause before the number's bound."""
        return clause_before(self.text, self.quantity.span.start - self.start)

    @property
    def bound(self) -> str:
        """The words that bound the number from before: 不超过."""
        return self.text[self.quantity.span.start - self.start : self.quantity.number.start - self.start]

    @property
    def right(self) -> str:
        """What stands behind the number, its bound and its unit."""
        return self.text[self.quantity.span.end - self.start :]

    @property
    def tail(self) -> str:
        """What stands behind the number itself, its bound (以上) included."""
        return self.text[self.quantity.number.end - self.start :]

    @property
    def beyond(self) -> str:
        """What stands behind the list of sums that the number is a member of: 、50万元、投资额的8%给予奖励 gives 给予奖励."""
        return beyond_list(self.right)


@lru_cache(maxsize=4096)
def beyond_list(right: str) -> str:
    """The text behind the further members of a list of sums."""
    at = 0
    while (member := _MEMBER.match(right, at)) is not None:
        at = member.end()
    return right[at:]


def clause_before(text: str, at: int) -> str:
    """The clause that ends at `at`, from its beginning."""
    begin = 0
    for mark in ("，", ",", "。", "；", ";"):
        begin = max(begin, text.rfind(mark, 0, at) + 1)
    return text[begin:at]


def money_in(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Those of the numbers that are sums or shares."""
    return [q for q in quantities if q.dimension in ("money", "share") and q.value is not None]
