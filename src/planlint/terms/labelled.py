"""Labelled lines, wherever the label stands: `（责任单位：甲局；完成时限：2027年6月底前）` is two, one of units and one of a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.terms import LabelledLine
from planlint.rulebook.labels import label_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import CleanText, Outline
    from planlint.rulebook import Rulebook
    from planlint.rulebook.labels import Label

_OPEN, _CLOSE = "（([〔【〈<", "）)]〕】〉>"
_BRACKETS = re.compile("[（(\\[〔【〈<）)\\]〕】〉>\n]")
# Where a list of units ends although its line goes on: at the next sentence, a title, an item of the next list (3. 4、).
_LIST_ENDS = re.compile(
    "[。！？《\n]|\\d[.、]|本(?:措施|方案|意见|办法|细则|通知|计划|政策|规定|规划)|自(?:\\d{4}年|发布|印发|公布)"
)
_ENDS = {
    "units": _LIST_ENDS,
    "time": re.compile("[。\n]"),
    "place": re.compile("[。；;\n]"),
    "sum": re.compile("[。；;\n]"),
    "text": re.compile("\n"),
}
# 甲局牵头。配合单位：乙局: behind a 。 the bracket goes on with those who help.
_GOES_ON = ("配合", "参与", "协办")
_COLON = re.compile("[:：]")
_LONGEST = 800
_EDGES = " ；;，,、。"


def find_labelled(clean: CleanText, outline: Outline, rules: Rulebook) -> tuple[LabelledLine, ...]:
    """All labelled lines in order; each value ends where the next label, the next heading or its bracket's end stands."""
    text = clean.text
    headings = [section.span.start for section in outline.sections]
    labels = [*label_words(rules).find(text)]
    found: list[LabelledLine] = []
    for n, label in enumerate(labels):
        if found and label.start < found[-1].span.end:
            continue
        i = bisect_right(headings, label.end)
        next_label = labels[n + 1].start if n + 1 < len(labels) else len(text)
        next_heading = headings[i] if i < len(headings) else len(text)
        limit = min(next_label, next_heading, label.end + _LONGEST)
        line = _line(text, label, limit, found[-1] if found else None)
        if line is not None and not clean.is_chrome(line.span.start):
            found.append(line)
    headed = [line for line in _headed(text, outline, rules) if line.value.length]
    return tuple(sorted([*found, *headed], key=lambda line: line.span)) if headed else tuple(found)


def _line(text: str, label: Label, limit: int, before: LabelledLine | None) -> LabelledLine | None:
    """The label with its value; None for a label with nothing behind it."""
    inside = text[label.start - 1 : label.start] in tuple(_OPEN) or (
        before is not None and before.bracketed and not text[before.value.end : label.start].strip(_EDGES)
    )
    start = label.end
    if text[start : start + 1] == "\n" and label.kind != "text":
        start += 1  # 牵头单位： alone, and below it the units
    end = _value_end(text, start, limit, label.kind, bracketed=inside)
    if label.kind == "units" and (colon := _COLON.search(text, start, end)) is not None:
        # 甲局、乙局 驻县各单位：丙局: what no label of ours opens begins behind the last separator
        end = max(start, *(text.rfind(mark, start, colon.start()) for mark in _EDGES))
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end <= start:
        return None
    return LabelledLine(label.words, label.kind, Span(label.start, end), Span(start, end), label.role, inside)


def _value_end(text: str, start: int, limit: int, kind: str, *, bracketed: bool) -> int:
    """Where the value ends: at its kind's end mark or the closing bracket that it stands in; what its own brackets hold is part of it."""
    at = start
    stops = _ENDS[kind]
    while True:
        stop = stops.search(text, at, limit)
        stop_at = stop.start() if stop is not None else limit
        closing = _closed(text, start, stop_at)
        if closing is not None:
            return closing
        goes_on = (
            bracketed and stop is not None and stop.group() == "。" and text.startswith(_GOES_ON, stop.end())
        )
        inner = stop is not None and stop.group() != "\n" and _depth(text, start, stop_at) > 0
        if stop is None or not (goes_on or inner):
            return stop_at
        at = stop.end()


def _closed(text: str, start: int, end: int) -> int | None:
    """Where a bracket closes that was opened before `start`."""
    depth = 0
    for mark in _BRACKETS.finditer(text, start, end):
        if mark.group() in _OPEN:
            depth += 1
        elif mark.group() in _CLOSE:
            if depth == 0:
                return mark.start()
            depth -= 1
    return None


def _depth(text: str, start: int, end: int) -> int:
    """How many brackets are open at `end`."""
    return sum(
        1 if m.group() in _OPEN else -1 for m in _BRACKETS.finditer(text, start, end) if m.group() != "\n"
    )


def _headed(text: str, outline: Outline, rules: Rulebook) -> Iterator[LabelledLine]:
    """Headings that are labels without a colon, with the paragraph below: （三）责任单位 / 甲局、乙局."""
    words = label_words(rules)
    for section in outline.sections:
        heading = section.heading.strip()
        label = words.leading.fullmatch(heading)
        # 任务分工 is a heading over many things, 责任单位 over units alone
        if label is None or label["two"] is None or section.span.end >= section.body.end:
            continue
        paragraph = outline.paragraph_at(section.body.start + 1)
        end = min(paragraph.span.end if paragraph is not None else section.body.end, section.body.end)
        start = section.body.start
        while start < end and text[start] in " \n。：:":
            start += 1
        while end > start and text[end - 1] in _EDGES + "\n":
            end -= 1
        yield LabelledLine(
            heading, "units", Span(section.span.start, end), Span(start, end), words.role_of(heading)[1]
        )
