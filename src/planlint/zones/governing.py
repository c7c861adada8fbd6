"""Which times set deadlines: 到2025年，…… governs what follows, 2026年重点工作 all below it, 2024年的320家 nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.mention import TimeMention
from planlint.model.span import Span
from planlint.text.dates import PLAN, five_year_plan
from planlint.zones.headings import sense_of

if TYPE_CHECKING:
    from planlint.model.document import Heading
    from planlint.reading import HalfSentence
    from planlint.reading.sorted import Sorted
    from planlint.zones.vocabulary import ZoneWords

# A heading names a time at its front (2026年重点工作) or says what is reached by then (发展目标（2030年）).
_FRONT = 5
_BEFORE = 12
_PLAN = re.compile(PLAN)
_OPEN, _CLOSE = re.compile("[（(]"), re.compile("[）)]")


def governs(text: str, half: HalfSentence, time: TimeMention, words: ZoneWords) -> bool:
    """Whether a time opens a clause (or follows 力争, 确保 …) and is no part of a title, a bracket or a name."""
    start, end = time.span
    before = text[max(half.paragraph.span.start, start - _BEFORE) : start]
    if words.names.match(text, end):
        return False
    if text[end : end + 1] == "的" and text[start] not in "到至":
        # 2024年的320家 says which number is meant; 提高到2025年的500家 says by when
        return False
    left = text[half.span.start : start]
    if left.count("《") > left.count("》") or len(_OPEN.findall(left)) > len(_CLOSE.findall(left)):
        return False
    return not before or words.no_deadline_behind.search(before) is None


def time_of_heading(
    text: str, heading: Heading, times: Sorted[TimeMention], words: ZoneWords
) -> TimeMention | None:
    """The one time that a heading names for all below it; None where it names none, or two."""
    by = [time for time in times.within(heading.span) if time.role == "by"]
    if not by and (plan := _PLAN.search(text, heading.span.start, heading.span.end)):
        # “十五五”主要目标任务
        by = [TimeMention(Span(*plan.span()), "by", deadline=str(five_year_plan(plan["ordinal"])[1]))]
    if len(by) != 1:
        return None
    at_front = by[0].span.start - (heading.span.end - len(heading.text)) <= _FRONT
    return by[0] if at_front or sense_of(heading.text, words).part in ("goals", "tasks") else None
