"""The step of a ladder whose sums follow behind 分别: 国际、国家和行业标准…分别给予100万元、50万元和20万元: 50万元 is 国家."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.meaning.clauses import sentence_span
from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.compare.objects import Objects
    from planlint.model.fact import Subsidy

_EACH = "分别"
_PRIZES = ("特", "一", "二", "三")
_SUM = re.compile(r"(\d[\d,]*(?:\.\d+)?)(万|亿)?元")
_SIZES = {"万": 10_000, "亿": 100_000_000, None: 1}
# The list of grades stands in the half of the sentence in front of 分别, no farther.
_FARTHEST = 200


class ListedSteps:
    """Asked for the subsidies of one plan in their order."""

    def __init__(self, text: str, known: Objects) -> None:
        self._text = text
        self._known = known
        self._taken: dict[int, list[int]] = defaultdict(list)

    def of(self, subsidy: Subsidy) -> str | None:
        """The grade that earns this sum, None where no list says it or grades and sums do not match."""
        first, last = sentence_span(self._text, subsidy.span)
        start = max(first, subsidy.span.start - _FARTHEST)
        at = self._text.rfind(_EACH, start, subsidy.span.end)
        if at < 0:
            return None
        grades = self._known.grades_of_list(plain(self._text[start:at]))
        sums = [_yuan(match) for match in _SUM.finditer(plain(self._text[at:last]))]
        if not grades or len(sums) < len(grades):
            return None
        amount = subsidy.amount if subsidy.amount is not None else subsidy.cap
        amount = amount if amount is not None else subsidy.amount_max
        taken = self._taken[at]
        for i, value in enumerate(sums[: len(grades)]):
            if amount is not None and value == float(amount) and i not in taken:
                taken.append(i)
                return _whole(grades[i])
        return None


def _yuan(match: re.Match[str]) -> float:
    return round(float(match.group(1).replace(",", "")) * _SIZES[match.group(2)], 2)


def _whole(grade: str) -> str:
    """一 of 一、二、三等奖 is 一等奖, A of A、B级 is A级."""
    if grade in _PRIZES:
        return f"{grade}等奖"
    return f"{grade}级" if grade in ("A", "B", "C") else grade
