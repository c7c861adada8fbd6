"""Full stops that somebody typed in half width: in `建成园区3个.引进企业20家.` both points end sentences, those of 一. and 3.5 do not."""

from __future__ import annotations

import re

from planlint.text.han import HAN

_NUMERAL = "[一二三四五六七八九十百\\d]{1,4}"
# A label's point comes first in the pattern, so that it is taken for what it is: 一. and (一). and 第一.
_POINT = re.compile(
    f'(?:(?<![^\\W_])|第)[（(]?{_NUMERAL}[)）]?[.]|(?P<stop>(?:(?<={HAN})|(?<=[A-Z)）」』】〕》”’"%％]))[.](?![.a-z])|(?<=\\d)[.](?=\\s*(?:\n|$)))'
)


def full_stops(text: str) -> str:
    """The text with 。 for each half-width stop, every character at its place; as it came where 。 is what ends its sentences."""
    if "." not in text:
        return text
    stops = [match.start("stop") for match in _POINT.finditer(text) if match["stop"]]
    if len(stops) <= text.count("。"):
        return text  # a point behind a word is a slip, or stands in a name
    chars = list(text)
    for at in stops:
        chars[at] = "。"
    return "".join(chars)
