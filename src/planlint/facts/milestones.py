"""Milestones: dated results or starts of work without a number. 2023年完成一体化基地建设 is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.deadlines import Clock
from planlint.model.fact import Milestone
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence, Reading
    from planlint.model.fact import DocumentData, Subsidy, Target
    from planlint.model.mention import TimeMention

_CLAUSE_END = re.compile("[，,。；;！!？?\n]")
_NO_RESULT = re.compile(
    "施行|实施之日|有效期|执行期|印发给|公布之日|生效|起执行|起实施|截止|报送|废止|以来|的通知|为准|会议|第[一二三四五六七八九十\\d]+次"
)
_START = re.compile("起$|开始$")


def find_milestones(
    reading: Reading, document: DocumentData, targets: list[Target], subsidies: list[Subsidy]
) -> list[Milestone]:
    """One milestone for each printed date whose clause holds neither a target nor a subsidy."""
    clean = reading.clean
    taken = sorted([t.span for t in targets] + [b.span for b in subsidies])
    clock = Clock(reading, document)
    found: list[Milestone] = []
    for half in reading.half_sentences():
        clock.enter(half)
        if half.paragraph.kind != "heading":
            for time in half.times:
                date = _date(clock, half, time)
                if date is None:
                    continue
                span = _clause(clean.text, half, time)
                source = clean.to_source(span)
                text = clean.text[span.start : span.end]
                if len(text) - (time.span.end - time.span.start) < 4 or _NO_RESULT.search(text):
                    continue
                if any(source.overlaps(other) for other in taken):
                    continue
                found.append(
                    Milestone(
                        f"m{len(found) + 1}",
                        date,
                        half.section.path if half.section else None,
                        f"MIL-{time.role}",
                        clean.quote(span),
                        source,
                    )
                )
        clock.leave(half)
    return found


def _date(clock: Clock, half: HalfSentence, time: TimeMention) -> str | None:
    if time.role == "from":
        # 自2021年起: a start of work; 较2020年 and 2020年以来 are none
        opens = clock.text_of(time)
        return (
            time.start
            if time.start and opens.startswith(("自", "从")) and opens.endswith(("起", "开始"))
            else None
        )
    if time.role == "within" or (time.start is not None and time.deadline is not None):
        return None
    deadline = clock.resolve(half, time)
    return deadline.date if deadline else None


def _clause(text: str, half: HalfSentence, time: TimeMention) -> Span:
    """The clause with the time in it; a clause that holds the time alone (到2025年，) takes the next one too."""
    start = time.span.start
    while start > half.span.start and text[start - 1] not in "，,。；;！!？?\n：:、":
        start -= 1
    while start < time.span.start and text[start] in " ":
        start += 1
    at = time.span.end
    while at < half.span.end and text[at] in "，, ":
        at += 1
    match = _CLAUSE_END.search(text, at, half.span.end)
    return Span(start, match.start() if match else half.span.end)
