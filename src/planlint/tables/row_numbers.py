"""The number of a row as printed: 5, 5., （5）, ⑤ and 五 are all 5."""

from __future__ import annotations

import re

from planlint.text.numerals import parse_numeral

_NUMBER = re.compile("[（(]?(?P<n>\\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]?")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def row_number(text: str) -> int | None:
    """The number that a cell is; None where it is none."""
    if len(text) > 6:
        return None
    if len(text) == 1 and text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    value = parse_numeral(match["n"])
    return int(value) if value is not None else None
