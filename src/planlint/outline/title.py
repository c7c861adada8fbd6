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
_YEARS = re.compile(r"[ \t\u3000\n*#]*[（(]\s*\d{4}\s*[-—–－~～至年][^（）()\n月]{0,14}[）)]")
# What a notice says of a name behind it: 《……》已经县政府同意, 《……》印发给你们.
_SAID = re.compile(
    "(?:（[^（）]{1,20}）)?(?:[^，。；：]{0,8}(?:已经|业经|已由|经)[^，。；：]{0,24}(?:同意|通过|批准|审定|研究)|[^，。；：]{0,6}印发给|(?:已经|现)[^，。；：]{0,8}印发)"
)
_SENTENCE = re.compile("[^。；\n]*")
_NAMES = re.compile("《[^《》\n]{1,80}》[、和及]?")
_PLACE = re.compile("[^\\W\\da-zA-Z_]{1,11}(?:省|市|县|区|州|盟|旗|镇|乡|街道)")
_MOST_LINES = 4
_SHORTEST_TITLE = 8
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
    """The names in 《》 that a notice says it forwards: 印发《甲方案》, 《甲方案》《乙方案》已经县政府同意; not one that it leans on."""
    found = []
    for match in _QUOTED.finditer(text, head.start, head.end):
        before = text[max(0, match.start() - 12) : match.start()].rstrip("了")
        behind = _SENTENCE.match(_NAMES.sub("", text[match.end() : match.end() + 120]))
        said = behind.group() if behind is not None else ""
        if before.endswith(words.forwarding) or _SAID.match(said) is not None:
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
    """The last line before the first section that reads as a title, with the lines that it continues."""
    best: Span | None = None
    lines: list[Span] = []
    labels = [match.span() for match in words.title_label.finditer(text, head.start, head.end)]
    for paragraph in paragraphs:
        span = paragraph.span
        if span.start >= head.end:
            break
        behind = next((end for start, end in labels if start <= span.start < end), span.start)
        span = Span(min(behind, span.end), min(span.end, head.end))
        if _is_title(text, span, words):
            candidate = Span(_first_line(text, [*lines, span], words), span.end)
            if best is None or not (_is_notice(text, candidate) or _worse_copy(text, best, candidate)):
                best = candidate
        lines = [*lines[-_MOST_LINES:], span]
    return best


def _first_line(text: str, lines: Sequence[Span], words: HeadingWords) -> int:
    """Where a title begins whose last line is given last: 甲市关于 / 培育乙产业的 / 实施方案, 甲市 / 新型工业化 / 行动方案."""
    first = len(lines) - 1
    if "关于" in text[lines[first].start : lines[first].end]:
        before = lines[first - 1] if first else None
        opens = (
            before is not None
            and text.startswith("关于", lines[first].start)
            and _is_body(text, before, words)
        )
        return before.start if before is not None and opens else lines[first].start
    fragments = 0
    while fragments < first and _is_fragment(text, lines[first - fragments - 1], words):
        fragments += 1
        start, end = lines[first - fragments]
        if "关于" in text[start:end]:
            return start
    # no 关于 above: what is too short to be a title takes the line before it, a title without its place the place
    taken = 0
    while taken < fragments:
        above = text[lines[first - taken - 1].start : lines[first - taken - 1].end].strip(_BLANK)
        length = sum(line.length for line in lines[first - taken :])
        if _PLACE.fullmatch(above) is None and length >= _SHORTEST_TITLE:
            break
        taken += 1
        if _PLACE.fullmatch(above) is not None:
            break
    return lines[first - taken].start


def _is_fragment(text: str, span: Span, words: HeadingWords) -> bool:
    """Whether a line may be a part of a title: short, without marks or dates, no title by itself, no signature."""
    line = text[span.start : span.end].strip(_BLANK)
    if not 2 <= len(line) <= _LONGEST_FIRST_LINE or any(mark in line for mark in "。：；，,:;〔|】"):
        return False
    refuted = line.endswith(("日", *words.signers)) or line.startswith(words.title_leads)
    return not refuted and not _is_title(text, span, words) and any(ch >= "\u4e00" for ch in line)


def _is_body(text: str, span: Span, words: HeadingWords) -> bool:
    """Whether a line is nothing but the body that issues: 甲市人民政府办公室."""
    line = text[span.start : span.end].strip(_BLANK)
    return (
        len(line) <= _LONGEST_FIRST_LINE
        and line.endswith(words.signers)
        and not set(line) & set("。：；，,:;")
    )


def _is_title(text: str, span: Span, words: HeadingWords) -> bool:
    if not 4 <= span.length <= _LONGEST:
        return False
    line = text[span.start : span.end].strip(_BLANK)
    if any(word in line for word in words.title_refuted) or line.startswith(words.title_leads):
        return False
    if line.count("《") != line.count("》"):
        return False
    return words.title_pattern.fullmatch(line) is not None


def _is_notice(text: str, span: Span) -> bool:
    return text[span.start : span.end].strip(_BLANK).endswith("通知")


def _worse_copy(text: str, first: Span, second: Span) -> bool:
    """Whether the second prints the first one's words with its years garbled: (2022 —4 2024年)."""
    one, other = ("".join(text[start:end].split()) for start, end in (first, second))
    same = re.split("[（(]", one)[0] == re.split("[（(]", other)[0]
    return same and _SOUND_YEARS.search(one) is not None and _SOUND_YEARS.search(other) is None


def _glued(text: str, paragraphs: Sequence[Paragraph], head: Span, words: HeadingWords) -> Span | None:
    """A title that opens a paragraph and runs into its text: 甲市关于……的意见甲府发〔2021〕8号各区……."""
    for paragraph in paragraphs:
        start, end = paragraph.span
        if start >= head.end:
            break
        match = words.glued_title_pattern.match(text, start, min(end, head.end, start + 2 * _LONGEST))
        if (
            match is not None
            and not any(word in match[1] for word in words.title_refuted)
            and not match[1].startswith(words.title_leads)
            and match[1].count("《") == match[1].count("》")
        ):
            return Span(*match.span(1))
    return None
