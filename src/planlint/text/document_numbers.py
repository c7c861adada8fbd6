"""Document numbers in a text: `根据云政办〔2024〕3号要求` holds 根据云政办〔2024〕3号, agency 根据云政办, year 2024, serial 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"[〔［\[(（【﹝]\s?(?P<year>(?:19|20)\d\d)\s?[〕］\])）】﹞]\s?第?\s?(?P<serial>\d{1,5})\s?号"
_AGENCY = f"(?P<agency>[X×]?{HAN}{{1,14}}(?:[（(]{HAN}{{1,6}}[)）])?)"
# Every shape of bracket, with stray blanks; 令 and 公告 numbers without a year bracket are left to titles.
NUMBER = re.compile(rf"{_AGENCY}\s?{_YEAR}")
_ANCHOR = re.compile(_YEAR)
_LONGEST_AGENCY = 24


def document_numbers(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The matches of `NUMBER` from `start` on, in order, disjoint.

    The bracketed year is looked for first: a pattern that opens with any Han character would be tried at each of them.
    """
    at = start
    for year in _ANCHOR.finditer(text, start):
        match = NUMBER.search(text, max(at, year.start() - _LONGEST_AGENCY), year.end())
        if match is not None:
            yield match
            at = match.end()
