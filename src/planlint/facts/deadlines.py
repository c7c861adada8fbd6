"""Which time is in force where: 到2025年，… governs the clauses behind it, until another time or the end of the paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.document import Paragraph, Section
    from planlint.model.fact import DocumentData
    from planlint.model.mention import TimeMention
    from planlint.model.span import Span
    from planlint.reading.reading import HalfSentence, Reading

_GOALS = re.compile("目标")
# Times of these are no time by which something is reached.
_NOT_GOVERNING_AFTER = re.compile("^(?:度?(?:考核|报告|工作总结|统计|数据|版|修订|预算|决算)|[)）]?[》〉])")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A resolved time by which, and the clean span that says so; `past` where it lies before the plan begins."""

    date: str
    span: Span
    past: bool = False


class Clock:
    """Walks the plan in reading order and knows the deadline in force; `enter` each half-sentence, then ask `at`."""

    def __init__(self, reading: Reading, document: DocumentData) -> None:
        self._reading = reading
        self._start_year = _start_year(document)
        # 三年内 counts from the first of the years that the plan names, not from its signature
        self._first_year = document.period.start if document.period is not None else 0
        # a plan commits to nothing before the years that it names, or before the year in which it was signed
        signed = document.signed_on
        self._past_before = self._first_year or (int(signed[:4]) if signed else 0)
        self._paragraph: Paragraph | None = None
        self._force: Deadline | None = None
        self._times: list[tuple[int, Deadline]] = []
        self._section_force: dict[str, Deadline] = {}
        # what stands under 组织实施阶段（2024年5月—11月） is to be done by then
        for section, time in reading.stages():
            if (deadline := self.dated(time)) is not None:
                self._section_force[section.id] = deadline
        self._led_in = False
        self._row: Deadline | None = None

    def enter(self, half: HalfSentence) -> None:
        """Move to a half-sentence: paragraphs end the force of a time, lead sentences and goal sections carry it on."""
        if half.paragraph is not self._paragraph:
            self._leave_paragraph(half)
        self._times = []
        if half.times:
            for time in half.times:
                # one after the other: 年底前 takes the year of what stands before it
                if (deadline := self.resolve(half, time)) is not None:
                    self._times.append((time.span.start, deadline))
        self._row = self.dated(half.row_time) if half.row_time is not None else None

    def leave(self, half: HalfSentence) -> None:
        """What this half-sentence said last stays in force for the next one."""
        if self._times:
            self._force = self._times[-1][1]
            if half.section is not None and _GOALS.search(half.section.heading):
                self._section_force.setdefault(half.section.id, self._force)

    def at(self, offset: int) -> tuple[Deadline | None, bool]:
        """The deadline in force at a place, and whether it was inherited from an earlier half-sentence."""
        own = [d for at, d in self._times if at < offset]
        if own:
            return own[-1], False
        return self._row or self._force, True

    def is_past(self, offset: int) -> bool:
        """Whether the time in force at a place lies before the plan begins: 2020年达到97% in a plan for 2021 to 2025."""
        deadline, _ = self.at(offset)
        return deadline is not None and deadline.past

    def text_of(self, time: TimeMention) -> str:
        """The words of a time mention."""
        return self._reading.clean.text[time.span.start : time.span.end]

    def resolve(self, half: HalfSentence, time: TimeMention) -> Deadline | None:
        """The date that a time mention sets as a deadline; None where it governs nothing."""
        text = self._reading.clean.text
        if time.role == "within":
            start = self._since(half, time) or self._first_year or None
            if time.years is None or start is None or not _governs(text, half, time):
                return None
            return Deadline(str(start + time.years - 1), time.span)
        if time.role != "by" or time.deadline is None or not _governs(text, half, time):
            return None
        return self.dated(time)

    def dated(self, time: TimeMention) -> Deadline | None:
        """The date of a time by which, its year supplied where it is only 年底前; None before the plan begins."""
        date = time.deadline
        if date is None:
            return None
        if date.startswith("-"):
            year = self._year_in_force(time.span.start)
            if year is None:
                return None
            date = year + ("" if date == "-" else date)
        if self._start_year is not None and int(date[:4]) < self._start_year - 1:
            return None
        return Deadline(date, time.span, past=int(date[:4]) < self._past_before)

    def _since(self, half: HalfSentence, time: TimeMention) -> int | None:
        for other in half.times:
            if other.role == "from" and other.start and other.span.end <= time.span.start:
                return int(other.start[:4])
        return None

    def _year_in_force(self, offset: int) -> str | None:
        own = [d for at, d in self._times if at < offset]
        if own:
            return own[-1].date[:4]
        if self._force is not None:
            return self._force.date[:4]
        return str(self._start_year) if self._start_year is not None else None

    def _leave_paragraph(self, half: HalfSentence) -> None:
        previous, self._paragraph = self._paragraph, half.paragraph
        if previous is not None and self._force is not None and half.paragraph.kind == "bullet":
            text = self._reading.clean.text
            lead = text[previous.span.start : previous.span.end].rstrip()
            if previous.kind == "bullet" or lead.endswith(("：", ":")) or self._led_in:
                self._led_in = True
                return
        self._led_in = False
        self._force = self._inherited(half.section)

    def _inherited(self, section: Section | None) -> Deadline | None:
        if section is None:
            return None
        for ancestor in self._reading.outline.ancestors(section):
            if ancestor.id in self._section_force:
                return self._section_force[ancestor.id]
        return None


def _start_year(document: DocumentData) -> int | None:
    if document.period is not None:
        return document.period.start
    signed = document.signed_on or document.published_on
    return int(signed[:4]) if signed else None


def _governs(text: str, half: HalfSentence, time: TimeMention) -> bool:
    """Whether a time opens a clause (or follows 力争, 确保 …) and is no part of a title, a bracket or a name."""
    start, end = time.span
    before = text[max(half.paragraph.span.start, start - 12) : start]
    if _NOT_GOVERNING_AFTER.match(text[end : end + 8]):
        return False
    if text[end : end + 1] == "的" and text[start] not in "到至":
        # 2024年的320家 says which number is meant; 提高到2025年的500家 says by when
        return False
    left = text[half.span.start : start]
    if left.count("《") > left.count("》") or left.count("（") + left.count("(") > left.count(
        "）"
    ) + left.count(")"):
        return False
    return (
        True
        if not before
        else not re.search("(?:印发|发布|现行|原|截至|已于|落实|贯彻|根据|按照|召开|执行|学习|待)$", before)
    )
