"""What a work report says in its head: on which day and for which body it was given, and the year that it plans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.fact import Period
from planlint.model.span import Span
from planlint.text.dates import DATE, date_of
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.model.document import CleanText

_HEAD = 1500
_FAR = 60
# ——2026年1月27日在甲省第十四届人民代表大会第四次会议上
_GIVEN = re.compile(f"\\s?在(?P<place>{HAN}{{2,14}}?)第?[\\d一二三四五六七八九十]{{1,4}}届\\s?人民代表大会")
_NAMED = re.compile(f"代表(?P<body>{HAN}{{0,14}}?人民政府)")
# A body without its place: 省人民政府, 自治区人民政府.
_BARE = re.compile("(?:省|市|县|区|州|盟|旗|自治区|自治州|自治县)人民政府")
_YEAR = re.compile("((?:19|20)\\d\\d)年")


class WorkReport(NamedTuple):
    """Day and body of a report, and its place in the clean text; each None where the head does not say."""

    day: str | None
    day_span: Span | None
    body: str | None
    body_span: Span | None
    period: Period | None


def read_work_report(clean: CleanText, title: str | None) -> WorkReport:
    """Reads the head of a work report: `——2026年1月27日在云岭省第十四届人民代表大会…会议上`, `我代表省人民政府`."""
    text = clean.text
    day = day_span = place = None
    for match in DATE.finditer(text, 0, _HEAD):
        given = _GIVEN.match(text, match.end(), match.end() + _FAR)
        if given is not None:
            day, day_span, place = date_of(match), Span(*match.span()), given["place"]
            break
    named = _NAMED.search(text, 0, _HEAD)
    body, body_span = None, None
    if named is not None:
        body, body_span = named["body"], Span(*named.span("body"))
        if _BARE.fullmatch(body):
            body = (
                f"{place}人民政府"
                if place is not None and place.endswith(body.removesuffix("人民政府"))
                else None
            )
    years = _YEAR.findall(title or "")
    year = int(years[0]) if len(years) == 1 else int(day[:4]) if day else None
    return WorkReport(day, day_span, body, body_span if body else None, Period(year, year) if year else None)
