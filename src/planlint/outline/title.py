"""Where the plan's own title stands, not a forwarding notice's nor a site's headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.document import Paragraph, Section
    from planlint.outline.vocabulary import HeadingWords

_HEAD = 6000
_LONGEST = 90
_LONGEST_FIRST_LINE = 45
_BLANK = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff\n*#"
_QUOTED = re.compile(r"《([^《》\n]{4,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,30})?)》")
_YEARS = re.compile(r"[ \t\u3000\n*#]*[（(]\s*\d{4}\s*[-—–－~～至年][^（）()\n]{0,14}[）)]")
_SOUND_YEARS = re.compile(r"[（(]\d{4}年?[-—–－~～至]+\d{4}年?[）)]")
_GARBLED_YEARS = re.compile(
    r"[（(](?!\d{4}年?[-—–－~～至]+\d{4}年?[）)])[^（）()]{0,8}\d{4}[^（）()]{0,8}[）)]$"
)
_ROMAN = re.compile(r"[IVXⅠ-Ⅻ]{1,4}(?=[^\W\da-zA-Z_])")


def find_title(
    text: str, sections: Sequence[Section], paragraphs: Sequence[Paragraph], words: HeadingWords
) -> Span | None:
    """Return the span of the plan's title; line breaks may be inside.

    `……印发《甲方案》的通知……甲方案为贯彻……` gives the second 甲方案, the plan's own.
    """
    stop = sections[0].span.start if sections else len(text)
    head = Span(0, min(stop, _HEAD))
    names = _forwarded(text, head, words)
    # a notice may number its own points before the plan begins
    title = (
        _standing_alone(text, head, names)
        or _standing_alone(text, Span(0, min(len(text), _HEAD)), names)
        or _title_lines(text, paragraphs, head, words)
        or _glued(text, paragraphs, head, words)
        or next(iter(names), None)
    )
    if title is None:
        return None
    page = _ROMAN.match(text, title.start)
    years = _YEARS.match(text, title.end, head.end)
    title = Span(page.end() if page else title.start, years.end() if years else title.end)
    return _sound_copy(text, title, head) or title


def _sound_copy(text: str, title: Span, head: Span) -> Span | None:
    """Where the title's words stand with sound years if its own are garbled: 三年行动方案(20232025年)."""
    garbled = _GARBLED_YEARS.search(text, title.start, title.end)
    if garbled is None:
        return None
    words = text[title.start : garbled.start()].strip(_BLANK)
    at = text.find(words, 0, head.end)
    while at >= 0 and words:
        years = _SOUND_YEARS.match(text, at + len(words))
        if years is not None:
            return Span(at, years.end())
        at = text.find(words, at + 1, head.end)
    return None


def _forwarded(text: str, head: Span, words: HeadingWords) -> list[Span]:
    """The names in 《》 that a notice says it forwards."""
    found = []
    for match in _QUOTED.finditer(text, head.start, head.end):
        before = text[max(0, match.start() - 12) : match.start()]
        behind = text[match.end() : match.end() + 40]
        if any(word in before or word in behind for word in words.forwarding):
            found.append(Span(*match.span(1)))
    return found


def _standing_alone(text: str, head: Span, names: Sequence[Span]) -> Span | None:
    """Where the name that a notice forwards stands by itself, blanks and line breaks aside."""
    if not names:
        return None
    places = [at for at in range(head.start, head.end) if text[at] not in _BLANK]
    flat = "".join(text[at] for at in places)
    for name in dict.fromkeys("".join(text[start:end].split()) for start, end in names):
        at = flat.rfind(name)
        while at >= 0:
            end = at + len(name)
            if flat[end : end + 1] != "》" and not flat.startswith("的通知", end):
                return Span(places[at], places[end - 1] + 1)
            at = flat.rfind(name, 0, end - 1)
    return None


def _title_lines(text: str, paragraphs: Sequence[Paragraph], head: Span, words: HeadingWords) -> Span | None:
    """The last line before the first section that reads as a title, with the line that it continues."""
    best: Span | None = None
    previous: Span | None = None
    for paragraph in paragraphs:
        span = paragraph.span
        if span.start >= head.end:
            break
        span = Span(span.start, min(span.end, head.end))
        if _is_title(text, span, words):
            opened = previous is not None and _continues(text, previous, words)
            candidate = Span(previous.start if previous and opened else span.start, span.end)
            if best is None or not (_is_notice(text, candidate) or _worse_copy(text, best, candidate)):
                best = candidate
        previous = span
    return best


def _is_title(text: str, span: Span, words: HeadingWords) -> bool:
    if not 4 <= span.length <= _LONGEST:
        return False
    line = text[span.start : span.end].strip(_BLANK)
    if any(word in line for word in words.title_refuted):
        return False
    return words.title_pattern.fullmatch(line) is not None


def _is_notice(text: str, span: Span) -> bool:
    return text[span.start : span.end].strip(_BLANK).endswith("通知")


def _worse_copy(text: str, first: Span, second: Span) -> bool:
    """Whether the second prints the first one's words with its years garbled: (2022 —4 2024年)."""
    one, other = ("".join(text[start:end].split()) for start, end in (first, second))
    same = re.split("[（(]", one)[0] == re.split("[（(]", other)[0]
    return same and _SOUND_YEARS.search(one) is not None and _SOUND_YEARS.search(other) is None


def _continues(text: str, span: Span, words: HeadingWords) -> bool:
    """Whether a line is the first half of a title: 甲市人民政府关于 / 甲市办公室关于印发“乙”建设."""
    line = text[span.start : span.end].strip(_BLANK)
    if not 3 <= len(line) <= _LONGEST_FIRST_LINE or "关于" not in line:
        return False
    return not any(mark in line for mark in "。：；，:;") and not _is_title(text, span, words)


def _glued(text: str, paragraphs: Sequence[Paragraph], head: Span, words: HeadingWords) -> Span | None:
    """A title that opens a paragraph and runs into its text: 甲市关于……的意见甲府发〔2021〕8号各区……."""
    for paragraph in paragraphs:
        start, end = paragraph.span
        if start >= head.end:
            break
        match = words.glued_title_pattern.match(text, start, min(end, head.end, start + 2 * _LONGEST))
        if match is not None and not any(word in match[1] for word in words.title_refuted):
            return Span(*match.span(1))
    return None
