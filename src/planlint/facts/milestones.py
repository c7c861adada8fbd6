"""Milestones: dated results or starts of work without a number. 2023年完成一体化基地建设 is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.facts.in_order import in_order
from planlint.facts.tables.milestones import table_milestones
from planlint.model.covered import Covered
from planlint.model.fact import Milestone
from planlint.model.span import Span
from planlint.reading.sorted import Sorted

if TYPE_CHECKING:
    from planlint.model.fact import Subsidy, Target
    from planlint.model.mention import TimeMention
    from planlint.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

_CLAUSE_END = re.compile("[，,。；;！!？?\n]")
_BEFORE_CLAUSE = "，,。；;！!？?\n：:"
_BARE_YEAR = re.compile("(?:19|20|21)\\d\\d年度?")
# A clause that holds hardly more than its date needs a word of what happens.
_FEW = 4
_AT_THE_END = re.compile("[底末]")


@dataclass(frozen=True, slots=True)
class _Words:
    no_result: re.Pattern[str]
    strives: re.Pattern[str]
    short_results: re.Pattern[str]
    happens: re.Pattern[str]
    reached: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(rules: Rulebook) -> _Words:
    words = {name: "|".join(group) for name, group in rules.words("milestones").items() if name != "examples"}
    return _Words(
        re.compile(words["no_result"]),
        re.compile(f"(?:{words['strives']})$"),
        re.compile(words["short_results"]),
        re.compile(f"^[，,]|{words['happens']}"),
        re.compile(words["reached"]),
    )


def find_milestones(
    reading: Reading, targets: list[Target], subsidies: list[Subsidy], rules: Rulebook
) -> list[Milestone]:
    """One milestone for each printed date whose clause or table row holds neither a target nor a subsidy."""
    taken = Covered([t.span for t in targets] + [b.span for b in subsidies])
    found = _stages(reading) + _labelled(reading) + _told(reading, taken, _words(rules))
    found += [m for m in table_milestones(reading) if not taken.touches(m.span)]
    return in_order(found, "m")[0]


def _stages(reading: Reading) -> list[Milestone]:
    """The stages of work whose headings say by when they end."""
    return [
        _milestone(reading, deadline.date, section.span, "MIL-stage")
        for section, time in reading.stages()
        if (deadline := reading.zones.dated(time)) is not None
    ]


def _labelled(reading: Reading) -> list[Milestone]:
    """The labelled times of tasks: 完成时限：2019年6月底前."""
    times = Sorted(reading.mentions.times)
    found = []
    for line in reading.terms.labelled:
        if line.kind == "time" and not reading.clean.is_chrome(line.span.start):
            dates = [
                d.date for time in times.within(line.value) if (d := reading.zones.dated(time)) is not None
            ]
            found += [_milestone(reading, date, line.span, "MIL-labelled") for date in dates[-1:]]
    return found


def _told(reading: Reading, taken: Covered, words: _Words) -> list[Milestone]:
    """The dates in sentences, each with the clause that says what happens by then."""
    found = []
    title = reading.outline.title
    for half in reading.half_sentences():
        if half.paragraph.kind == "heading":
            continue
        for time in half.times:
            if title is not None and title.start <= time.span.start < title.end:
                continue
            line = reading.terms.labelled_at(time.span.start)
            date = _date(reading, half, time, words)
            if date is None or (line is not None and line.kind == "time"):
                continue
            span = _result(reading, half, time, taken, words)
            if span is not None:
                found.append(_milestone(reading, date, span, f"MIL-{time.role}"))
    return found


def _milestone(reading: Reading, date: str, span: Span, rule: str) -> Milestone:
    section = reading.outline.section_at(span.start)
    clean = reading.clean
    return Milestone(
        "m0", date, section.path if section else None, rule, clean.quote(span), clean.to_source(span)
    )


def _date(reading: Reading, half: HalfSentence, time: TimeMention, words: _Words) -> str | None:
    """The date of a milestone; what was so before the plan, or holds at any time, is none."""
    if reading.zones.at(time.span.start).tense in ("review", "norm", "told"):
        return None
    if time.role == "from":
        # 自2021年起: a start of work; 较2020年 and 2020年以来 are none
        opens = reading.clean.text[time.span.start : time.span.end]
        return time.start if time.start and opens.endswith(("起", "开始")) else None
    if time.deadline == "-" and not _AT_THE_END.search(reading.clean.text, *time.span):
        return None  # 全年, 年内: the year itself, and no date in it
    span_of_years = time.start is not None and time.deadline is not None
    clause = reading.clean.text[time.span.end : half.span.end]
    if time.role == "within" or (span_of_years and words.reached.search(clause) is None):
        return None
    deadline = reading.zones.governing(time)
    return deadline.date if deadline is not None else None


def _result(
    reading: Reading, half: HalfSentence, time: TimeMention, taken: Covered, words: _Words
) -> Span | None:
    """The clause that says what happens by a time; None where it says nothing, or another fact says it."""
    text, to_source = reading.clean.text, reading.clean.to_source
    span = _clause(text, half, time)
    said = text[span.start : span.end]
    short = len(said) - (time.span.end - time.span.start) < _FEW
    if (short and words.short_results.search(said) is None) or words.no_result.search(said):
        return None
    if _is_attribute(text, half, time, span, words) or taken.touches(to_source(span)):
        return None
    # 建设二期厂房，2027年底前投产: what is put to use stands in the clause before
    wider = Span(_clause_before(text, half, span.start), span.end)
    return wider if short and not taken.touches(to_source(wider)) else span


def _is_attribute(text: str, half: HalfSentence, time: TimeMention, clause: Span, words: _Words) -> bool:
    """Whether a bare year only says which thing is meant: 安排2023年工作岗位."""
    start, end = time.span
    if not _BARE_YEAR.fullmatch(text, start, end):
        return False
    inside_clause = start > clause.start and text[start - 1] not in "，,；;：:。 、\n"
    says_when = words.strives.search(text, clause.start, start) or words.happens.match(text, end, clause.end)
    if inside_clause and not says_when:
        return True
    happens = words.happens.search(text, end, min(half.span.end, clause.end + 1))
    return happens is None and text[end : end + 1] not in "，,"


def _clause_before(text: str, half: HalfSentence, start: int) -> int:
    """Where the clause before the one at `start` begins; `start` itself where the half-sentence has none."""
    at = max(half.span.start, start - 1)
    while at > half.span.start and text[at - 1] not in _BEFORE_CLAUSE:
        at -= 1
    return at


def _clause(text: str, half: HalfSentence, time: TimeMention) -> Span:
    """The clause with the time in it; a clause that holds the time alone (到2025年，) takes the next one too."""
    start = time.span.start
    while start > half.span.start and text[start - 1] not in _BEFORE_CLAUSE + "、":
        start -= 1
    while start < time.span.start and text[start] == " ":
        start += 1
    at = time.span.end
    while at < half.span.end and text[at] in "，, ":
        at += 1
    match = _CLAUSE_END.search(text, at, half.span.end)
    return Span(start, match.start() if match else half.span.end)
