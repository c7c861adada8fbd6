"""Brackets and quotation marks that do not pair: `（责任单位：市科技局` is never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

# Half-width and full-width brackets close each other in real drafts; that is another rule's matter.
_OPEN = {"（": ")", "(": ")", "〔": "〕", "【": "】", "《": "》", "“": "”", "「": "」", "[": "]"}
_SHAPE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_ITEM = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])$")


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """One finding for each mark without its partner in the same paragraph; `1)` and `一)` are item numbers."""
    for paragraph in context.paragraphs():
        yield from _paragraph(context, rule, paragraph.span)


def _paragraph(context: CheckContext, rule: CheckRule, place: Span) -> Iterator[Finding]:
    text = context.text
    stack: list[tuple[str, int]] = []
    for at in range(place.start, place.end):
        ch = text[at]
        plain = _SHAPE.get(ch, ch)
        if ch in _OPEN:
            stack.append((_OPEN[ch], at))
        elif plain in ")〕】》”」]":
            depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == plain), None)
            if depth is not None:
                # what was opened inside and is still open has lost its end
                for _, start in stack[depth + 1 :]:
                    yield _lost(context, rule, start, place)
                del stack[depth:]
            elif not (plain == ")" and _ITEM.search(text, max(place.start, at - 3), at)) and not _starts_mid(
                text, place
            ):
                yield context.find(rule, Span(at, at + 1), ch=ch)
    for _, start in stack:
        yield _lost(context, rule, start, place)


def _starts_mid(text: str, place: Span) -> bool:
    """Whether the paragraph before was cut: a mark at its start may belong to the words before the cut."""
    return (
        place.start > 1 and text[place.start - 1] == "\n" and text[place.start - 2] not in "。！？；：）)”》"
    )


def _lost(context: CheckContext, rule: CheckRule, start: int, place: Span) -> Finding:
    end = min(place.end, start + 12)
    return context.find(rule, Span(start, end), ch=context.text[start])
