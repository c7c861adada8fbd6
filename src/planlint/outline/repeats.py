"""What stands in the text a second time and counts once: tables of contents, second printings of the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.outline.labels import Label
    from planlint.outline.vocabulary import HeadingWords

_LEADERS = re.compile(r"[.…·．]{4,}[ \t]*[-—]?\d{0,4}|\t+\d{1,4}$")
_SAME = 24
_LEAST_REPEATS = 3
_CONTENTS_DENSITY = 90


def repeated(text: str, labels: Sequence[Label], words: HeadingWords) -> list[Span]:
    """The stretches of text that repeat what counts elsewhere, sorted and disjoint."""
    return _merged([*_contents(text, labels, words), *_second_printings(text, labels)])


def _letters(text: str, start: int, count: int) -> str:
    """The first `count` characters from `start`, blanks left out."""
    return "".join(text[start : start + 2 * count].split())[:count]


def _contents(text: str, labels: Sequence[Label], words: HeadingWords) -> Iterator[Span]:
    """Tables of contents: from 目录 to where its first entry comes again, and single lines with dot leaders."""
    places = {}
    for index, label in enumerate(labels):
        places.setdefault((label.key, label.value, _letters(text, label.end, 6)), []).append(index)
    for match in words.contents_pattern.finditer(text):
        first = next((i for i in _from(labels, match.end()) if labels[i].start - match.end() <= 30), None)
        if first is None:
            continue
        label = labels[first]
        again = [i for i in places[label.key, label.value, _letters(text, label.end, 6)] if i > first]
        if again and labels[again[0]].start - match.start() <= _CONTENTS_DENSITY * (again[0] - first):
            yield Span(match.start(), labels[again[0]].start)
    for label in labels:
        stop = text.find("\n", label.end, label.end + 200)
        line_end = stop if stop >= 0 else min(len(text), label.end + 200)
        if _LEADERS.search(text, label.end, line_end):
            yield Span(label.start, line_end)


def _from(labels: Sequence[Label], offset: int) -> Iterator[int]:
    import bisect

    at = bisect.bisect_left(labels, offset, key=lambda label: label.start)
    if at < len(labels):
        yield at


def _second_printings(text: str, labels: Sequence[Label]) -> Iterator[Span]:
    """Runs of labels that stand with the same words behind them earlier in the text."""
    seen: dict[tuple[str, int, str], Label] = {}
    run: list[tuple[Label, Label]] = []
    for label in labels:
        key = (label.key, label.value, _letters(text, label.end, _SAME))
        earlier = seen.setdefault(key, label)
        if earlier is not label and (not run or earlier.start > run[-1][0].start):
            run.append((earlier, label))
            continue
        yield from _printing(text, run)
        run = [(earlier, label)] if earlier is not label else []
    yield from _printing(text, run)


def _printing(text: str, run: list[tuple[Label, Label]]) -> Iterator[Span]:
    """The stretch that a run of repeated labels covers, as far to both sides as the two texts agree."""
    if len(run) < _LEAST_REPEATS:
        return
    first, start = run[0][0].start, run[0][1].start
    while first > 0 and start > run[-1][0].end and text[first - 1] == text[start - 1]:
        first, start = first - 1, start - 1
    source, end = run[-1][0].end, run[-1][1].end
    while end < len(text) and source < run[0][1].start and text[source] == text[end]:
        source, end = source + 1, end + 1
    yield Span(start, end)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
