"""Dates that no calendar has: 2月30日, 13月, 第五季度; and five-year plans with years of others: “十四五”时期（2020—2025年）."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options, Ways
from planlint.text.han import compiled
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_DATE = compiled(
    r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?<![\d.—~～至到—-])(?P<month>\d{1,2})\s?月\s?(?:份)?(?:(?P<day>\d{1,2})\s?[日号])"
    r"|(?P<year2>(?:19|20)\d\d)\s?年\s?(?P<month2>\d{1,2})\s?月(?!龄)"
    r"|(?P<han_month>[一二三四五六七八九十]{1,3})月(?P<han_day>[一二三四五六七八九十]{1,3})日"
)
_QUARTER = compiled(r"(?:第\s?|年\s?)(?P<n>[5-9]|[五六七八九十])\s?季度")
# A leap year, for dates that print none.
_LEAP = 2024

_PLAN = r"[“\"]?(?P<plan>十[一二三四五六七八九]?)五[”\"]?"
# “十四五”时期（2021—2025年）, 2021—2025年“十四五”期间
_SPAN_BEHIND = compiled(
    rf"(?<!第){_PLAN}(?P<what>时期|期间|规划期|规划|计划)?[，,]?[（(](?:即)?(?P<a>20\d\d)年?\s?[-—–－~～至到]{{1,2}}\s?(?P<b>20\d\d)年?[）)]"
)
_EDGE = compiled(
    rf"(?P<year>20\d\d)年(?:既|也)?是[^，。；]{{0,8}}{_PLAN}(?:时期|规划|期间)?[^，。；]{{0,8}}?(?P<edge>开局|起步|第一年|首年|收官|最后一年|决胜|末年)"
)
# “十三五”末的2020年
_EDGE_BEFORE = compiled(
    rf"(?<!第){_PLAN}(?:时期|规划|期间)?(?P<edge>末期?|期末|初期?|期初|开局之年|收官之年)(?:的|[（(，,]?即)?(?P<year>20\d\d)年"
)
_FIRST = frozenset({"开局", "起步", "第一年", "首年", "初", "初期", "期初", "开局之年"})

OPTIONS = Ways({"impossible": Options(), "plan-years": Options()})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `impossible` or `plan-years`."""
    yield from {"impossible": _impossible, "plan-years": _plan_years}[rule.options["find"]](context, rule)


def _impossible(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Months past the twelfth, days past the month's last, quarters past the fourth."""
    for match in _DATE.finditer(context.text):
        if not _exists(match) and context.says(match.start()):
            yield context.find(rule, Span(*match.span()))
    for match in _QUARTER.finditer(context.text):
        if context.says(match.start()):
            yield context.find(rule, Span(*match.span()))


def _exists(match: re.Match[str]) -> bool:
    year = int(match["year"] or match["year2"] or _LEAP)
    month = parse_numeral(match["month"] or match["month2"] or match["han_month"])
    printed = match["day"] or match["han_day"]
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    day = parse_numeral(printed) if printed else None
    return day is None or 1 <= day <= calendar.monthrange(year, int(month))[1]


def first_year(plan: str) -> int | None:
    """The first year of a five-year plan: 十四 (五) begins in 2021."""
    ordinal = parse_numeral(plan)
    return None if ordinal is None else 2001 + 5 * (int(ordinal) - 10)


def _plan_years(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Five-year plans with the years of none, and years called the first or the last of a plan that they are not."""
    for match in _SPAN_BEHIND.finditer(context.text):
        start = first_year(match["plan"])
        if (
            start is not None
            and (int(match["a"]), int(match["b"])) != (start, start + 4)
            and context.says(match.start())
        ):
            yield context.find(rule, Span(*match.span()), plan=f"{match['plan']}五", a=start, b=start + 4)
    for match in (*_EDGE.finditer(context.text), *_EDGE_BEFORE.finditer(context.text)):
        start = first_year(match["plan"])
        if start is None or not context.says(match.start()):
            continue
        due = start if match["edge"] in _FIRST else start + 4
        if int(match["year"]) != due:
            yield context.find(rule, Span(*match.span()), plan=f"{match['plan']}五", a=start, b=start + 4)
