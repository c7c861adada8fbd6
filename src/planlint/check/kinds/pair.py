"""Brackets and quotation marks that do not pair: `（责任单位：市科技局` is never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

# Half-width and full-width brackets close each other in real drafts; that is another rule's matter.
_OPEN = {"（": ")", "(": ")", "〔": "〕", "【": "】", "《": "》", "“": "”", "「": "」", "[": "]", "［": "]"}
_SHAPE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_MARK = compiled("[" + re.escape("".join(_OPEN)) + "）)〕】》”」\\]］［]")
_LONGEST_RUN = 2000
_BESIDE = 12
_BUTTON = 9
_ITEM = compiled(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])$")

OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """One finding for each mark without its partner; `1)` and `一)` are item numbers.

    Pairs are looked for within a paragraph, and on into the next ones where a paragraph breaks off inside a sentence (a title in two lines).
    """
    run: Span | None = None
    headings = {section.span.start for section in context.outline.sections}
    for paragraph in context.paragraphs():
        start, end = paragraph.span
        if (
            run is not None
            and (start not in headings or not context.opens_line(start))
            and (not context.opens_line(start) or _goes_on(context.text, run, paragraph.span))
        ):
            run = Span(run.start, end)
            continue
        if run is not None:
            yield from _marks(context, rule, run)
        run = paragraph.span
    if run is not None:
        yield from _marks(context, rule, run)


def _goes_on(text: str, run: Span, following: Span) -> bool:
    """Whether the sentence that a run ends in goes on in the next paragraph."""
    closed = text[run.start : run.end].rstrip()[-1:] in "。；！？"
    return (
        not closed
        and following.end - run.start < _LONGEST_RUN
        and not text[run.end : following.start].strip()
    )


def _marks(context: CheckContext, rule: CheckRule, place: Span) -> Iterator[Finding]:
    text = context.text
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, place.start, place.end):
        ch, at = match.group(), match.start()
        plain = _SHAPE.get(ch, ch)
        doubled = ch in "《》【】" and ch in (context.text[at - 1 : at], context.text[at + 1 : at + 2])
        if doubled or (ch in "【】" and _at_chrome(context, at)):
            continue  # 《《 points somewhere
        if ch in _OPEN:
            stack.append((_OPEN[ch], at))
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == plain), None)
        if depth is not None:
            # what was opened inside and is still open has lost its end
            for _, start in stack[depth + 1 :]:
                yield _lost(context, rule, start, place)
            del stack[depth:]
        elif not (plain == ")" and _ITEM.search(text, max(place.start, at - 3), at)):
            yield context.find(rule, Span(at, at + 1), ch=ch)
    for _, start in stack:
        yield _lost(context, rule, start, place)


def _at_chrome(context: CheckContext, at: int) -> bool:
    """Whether a bracket stands beside the buttons of a page: 【字体：大 中 小】, each on a line of its own."""
    start = context.text.rfind("\n", 0, at) + 1
    stop = context.text.find("\n", at)
    if (stop if stop >= 0 else len(context.text)) - start <= _BUTTON:
        return True
    return any(context.clean.is_chrome(near) for near in range(max(0, at - _BESIDE), at + _BESIDE, 2))


def _lost(context: CheckContext, rule: CheckRule, start: int, place: Span) -> Finding:
    end = min(place.end, start + 12)
    return context.find(rule, Span(start, end), ch=context.text[start])
