"""Which deadline is in force where: 到2025年，… governs the clauses behind it, until another time or the end of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.zone import Deadline, DeadlineInForce
from planlint.reading.sorted import Sorted
from planlint.text.lists import LIST_LINK
from planlint.zones.after_print import after_print
from planlint.zones.governing import governs, time_of_heading
from planlint.zones.headings import sense_of

if TYPE_CHECKING:
    from planlint.model.document import Heading, Paragraph
    from planlint.model.mention import TimeMention
    from planlint.model.span import Span
    from planlint.model.zone import Zones
    from planlint.reading import HalfSentence, Reading
    from planlint.zones.vocabulary import ZoneWords


class DeadlineWalker:
    """Takes the half-sentences in order; `found` are the deadlines in force, each with the offset from which it holds."""

    def __init__(self, reading: Reading, zones: Zones, words: ZoneWords) -> None:
        self._reading, self._zones, self._words = reading, zones, words
        self._clock = reading.terms.clock
        self._times = Sorted(reading.mentions.times)
        self._paragraph: Paragraph | None = None
        self._force: Deadline | None = None
        # … and what was before the sentence, to which a date returns that only closes its clause
        self._before_sentence: Deadline | None = None
        # what the sentence above a list of bullets leaves in force for each of them
        self._lead: Deadline | None = None
        # by where a heading begins: the time by which what stands below it is due
        self._heading_force: dict[int, Deadline] = {}
        self._above: tuple[Heading, ...] = ()
        self.found: list[tuple[int, DeadlineInForce]] = []
        # the dates of times that govern clauses, and of those that a heading or a table's row names
        self.governing: dict[Span, Deadline] = {}
        self.named: dict[Span, Deadline] = {}
        # what stands under 组织实施阶段（2024年5月—11月） is to be done by then
        for section, time in reading.stages():
            if (deadline := self.dated(time)) is not None:
                self._heading_force[section.span.start] = deadline
        for line in reading.terms.labelled:
            for time in self._times.within(line.value) if line.kind == "time" else ():
                self.dated(time)
        # what a plan of one year sets out to do is due in it
        self._title_year = self._of_title()
        # what a report plans without naming a time is due in the year that it plans
        self._report_year: Deadline | None = None

    def take(self, half: HalfSentence) -> None:
        """The next half-sentence: paragraphs end the force of a time, lead sentences and goal sections carry it on."""
        if half.paragraph is not self._paragraph:
            self._enter_paragraph(half)
        if half.opens_sentence:
            self._before_sentence = self._force
        row = self.dated(half.row_time) if half.row_time is not None else None
        self._put(half.span.start, row or self._force, inherited=True)
        own: list[Deadline] = []
        yearly_end = -1
        for start, time in self._times_of(half):
            if self._comes_every_year(half, time, yearly_end):
                yearly_end = time.span.end
                continue
            # one after the other: 年底前 takes the year of what stands before it
            deadline = self._resolve(half, time)
            if deadline is not None:
                own.append(deadline)
                self._put(start, deadline, inherited=False)
                closed = self._words.closes.match(self._reading.rule_text, time.span.end)
                self._force = deadline if closed is None else self._before_sentence
                if closed is not None:
                    self._put(min(closed.end(), half.span.end), self._force, inherited=True)
        if own and self._above and sense_of(self._above[0].text, self._words).part == "goals":
            self._heading_force.setdefault(self._above[0].span.start, self._force or own[-1])

    def _comes_every_year(self, half: HalfSentence, time: TimeMention, yearly_end: int) -> bool:
        """Whether a time is one of every year (每年2月至4月), or goes on with such a list (和10月至12月)."""
        text = self._reading.rule_text
        if time.deadline is None or not time.deadline.startswith("-"):
            return False
        before = text[half.span.start : time.span.start].rstrip()
        linked = yearly_end >= 0 and LIST_LINK.fullmatch(text, yearly_end, time.span.start) is not None
        return linked or self._words.every.search(before) is not None

    def _put(self, at: int, deadline: Deadline | None, *, inherited: bool) -> None:
        fallback = self._report_year if deadline is None and self._zones.at(at).tense == "plan" else None
        self.found.append((at, DeadlineInForce(deadline or fallback, inherited or fallback is not None)))

    def _times_of(self, half: HalfSentence) -> list[tuple[int, TimeMention]]:
        """The times of a half-sentence and its words of years (今年, 明年), in order."""
        found = [(time.span.start, time) for time in half.times]
        text = self._reading.rule_text
        for match in self._words.relative.finditer(text, half.span.start, half.span.end):
            before = text[max(half.span.start, match.start() - 3) : match.start()]
            if before.endswith(self._words.bases) or any(
                t.span.start < match.end() and match.start() < t.span.end for t in half.times
            ):
                continue
            found.append((match.start(), self._words.relative_time(match, self._clock.now)))
        found.sort(key=lambda one: one[0])
        return found

    def _resolve(self, half: HalfSentence, time: TimeMention) -> Deadline | None:
        """The date that a time sets as a deadline; None where it governs nothing."""
        text = self._reading.clean.text
        tense = self._zones.at(time.span.start).tense
        if tense in ("review", "norm", "told") or not governs(text, half, time, self._words):
            return None
        deadline: Deadline | None = None
        if time.role == "within":
            start = self._since(half, time) or self._clock.first
            if time.years is not None and start is not None:
                deadline = Deadline(str(start + time.years - 1), time.span)
        elif time.role == "by" and time.deadline is not None:
            deadline = self._date_of(time)
        if deadline is not None:
            self.governing[time.span] = deadline
            if self._clock.now is not None and deadline.date.startswith(str(self._clock.now)):
                self._report_year = self._yearly(deadline)
        return deadline

    def _yearly(self, deadline: Deadline) -> Deadline | None:
        if self._reading.terms.document.genre != "report":
            return None
        return Deadline(deadline.date[:4], deadline.span)

    def dated(self, time: TimeMention) -> Deadline | None:
        """The date of a time that a heading or a row names."""
        deadline = self._date_of(time)
        if deadline is not None:
            self.named[time.span] = deadline
        return deadline

    def _date_of(self, time: TimeMention) -> Deadline | None:
        """The date of a time by which, its year supplied where it is only 年底前; None before the plan begins."""
        date = time.deadline
        if date is not None and date.startswith("+"):
            date = after_print(date, self._reading.terms.document)
        if date is None:
            return None
        if date.startswith("-"):
            year = self._force.date[:4] if self._force is not None else self._year_of_document()
            if year is None:
                return None
            date = year + ("" if date == "-" else date)
        if int(date[:4]) < self._clock.past_before - 1:
            return None
        return Deadline(date, time.span)

    def _year_of_document(self) -> str | None:
        year = self._clock.past_before or self._clock.now
        return str(year) if year else None

    def _since(self, half: HalfSentence, time: TimeMention) -> int | None:
        for other in half.times:
            if other.role == "from" and other.start and other.span.end <= time.span.start:
                return int(other.start[:4])
        return None

    def _enter_paragraph(self, half: HalfSentence) -> None:
        previous, self._paragraph = self._paragraph, half.paragraph
        above = self._reading.outline.headings_above(half.span.start)
        if above != self._above:
            self._enter_headings(above)
        if half.paragraph.kind != "bullet" or previous is None:
            self._lead = None
        elif previous.kind != "bullet":
            lead = self._reading.clean.text[previous.span.start : previous.span.end].rstrip()
            self._lead = self._force if lead.endswith(("：", ":")) else None
        self._force = self._lead or self._inherited()

    def _enter_headings(self, above: tuple[Heading, ...]) -> None:
        if above[-1:] != self._above[-1:]:
            self._report_year = None
        self._above = above
        for heading in above:
            if heading.span.start not in self._heading_force and (deadline := self._of_heading(heading)):
                self._heading_force[heading.span.start] = deadline

    def _of_heading(self, heading: Heading) -> Deadline | None:
        """The time that a heading names for all below it; none where it reviews."""
        if self._zones.at(heading.span.end).tense in ("review", "norm"):
            return None
        time = time_of_heading(self._reading.clean.text, heading, self._times, self._words)
        return self.dated(time) if time is not None else None

    def _inherited(self) -> Deadline | None:
        """What the nearest heading that names a time says, or the title."""
        starts = (heading.span.start for heading in self._above)
        said = (self._heading_force[start] for start in starts if start in self._heading_force)
        return next(said, self._title_year)

    def _of_title(self) -> Deadline | None:
        """The year that the title of a plan names (2024年城市更新工作要点); none of reports, which look back as well."""
        document = self._reading.terms.document
        period, place = document.period, document.evidence.get("period")
        if document.genre not in ("plan", "programme") or period is None or place is None:
            return None
        if period.start != period.end or f"{period.start}年" not in (document.title or ""):
            return None
        return Deadline(str(period.start), self._reading.clean.from_source(place))
