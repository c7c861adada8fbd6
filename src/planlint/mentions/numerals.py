"""Every numeral and placeholder of a text, as written: `建设xx个、二十家、3.5万` gives xx, 二十, 3.5."""

from __future__ import annotations

import re

from planlint.model.mention import Numeral
from planlint.model.span import Span
from planlint.text.han import HAN

ARABIC = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
HAN_NUMERAL = "[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?"
# x, xx, ×, __, ** that stand for a number left blank; not letters of a word, not a 5x5
PLACEHOLDER = (
    r"(?<![A-Za-z0-9.+＋])(?:[xX]{1,4}|×{1,4})(?![A-Za-z0-9])"
    rf"|(?:(?<={HAN})|(?<=[、，,]))\*{{2,8}}(?= ?[万亿千百个家项件套人名户亩年月日元支座所场条种处期次平公吨%]{HAN})"
    "|_{2,40}|﹍{2,40}|○{2,4}"
)
# The first characters that any of the three can have: one look at a class spares the other characters all the alternatives.
_FIRST = r"(?=[\dxX×*_﹍○〇零一二两三四五六七八九十百千万亿])"
_NUMERAL = re.compile(
    f"{_FIRST}(?:(?P<placeholder>{PLACEHOLDER})|(?P<arabic>{ARABIC})|(?P<han>{HAN_NUMERAL}))"
)
# 万, 亿 and the like behind an Arabic numeral are its multiplier, not a numeral of their own
_MULTIPLIER = re.compile("[十百千万亿]+")


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of `text` in order, disjoint. A multiplier behind an Arabic numeral or placeholder is part of none."""
    found: list[Numeral] = []
    last_end = -1
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "han" and start == last_end:
            # 3.5万: the multiplier has no numeral of its own; what follows it (万三千) has never been seen
            lead = _MULTIPLIER.match(text, start, end)
            if lead is not None:
                start = lead.end()
                last_end = start
            if start == end:
                continue
        assert kind is not None
        found.append(Numeral(Span(start, end), kind))  # type: ignore[arg-type]
        last_end = end
    return found
