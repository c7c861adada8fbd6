"""What stands in the text a second time and counts once: tables of contents, second printings of the plan."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from planlint.model.covered import merged
from planlint.model.span import Span
from planlint.outline.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.outline.labels import Label
    from planlint.outline.vocabulary import HeadingWords

_LEADERS = re.compile(r"[.…·．]{4,}[ \t]*[-—]?\d{0,4}")
_PAGE = re.compile(r"[-—(（]?\d{1,3}[-—)）]?$")
_KEY = 6
_SHORTEST_ENTRY = 4
_LONGEST_ENTRY = 100
_MOST_ENTRIES = 20
_LONGEST_LINE = 200
_CONTENTS_LEAD = 30
_MOST_CONTENTS = 500
_MOST_TABLES = 20
_SAME = 24
# So many marks and blanks may stand between two words of a copy.
_MARKS = 8
_LEAST_REPEATS = 3
_SHORTEST_PRINTING = 150
_CONTENTS_DENSITY = 90


class Entries:
    """The headings as the table of contents prints them, to cut a heading that the text runs on behind."""

    def __init__(self) -> None:
        self._headings: dict[tuple[str, int, str], list[str]] = {}

    def add(self, text: str, label: Label, end: int) -> None:
        """Note the entry that a label opens in a table of contents and that ends before `end`."""
        heading = _PAGE.sub("", "".join(text[label.end : min(end, label.end + _LONGEST_ENTRY)].split()))
        if len(heading) >= _SHORTEST_ENTRY:
            same = self._headings.setdefault((label.key, label.value, heading[:_SHORTEST_ENTRY]), [])
            if len(same) < _MOST_ENTRIES:
                same.append(heading)

    def heading_end(self, text: str, label: Label, start: int, limit: int) -> int | None:
        """Return where the heading that starts at `start` ends, if the contents list it."""
        key = (label.key, label.value, _letters(text, start, _SHORTEST_ENTRY))
        ends = [_match(text, heading, start, limit) for heading in self._headings.get(key, ())]
        return max((end for end in ends if end is not None), default=None)


def _match(text: str, heading: str, start: int, limit: int) -> int | None:
    """Where `heading` ends if the text reads so from `start`, blanks aside."""
    at = start
    for ch in heading:
        while at < limit and text[at].isspace():
            at += 1
        if at >= limit or text[at] != ch:
            return None
        at += 1
    return at


def repeated(text: str, labels: Sequence[Label], words: HeadingWords) -> tuple[list[Span], Entries]:
    """Return what repeats what counts elsewhere, sorted and disjoint, and the entries of the contents."""
    entries = Entries()
    spans = [*_contents(text, labels, words, entries), *_second_printings(text, labels, words)]
    return merged(spans), entries


def _letters(text: str, start: int, count: int, limit: int | None = None) -> str:
    """The first `count` characters from `start`, blanks left out."""
    stop = start + 2 * count
    return "".join(text[start : stop if limit is None else min(stop, limit)].split())[:count]


def _contents(text: str, labels: Sequence[Label], words: HeadingWords, entries: Entries) -> Iterator[Span]:
    """Tables of contents: from 目录 to where its first entry comes again, and lines with dot leaders."""
    for match in islice(words.contents_pattern.finditer(text), _MOST_TABLES):
        first = bisect.bisect_left(labels, match.end(), key=lambda label: label.start)
        if first + 1 >= len(labels) or labels[first].start - match.end() > _CONTENTS_LEAD:
            continue
        again = _again(text, labels, first)
        if again is None or labels[again].start - match.start() > _CONTENTS_DENSITY * (again - first):
            continue
        yield Span(match.start(), labels[again].start)
        for index in range(first, again):
            entries.add(text, labels[index], labels[index + 1].start)
    for index, label in enumerate(labels):
        stop = text.find("\n", label.end, label.end + _LONGEST_LINE)
        line_end = stop if stop >= 0 else min(len(text), label.end + _LONGEST_LINE)
        if index + 1 < len(labels):
            line_end = min(line_end, labels[index + 1].start)
        leader = _LEADERS.search(text, label.end, line_end)
        if leader is not None:
            yield Span(label.start, leader.end())
            entries.add(text, label, leader.start())


def _again(text: str, labels: Sequence[Label], first: int) -> int | None:
    """The index of the label that opens the plan itself with the first entry of its contents."""
    label = labels[first]
    entry = _letters(text, label.end, _KEY, labels[first + 1].start)
    for index in range(first + 1, min(first + _MOST_CONTENTS, len(labels))):
        other = labels[index]
        if other.value == label.value and other.key == label.key:
            start = _letters(text, other.end, len(entry))
            if start == entry:
                return index
    return None


def _second_printings(text: str, labels: Sequence[Label], words: HeadingWords) -> Iterator[Span]:
    """Stretches whose labels stand with the same words behind them earlier in the text.

    A list of conditions may well stand in two sections; only what holds a heading of the top level is a
    printing.
    """
    top = _top_style(labels, words)
    covered = 0
    for run in _repeated_runs(text, labels):
        # a run inside the stretch before needs no look: a text printed a thousand times stays linear
        if len(run) < _LEAST_REPEATS or run[0][1].start < covered:
            continue
        if any(label.style == top for _, label in run):
            span = _printing(text, run, covered)
            if span.length >= _SHORTEST_PRINTING:
                covered = span.end
                yield span


def _top_style(labels: Sequence[Label], words: HeadingWords) -> str | None:
    """The most senior style that more than one label at the head of a line or sentence has."""
    counts = Counter(label.style for label in labels if label.position >= Position.SENTENCE)
    return min(
        (style for style, count in counts.items() if count > 1), key=words.ranks.__getitem__, default=None
    )


def _repeated_runs(text: str, labels: Sequence[Label]) -> list[list[tuple[Label, Label]]]:
    """Runs of labels that stand earlier too, each with its earlier copy, the copies in the same order."""
    seen: dict[tuple[str, str], Label] = {}
    runs: list[list[tuple[Label, Label]]] = [[]]
    for label in labels:
        earlier = seen.setdefault((label.key, _words(text, label.end)), label)
        if earlier is label or (runs[-1] and earlier.start <= runs[-1][-1][0].start):
            runs.append([])
        if earlier is not label:
            runs[-1].append((earlier, label))
    return runs


def _printing(text: str, run: Sequence[tuple[Label, Label]], covered: int) -> Span:
    """The stretch that a run of repeated labels covers, as far to both sides as the texts agree."""
    first, start = run[0][0].start, run[0][1].start
    least = max(covered, run[-1][0].end)
    while first > 0 and start > least and text[first - 1] == text[start - 1]:
        first, start = first - 1, start - 1
    source, end = run[-1][0].end, run[-1][1].end
    while (pair := _same_word(text, source, end)) is not None:
        source, end = pair
    return Span(start, end)


def _words(text: str, start: int) -> str:
    """The first letters and figures from `start`: one printing has 。 behind a heading where the other has a new line."""
    return "".join(filter(str.isalnum, text[start : start + 2 * _SAME]))[:_SAME]


def _same_word(text: str, source: int, end: int) -> tuple[int, int] | None:
    """Behind the next character of both copies, or behind the next letter where only marks and line ends differ; None at their end."""
    if end < len(text) and text[source] != text[end]:
        source, end = _letter_at(text, source), _letter_at(text, end)
    return (source + 1, end + 1) if end < len(text) and text[source] == text[end] else None


def _letter_at(text: str, at: int) -> int:
    """The place of the first letter or figure from `at` on, among the next few characters."""
    stop = min(len(text), at + _MARKS)
    while at < stop and not text[at].isalnum():
        at += 1
    return at
