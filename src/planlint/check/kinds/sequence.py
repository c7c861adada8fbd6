"""Numbered headings and 一是…二是… that skip or repeat a number: behind （一） comes （二）, not （三）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.han import compiled
from planlint.text.numerals import format_han, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.document import Section
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_NUMBER = compiled(r"\d+|[一二三四五六七八九十百]+")
_FIRSTLY = compiled(
    "(?=[一二三四五六七八九十])(?<![一二三四五六七八九十第之唯万])([一二三四五六七八九十])(?:是|要)(?![一个否])"
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The headings out of turn among their siblings; a numbering that runs on across parents is in turn."""
    last: dict[str, tuple[int, str, int]] = {}
    siblings: dict[tuple[str | None, str], tuple[int, str, int]] = {}
    for section in context.outline.sections:
        number, shape = _read(section)
        if number is None:
            continue
        before = siblings.get((section.parent, shape))
        anywhere = last.get(shape)
        in_turn = (
            (before is None and number == 1)
            or (before is not None and number == before[0] + 1)
            or (anywhere is not None and number == anywhere[0] + 1)
            or (number == 1 and before is not None)
        )
        want = (
            section.label.replace(_spelled(section), _like(section, before[0] + 1))
            if before is not None
            else ""
        )
        # a label that stands in between all the same was not taken for a heading: nothing is missing
        if not in_turn and before is not None and want not in context.text[before[2] : section.span.start]:
            yield context.find(
                rule,
                Span(section.span.start, section.span.start + len(section.label)),
                prev=before[1],
                want=want,
                got=section.label,
            )
        siblings[section.parent, shape] = last[shape] = (number, section.label, section.span.end)
    yield from _enumerations(context, rule)


def _enumerations(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """一是 …；三是 … within one paragraph."""
    for paragraph in context.paragraphs():
        before = 0
        for match in _FIRSTLY.finditer(context.text, paragraph.span.start, paragraph.span.end):
            number = int(parse_numeral(match.group(1)) or 0)
            opens = (
                match.start() == paragraph.span.start or context.text[match.start() - 1] in "。；：，;:,、 "
            )
            if not opens:
                continue
            if number != 1 and before and number != before + 1:
                prev, want = f"{format_han(before)}是", f"{format_han(before + 1)}是"
                yield context.find(rule, Span(*match.span()), prev=prev, want=want, got=match.group())
            before = number


def _spelled(section: Section) -> str:
    match = _NUMBER.search(section.label)
    return match.group() if match else section.label


def _like(section: Section, number: int) -> str:
    return str(number) if _spelled(section)[0].isdigit() else format_han(number)


def _read(section: Section) -> tuple[int | None, str]:
    spelled = _spelled(section)
    value = parse_numeral(spelled)
    shape = section.label.replace(spelled, "N" if spelled[0].isdigit() else "一", 1).strip(" .．、:：")
    shape = shape.replace("（", "(").replace("）", ")")
    if "." in section.label.strip(".．") or value is None:
        return None, shape
    return int(value), shape
