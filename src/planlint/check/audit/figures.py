"""Numbers with their units as a sentence prints them: `占地面积约390亩` holds one figure, 390 亩, rough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.rulebook import Rulebook

_LOWER = ("以上", "及以上", "多")
_LOWER_BEFORE = ("不少于", "不低于", "超过", "突破", "至少", "超", "大于", "高于")
_UPPER_BEFORE = ("不超过", "不高于", "不多于", "最高", "最多", "低于", "小于")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit; `bound` is `>`, `<`, `~` (约, 左右, 余) or empty where the number is exact."""

    span: Span
    value: Decimal
    unit: str
    bound: str


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads figures; made of the measures vocabulary, so that a user's units count as well."""

    pattern: re.Pattern[str]
    aliases: dict[str, str]

    def read(self, text: str, span: Span) -> list[Figure]:
        """The figures of `text[span]`, in order."""
        found = []
        for match in self.pattern.finditer(text, span.start, span.end):
            value = parse_numeral(match["number"] + (match["factor"] or ""))
            if value is None:
                continue
            unit = match["long"] or match["unit"]
            bound = _bound(text, span, match)
            found.append(Figure(Span(*match.span()), value, self.aliases.get(unit, unit), bound))
        return found


def _bound(text: str, span: Span, match: re.Match[str]) -> str:
    before = text[max(span.start, match.start() - 4) : match.start()].rstrip()
    after = text[match.end() : match.end() + 3]
    if before.endswith(("约", "近")) or after.startswith(("左右", "上下")) or match["more"] or match["more2"]:
        return "~"
    # 不低于 ends in 低于, 不超过 in 超过: the longer words are asked first
    if before.endswith(("不超过", "不高于", "不多于")):
        return "<"
    if before.endswith(_LOWER_BEFORE) or after.startswith(_LOWER):
        return ">"
    if before.endswith(_UPPER_BEFORE) or after.startswith(("以下", "以内")):
        return "<"
    return ""


@lru_cache(maxsize=8)
def figure_reader(rules: Rulebook) -> FigureReader:
    """The reader for the units of a rulebook."""
    measures = rules.words("measures")
    bare: dict[str, str] = measures["bare"]
    units = sorted(
        {*bare, *(u for group in measures["units"].values() for u in group)}, key=lambda u: (-len(u), u)
    )
    long = "|".join(re.escape(unit) for unit in units if len(unit) > 1)
    short = "|".join(re.escape(unit) for unit in units if len(unit) == 1)
    compounds = "|".join(re.escape(word) for word in measures["compounds"])
    pattern = re.compile(
        r"(?<![\d.A-Za-z〔])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<more>[多余])?(?P<factor>[十百千万亿]{1,3})?"
        rf"(?P<more2>[多余])?\s?(?:(?P<long>{long})|(?!{compounds})(?P<unit>{short}))"
    )
    return FigureReader(
        pattern,
        {**bare, "％": "%", "平米": "平方米", "㎡": "平方米", "m2": "平方米", "m²": "平方米", "千米": "公里"},
    )
