"""Where the plan's own title stands: not the forwarding notice's, not a site's headline where the plan has its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import Paragraph, Section
    from planlint.outline.vocabulary import HeadingWords

_HEAD = 6000
_LONGEST = 90
_BLANK = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff\n*#"
_FORWARDED = re.compile(r"《([^《》\n]{4,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,30})?)》")
_TAIL = r"(?:[（(〔][^（）()〔〕\n]{1,30}[）)〕])*"


def find_title(
    text: str, sections: Sequence[Section], paragraphs: Sequence[Paragraph], words: HeadingWords
) -> Span | None:
    """The span of the plan's title; line breaks may be inside.

    `……印发《甲方案》的通知……甲方案为贯彻……` gives the second 甲方案, the plan's own.
    """
    stop = sections[0].span.start if sections else len(text)
    head = Span(0, min(stop, _HEAD))
    own = _named_by_notice(text, head)
    if own is not None:
        return own
    lines = _title_lines(text, paragraphs, head, words)
    return lines if lines is not None else _opening(text, head, words)


def _named_by_notice(text: str, head: Span) -> Span | None:
    """The place where the name that a notice forwards in 《》 stands by itself."""
    flat, places = _flat(text, head)
    for match in _FORWARDED.finditer(text, head.start, head.end):
        around = text[max(0, match.start() - 12) : match.start()] + text[match.end() : match.end() + 40]
        if not any(word in around for word in ("印发", "同意", "通过", "下发", "转发", "现将")):
            continue
        name = "".join(match[1].split())
        at = flat.rfind(name)
        while at >= 0:
            if not _quoted(flat, at, at + len(name)):
                return Span(places[at], places[at + len(name) - 1] + 1)
            at = flat.rfind(name, 0, at)
    return None


def _flat(text: str, head: Span) -> tuple[str, list[int]]:
    places = [at for at in range(head.start, head.end) if text[at] not in _BLANK]
    return "".join(text[at] for at in places), places


def _quoted(flat: str, start: int, end: int) -> bool:
    """Whether a place of the flat text stands in 《》 or in 关于印发……的通知."""
    return (
        flat[end : end + 1] == "》"
        or flat[end : end + 3] == "的通知"
        or flat[max(0, start - 2) : start] in ("印发", "转发", "下达")
    )


def _title_lines(text: str, paragraphs: Sequence[Paragraph], head: Span, words: HeadingWords) -> Span | None:
    """The last title-like line before the first section; an earlier line that only a title continues belongs to it."""
    best: Span | None = None
    previous: Span | None = None
    for paragraph in paragraphs:
        span = paragraph.span
        if span.start >= head.end:
            break
        span = Span(span.start, min(span.end, head.end))
        if _is_title(text, span, words):
            joined = previous if previous is not None and _continues(text, previous, words) else None
            candidate = Span(joined.start if joined else span.start, span.end)
            if best is None or not _is_notice(text, candidate):
                best = candidate
        previous = span
    return best


def _is_title(text: str, span: Span, words: HeadingWords) -> bool:
    if not 4 <= span.length <= _LONGEST:
        return False
    line = text[span.start : span.end].strip(_BLANK)
    if any(word in line for word in words.title_refuted) or line[-1:] in "。：:；;，,":
        return False
    return words.title_pattern.fullmatch(line) is not None


def _is_notice(text: str, span: Span) -> bool:
    return text[span.start : span.end].strip(_BLANK).endswith("通知")


def _continues(text: str, span: Span, words: HeadingWords) -> bool:
    """Whether a line is the first half of a title: 某某市人民政府关于 / 国务院办公厅关于印发“甲”建设."""
    line = text[span.start : span.end].strip(_BLANK)
    return (
        3 <= len(line) <= 45
        and "关于" in line
        and line[-1:] not in "。：；，:;,"
        and not _is_title(text, span, words)
    )


def _opening(text: str, head: Span, words: HeadingWords) -> Span | None:
    """A title glued to what follows it: 甲市人民政府关于……的实施意见甲府发〔2021〕8号各区县……."""
    for match in words.glued_title_pattern.finditer(text, head.start, head.end):
        return Span(match.start(1), match.end(1))
    return None
