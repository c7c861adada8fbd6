"""Dates and five-year plans in any of their spellings: `二〇二一年七月二十九日` and `2021/7/29` are both 2021-07-29."""

from __future__ import annotations

import re

from planlint.text.numerals import parse_numeral

# A year in figures that a plan can speak of.
YEAR = "(?:19|20|21)\\d\\d"
_HAN = "[〇○零Ｏ一二三四五六七八九十]"
# The name of a five-year plan: `“十四五”` has the ordinal 十四.
PLAN = '[“"]?(?P<ordinal>十[一二三四五六七八九])五[”"]?'
# The fourteenth began in 2021; counted back in fives.
_FIRST_YEAR_OF_PLAN_ONE = 2021 - 5 * 13
DATE = re.compile(
    "(?P<y>(?:19|20|21)\\d\\d)\\s?[年.\\-/]\\s?(?P<m>1[0-2]|0?[1-9])\\s?[月.\\-/]\\s?(?P<d>3[01]|[12]\\d|0?[1-9])(?!\\d)\\s?日?"
    f"|(?P<hy>二[〇○零Ｏ]{_HAN}{{2}})\\s?年\\s?(?P<hm>十?[一二三四五六七八九十])\\s?月\\s?(?P<hd>[二三]?十?[一二三四五六七八九十])\\s?日"
)


def parse_date(text: str) -> str | None:
    """The first full date in `text` as YYYY-MM-DD; None if there is none, or no such day."""
    match = DATE.search(text)
    return date_of(match) if match is not None else None


def date_of(match: re.Match[str]) -> str | None:
    """The date of one match of `DATE`; None for a day that no month has."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        digits = "".join(str(parse_numeral("〇" if ch in "○零Ｏ" else ch)) for ch in match["hy"])
        year = int(digits)
        month, day = (int(parse_numeral(match[g]) or 0) for g in ("hm", "hd"))
    import datetime as dt

    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def five_year_plan(ordinal: str) -> tuple[int, int]:
    """The first and last year of a five-year plan: 十四 is 2021 to 2025, 十五 is 2026 to 2030."""
    number = parse_numeral(ordinal)
    assert number is not None
    first = _FIRST_YEAR_OF_PLAN_ONE + 5 * (int(number) - 1)
    return first, first + 4
