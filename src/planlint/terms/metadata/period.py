"""The years that a plan covers: （2024—2026年） in its title, “十四五” in its title, or 有效期至2030年7月31日."""

from __future__ import annotations

import re

from planlint.model.fact import Period
from planlint.model.span import Span
from planlint.text.dates import PLAN, five_year_plan
from planlint.text.numerals import parse_numeral

_RANGE = re.compile("((?:19|20)\\d\\d)\\s?年?\\s?(?:[-—–－―~～]{1,2}|至|到)?\\s?((?:19|20)\\d\\d)\\s?年?")
_PLAN = re.compile(PLAN)
_PLAN_IN_FULL = re.compile("第(?P<ordinal>十[一二三四五六七八九])个五年")
_YEAR = re.compile("(20\\d\\d)年(?!以?前|底|末|远景|版|以来|第(?![一二三四1-4]季)|\\d)(?![^》]*工作报告)")
_UNTIL = re.compile("有效期(?:限)?(?:截?至|到)\\s?((?:19|20)\\d\\d)年")
_FOR = re.compile(
    "(?:有效期|执行期|试行期|实施期|政策期)(?:限)?(?:暂?[定为]{1,2})?\\s?([1-9]|[一二两三四五])\\s?年"
)
_FROM = re.compile("自\\s?((?:19|20)\\d\\d)年\\d{1,2}月\\d{1,2}日起(?:正式)?(?:施行|实施|执行)")
_COVERS = re.compile(
    "(?:规划|计划|方案|实施|行动)期(?:限)?为?\\s?((?:19|20)\\d\\d)\\s?年?[-—–－至到]{1,2}\\s?((?:19|20)\\d\\d)\\s?年"
)
_DAY = "(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:起|止)?"
_THROUGH = f"((?:19|20)\\d\\d)\\s?年?{_DAY}(?:[-—–－~～]{{1,2}}|至|到)\\s?((?:19|20)\\d\\d)\\s?年"
# 本措施适用于2025年1月1日至2027年12月31日的兑现范围, 有效期自2024年8月1日起至2026年7月31日止
_APPLIES = re.compile(
    f"(?:适用于|(?:有效|执行|实施|施行|适用|政策)期(?:限|间)?(?:为|自|从|：|:)?|(?:本(?:办法|措施|政策|方案|细则|意见|规定|计划)|施行|执行)[^。；，\\d]{{0,6}}自)\\s?{_THROUGH}"
)
# 2012年起5年内
_YEARS_FROM = re.compile(
    "((?:19|20)\\d\\d)年起[，,]?(?:用|的)?\\s?([1-9]|10|[一二两三四五六七八九十])年(?:内|时间|左右)?"
)
# 决定自2025年至2027年在全市开展攻坚行动
_CARRIED_OUT = re.compile(
    "(?:自|从|决定|计划|拟|用)\\s?((?:19|20)\\d\\d)\\s?年?(?:起)?[-—–－~至到]{1,2}\\s?((?:19|20)\\d\\d)\\s?年(?:底|末)?[，,]?(?:在|对|于)?[^，。；]{0,16}(?:开展|实施|组织|推进|进行)[^，。；]{0,24}(?:行动|工程|计划|攻坚|工作|试点|创建|整治)"
)
# A validity that begins on New Year's Day ends with a year.
_NEW_YEAR = re.compile("年0?1月0?1日")
_HEAD = 3000
_LONGEST = 30


def find_period(
    text: str, title: str | None, title_span: Span | None, signed_on: str | None
) -> tuple[Period | None, Span | None]:
    """The period, and the clean span of the words that say so."""
    if title is not None:
        match = _RANGE.search(title)
        if match is not None and _sound(match.group(1), match.group(2)):
            return Period(int(match.group(1)), int(match.group(2))), title_span
        match = _PLAN.search(title) or _PLAN_IN_FULL.search(title)
        if match is not None and "规划" in title:
            return Period(*five_year_plan(match["ordinal"])), title_span
        years = _YEAR.findall(title)
        if len(years) == 1 and "通知" not in title.removesuffix("的通知"):
            # 2026年促消费行动方案 covers its year
            return Period(int(years[0]), int(years[0])), title_span
    covers = _COVERS.search(text)
    if covers is not None and _sound(covers.group(1), covers.group(2)):
        return Period(int(covers.group(1)), int(covers.group(2))), Span(*covers.span())
    applies = _APPLIES.search(text)
    if applies is not None and _sound(applies.group(1), applies.group(2)):
        return Period(int(applies.group(1)), int(applies.group(2))), Span(*applies.span())
    carried = _CARRIED_OUT.search(text, 0, _HEAD)
    if carried is not None and _sound(carried.group(1), carried.group(2)):
        return Period(int(carried.group(1)), int(carried.group(2))), Span(*carried.span())
    validity = _validity(text, signed_on)
    if validity[0] is not None:
        return validity
    several = _YEARS_FROM.search(text, 0, _HEAD)
    count = parse_numeral(several.group(2)) if several is not None else None
    if several is None or count is None:
        return None, None
    first = int(several.group(1))
    return Period(first, first + int(count) - 1), Span(*several.span())


def _validity(text: str, signed_on: str | None) -> tuple[Period | None, Span | None]:
    tail = max(0, len(text) - 3000)
    start_match = _FROM.search(text, tail)
    start = int(start_match.group(1)) if start_match else (int(signed_on[:4]) if signed_on else None)
    until = _UNTIL.search(text, tail)
    if start is None:
        return None, None
    if until is not None and int(until.group(1)) >= start:
        return Period(start, int(until.group(1))), Span(*until.span())
    years = _FOR.search(text, tail)
    if years is not None:
        count = parse_numeral(years.group(1))
        if count is not None:
            last = int(count)
            if start_match is not None and _NEW_YEAR.search(start_match.group()):
                last -= 1
            return Period(start, start + last), Span(*years.span())
    return None, None


def _sound(a: str, b: str) -> bool:
    return int(a) < int(b) <= int(a) + _LONGEST
