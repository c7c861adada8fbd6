"""Walks the half-sentences and says of each clause whether it is review, plan or norm: 五年来……。下一步，…… turns at 下一步."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.zone import Zone
from planlint.zones.headings import SAYS_NOTHING, sense_of_path

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planlint.model.document import Paragraph
    from planlint.model.mention import TimeMention
    from planlint.model.terms import PlanClock
    from planlint.model.zone import Part, Tense
    from planlint.reading import HalfSentence, Reading
    from planlint.zones.headings import HeadingSense
    from planlint.zones.vocabulary import ZoneWords

# What a kind of document is, whatever its sentences say.
_ALWAYS: dict[str, Tense] = {"regulation": "norm", "catalogue": "norm"}
# What it is where neither headings nor sentences say anything; a report tells by its sentences, a notice may hold anything.
_AT_FIRST: dict[str, Tense] = {
    "interview": "told", "news": "told", "report": "unknown", "notice": "unknown", "letter": "unknown", "reply": "unknown",
}  # fmt: skip


class TenseWalker:
    """Takes the half-sentences in order; `zones` are what it has found so far."""

    def __init__(self, reading: Reading, words: ZoneWords) -> None:
        self._reading, self._words = reading, words
        self._clock: PlanClock = reading.terms.clock
        genre = reading.terms.document.genre or "plan"
        self._always = _ALWAYS.get(genre)
        self._at_first: Tense = _AT_FIRST.get(genre, "plan")
        self._by_heading: HeadingSense = SAYS_NOTHING
        self._path: tuple[str, ...] = ()
        self._paragraph: Paragraph | None = None
        self._held: _Said | None = None
        self._within: _Said | None = None
        self.zones: list[Zone] = []

    def take(self, half: HalfSentence) -> None:
        """The next half-sentence of the text."""
        if half.paragraph is not self._paragraph:
            self._paragraph, self._within = half.paragraph, None
            path = self._reading.outline.headings_at(half.span.start)
            if path != self._path:
                self._enter(path)
        if self._always is not None:
            self._put(half.span.start, self._always, (self._reading.terms.document.genre or "",))
            return
        aspect: _Said | None = None
        self._say(half.span.start, None)
        for at, cue in self._cues(half):
            if cue.strength == "opener":
                self._held, self._within, aspect = cue, None, None
            elif cue.strength == "time":
                self._within, aspect = cue, None
            elif cue.strength == "aspect" and cue.tense != self._tense(None).tense:
                aspect = cue
            else:
                aspect = None
            self._say(at, aspect)

    def _enter(self, path: tuple[str, ...]) -> None:
        """The headings have changed: what they say holds from here on."""
        if self._at_first != "unknown" or path[:1] != self._path[:1]:
            # in a report what was opened below a chapter's heading holds to the chapter's end
            self._held = None
        self._path = path
        sense = sense_of_path(path, self._words)
        if sense.tense is None and self._at_first == "unknown" and self._by_heading.tense != "review":
            # a report that has come to what it plans does not go back
            sense = sense._replace(tense=self._by_heading.tense)
        self._by_heading = sense

    def _say(self, at: int, aspect: _Said | None) -> None:
        said = self._tense(aspect)
        # what an interview says of plans is told, not promised
        told = self._at_first == "told" and said.tense == "plan"
        self._put(at, "told" if told else said.tense, (said.words,) if said.words else ())

    def _tense(self, aspect: _Said | None) -> _Said:
        by_heading = self._by_heading.tense
        if by_heading == "norm":
            return _Said("norm", "heading", self._by_heading.heading)
        heading = _Said(by_heading or self._at_first, "heading", self._by_heading.heading)
        return aspect or self._within or self._held or heading

    def _put(self, at: int, tense: Tense, why: tuple[str, ...]) -> None:
        part: Part = self._by_heading.part or "body"
        if self.zones and (self.zones[-1].tense, self.zones[-1].part) == (tense, part):
            return
        self.zones.append(Zone(at, tense, part, why))

    def _cues(self, half: HalfSentence) -> Iterator[tuple[int, _Said]]:
        """What moves the tense in a half-sentence, each with the start of its clause."""
        text = self._reading.rule_text
        found: list[tuple[int, _Said]] = []
        for match in self._words.cues.finditer(text, half.span.start, half.span.end):
            said = self._said(text, half, match)
            if said is not None:
                found.append((match.start(), said))
        for time in half.times:
            tense = self._tense_of_time(text, time)
            if tense is not None:
                found.append((time.span.start, _Said(tense, "time", text[time.span.start : time.span.end])))
        found.sort(key=lambda one: one[0])
        return iter(found)

    def _said(self, text: str, half: HalfSentence, match: re.Match[str]) -> _Said | None:
        kind, words = match.lastgroup or "", match.group()
        before = text[max(half.span.start, match.start() - 3) : match.start()]
        told_review = self._by_heading.tense == "review"
        if told_review and kind in ("announcement", "plan"):
            # 完成奋斗目标, 着力……, 力争…… tell below such a heading what was done
            return None
        if kind == "year":
            if before.endswith(self._words.bases):
                return None
            past = self._words.relative_years[words] < 0
            return None if told_review and not past else _Said("review" if past else "plan", "time", words)
        if kind == "review_opener":
            return _Said("review", "opener", words)
        if kind in ("plan_opener", "announcement"):
            return _Said("plan", "opener", words)
        if kind == "review":
            return None if before.endswith(self._words.bases) else _Said("review", "aspect", words)
        if kind == "weak_review":
            told = self._by_heading.tense or self._at_first
            return _Said("review", "aspect", words) if told == "unknown" else None
        return _Said("plan", "aspect", words)

    def _tense_of_time(self, text: str, time: TimeMention) -> Tense | None:
        """Whether a time lies before the plan or in it; what it only compares with says neither."""
        words = text[time.span.start : time.span.end]
        since = self._words.since.search(words) is not None
        date = time.deadline or time.start
        if words.startswith(self._words.until):
            return "review"
        if time.role not in ("by", "from") or date is None or date.startswith(("-", "+")):
            return None
        if time.role == "from" and not since:
            return None
        if since:
            return "review"
        year, past_before = int(date[:4]), self._clock.past_before
        if not past_before:
            # who does not know the year still knows that 到2027年 looks ahead
            return "plan" if words.startswith("到") else None
        return "review" if year < past_before else "plan"


class _Said:
    """A tense, how firmly it was said (an opener holds on, a time to the end of its paragraph, an aspect in its half-sentence), and by which words."""

    __slots__ = ("strength", "tense", "words")

    def __init__(self, tense: Tense, strength: str, words: str) -> None:
        self.tense, self.strength, self.words = tense, strength, words
