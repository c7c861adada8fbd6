"""Milestones: dated results or starts of work without a number. 2023年完成一体化基地建设 is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.in_order import in_order
from planlint.facts.tables.milestones import table_milestones
from planlint.model.covered import Covered
from planlint.model.fact import Milestone
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.model.fact import Subsidy, Target
    from planlint.model.mention import TimeMention
    from planlint.reading.reading import HalfSentence, Reading

_CLAUSE_END = re.compile("[，,。；;！!？?\n]")
_NO_RESULT = re.compile(
    "见下表|见附[表件]|以下(?:主要)?(?:目标|任务|工作|要求|指标)|详见|如下|施行|实施之日|有效期|执行期|印发给|公布之日|生效|起执行|起实施|截止|(?:每|季度末?|按[月季年])[^，。；]{0,16}报送|废止|以来|的通知|为准|会议|第[一二三四五六七八九十\\d]+次(?:$|[^，。；]{0,8}会)"
)
# 2023年市区安置任务: a bare year before a noun says which task; before one of these it says when.
_BARE_YEAR = re.compile("(?:19|20)\\d\\d年度?")
# 力争2029年投入运营: behind these the year says when, whatever follows
_STRIVES = re.compile("(?:力争|争取|确保|预计|计划|拟|[将拟]于)$")
# Under these headings stands what was done, not what will be.
_REVIEW = re.compile("^(?!.*目标).*(?:回顾|发展成(?:就|效)|工作成效|发展现状|发展基础|现实基础)")
# Two characters that say what happens by then: 2027年底前投用.
_SHORT_RESULT = re.compile(
    "投用|投产|达产|竣工|完工|开工|建成|启用|通车|通航|开园|开业|运营|封顶|交付|贯通|验收|开通$"
)
_HAPPENS = re.compile(
    "^[，,]|完成|建成|建立|建设|启动|开工|竣工|投产|投用|运行|运营|形成|实现|达到|出台|印发|制定|编制|成立|召开|举办|开展|推进|落地|挂牌|全面|基本|力争|确保|争取|培育|打造|引进|引育|实施|新增|创建|改造|整治|起"
)


def find_milestones(reading: Reading, targets: list[Target], subsidies: list[Subsidy]) -> list[Milestone]:
    """One milestone for each printed date whose clause or table row holds neither a target nor a subsidy."""
    clean = reading.clean
    taken = Covered([t.span for t in targets] + [b.span for b in subsidies])
    found = _stages(reading)
    title = reading.outline.title
    for half in reading.half_sentences():
        if (
            half.times
            and half.paragraph.kind != "heading"
            and not _REVIEW.match(reading.headings(half.section))
        ):
            for time in half.times:
                if title is not None and title.start <= time.span.start < title.end:
                    continue
                date = _date(reading, time)
                if date is None:
                    continue
                span = _clause(clean.text, half, time)
                source = clean.to_source(span)
                text = clean.text[span.start : span.end]
                short = len(text) - (time.span.end - time.span.start) < 4
                if (short and _SHORT_RESULT.search(text) is None) or _NO_RESULT.search(text):
                    continue
                if _is_attribute(clean.text, half, time, span):
                    continue
                if taken.touches(source):
                    continue
                if short:
                    # 建设二期厂房，2027年底前投产: what is put to use stands in the clause before
                    wider = Span(_clause_before(clean.text, half, span.start), span.end)
                    if not taken.touches(clean.to_source(wider)):
                        span, source = wider, clean.to_source(wider)
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
    found += [m for m in table_milestones(reading) if not taken.touches(m.span)]
    return in_order(found, "m")[0]


def _stages(reading: Reading) -> list[Milestone]:
    """The stages of work whose headings say by when they end."""
    return [
        Milestone(
            "m0", deadline.date, section.path, "MIL-stage", reading.clean.quote(section.span), reading.clean.to_source(section.span)
        )
        for section, time in reading.stages()
        if (deadline := reading.zones.dated(time)) is not None
    ]  # fmt: skip


def _is_attribute(text: str, half: HalfSentence, time: TimeMention, clause: Span) -> bool:
    """Whether a bare year only says which thing is meant: 安排2023年工作岗位."""
    start, end = time.span
    if not _BARE_YEAR.fullmatch(text, start, end):
        return False
    if (
        start > clause.start
        and text[start - 1] not in "，,；;：: 。、\n"
        and not _STRIVES.search(text, clause.start, start)
        and not _HAPPENS.match(text, end, clause.end)
    ):
        return True
    return (
        _HAPPENS.search(text, end, min(half.span.end, clause.end + 1)) is None
        and text[end : end + 1] not in "，,"
    )


def _date(reading: Reading, time: TimeMention) -> str | None:
    if time.role == "from":
        # 自2021年起: a start of work; 较2020年 and 2020年以来 are none
        opens = reading.clean.text[time.span.start : time.span.end]
        return time.start if time.start and opens.endswith(("起", "开始")) else None
    if time.role == "within" or (time.start is not None and time.deadline is not None):
        return None
    deadline = reading.zones.governing(time)
    return deadline.date if deadline is not None else None


def _clause_before(text: str, half: HalfSentence, start: int) -> int:
    """Where the clause before the one at `start` begins; `start` itself where the half-sentence has none."""
    at = max(half.span.start, start - 1)
    while at > half.span.start and text[at - 1] not in "，,。；;！!？?\n：:":
        at -= 1
    return at


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
