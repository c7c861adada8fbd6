"""Where the heading behind a label ends: `(一)指导思想。` is 指导思想, `1.鼓励……，` its first clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.outline.labels import Label
    from planlint.outline.repeats import Entries
    from planlint.outline.vocabulary import HeadingWords

_BLANK = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff*#"
_WIDE = "\u3000\u2003"
_TRAILING = _BLANK + "。；;，,：:、."
_WINDOW = 120
_LINE_LIMIT = 70
_SHORTEST = 4
_SENTENCE_LIMIT = 45
_GLUED_LIMIT = 25
_HARD = "。；;：:！？!?"
_COMMAS = "，,"
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”"}
_SENIOR = frozenset(
    {
        "part",
        "chapter",
        "node",
        "bare",
        "bare_han",
        "han_dun",
        "han_paren",
        "han_half",
        "decimal",
        "deep_decimal",
    }
)


class Item(NamedTuple):
    """What a label opens: the rest of its line, the text that is not interrupted, all its own text."""

    label: Label
    line_end: int
    end: int
    body_end: int


def heading_span(text: str, item: Item, entries: Entries, words: HeadingWords) -> Span:
    """Return the span of an item's heading, the label not included."""
    start, limit = item.label.end, item.line_end
    while start < limit and text[start] in _BLANK:
        start += 1
    listed = entries.heading_end(text, item.label, start, limit)
    if listed is not None:
        return Span(start, listed)
    if start == limit and item.end > limit:
        start, limit = _next_line(text, item)
    window = min(limit, start + _WINDOW)
    hard, comma, blank = _stops(text, start, window, words)
    if hard is None and window == limit and limit - start <= _LINE_LIMIT:
        return _trim(text, start, limit)
    stop = window if hard is None else hard
    if blank is not None and (comma is None or blank < comma) and stop - start > _GLUED_LIMIT:
        return Span(start, blank)
    glued = _glued_name(text, start, stop, comma, words)
    if glued is not None:
        return Span(start, glued)
    if comma is None or _whole_sentence(text, Span(start, stop), comma, item, words):
        return _trim(text, start, min(stop, start + _LINE_LIMIT))
    return _trim(text, start, comma)


def _next_line(text: str, item: Item) -> tuple[int, int]:
    """The line behind a label that stands alone in its own."""
    start = item.line_end
    while start < item.end and (text[start] in _BLANK or text[start] == "\n"):
        start += 1
    stop = text.find("\n", start, item.end)
    return start, stop if stop >= 0 else item.end


class _Stops(NamedTuple):
    """Where a heading may end: at the first sentence mark, at the first comma or blank before it."""

    hard: int | None
    comma: int | None
    blank: int | None


def _stops(text: str, start: int, window: int, words: HeadingWords) -> _Stops:
    """The first marks outside brackets and quotation marks."""
    comma: int | None = None
    blank: int | None = None
    closing = -1
    for at in range(start, window):
        ch = text[at]
        if at <= closing:
            continue
        if ch in _BRACKETS:
            if ch in "（(" and at > start and text.startswith(words.bracket_stops, at + 1):
                return _Stops(at, comma, blank)
            closing = text.find(_BRACKETS[ch], at, window)
        elif ch in _HARD:
            if ch != ":" or not text[at + 1 : at + 2].isdecimal():
                return _Stops(at, comma, blank)
        elif ch in _BLANK:
            if ch in _WIDE and text[at + 1 : at + 2] in _WIDE:
                return _Stops(at, comma, blank)
            if blank is None and at - start >= _SHORTEST and _between_words(text, at):
                blank = at
        elif ch in _COMMAS and comma is None:
            comma = at
    return _Stops(None, comma, blank)


def _between_words(text: str, at: int) -> bool:
    """Whether a blank stands between two Chinese characters, a quotation mark aside: it parts a heading from its text."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before >= "\u4e00" or before == "”") and (after >= "\u4e00" or after == "“")


def _glued_name(text: str, start: int, stop: int, comma: int | None, words: HeadingWords) -> int | None:
    """The end of a usual section name that the body follows without a mark: 指导思想以……为指导，坚持…… or 上年工作回顾2025年，全县…….

    A blank before figures is gone by now, so that a year may be glued to any heading that ends as headings do.
    """
    if comma is None and stop - start <= _GLUED_LIMIT:
        return None
    year = words.year_behind.search(text, start, stop)
    if year is not None and (comma is None or year.start() < comma):
        return year.start()
    name = words.name_at(text, start)
    if name is None:
        return None
    end = start + len(name)
    if end >= stop or text[end] in _COMMAS or text.startswith(words.joins, end):
        return None
    return end


def _whole_sentence(text: str, sentence: Span, comma: int, item: Item, words: HeadingWords) -> bool:
    """Whether a heading with a comma in it goes up to its full stop: 聚集重点，统筹兼顾。围绕……."""
    start, stop = sentence
    if stop - start > _SENTENCE_LIMIT or text[stop : stop + 1] not in ("。", "\u3000", "\u2003"):
        return False
    if not text[stop + 1 : min(item.end, stop + _WINDOW)].strip():
        return False
    if comma - start == stop - comma - 1 == _SHORTEST:
        # 需求牵引，创新应用。: four and four is a motto
        return True
    if words.sentence_words.search(text, start, stop):
        return False
    if item.label.style in _SENIOR:
        return True
    return comma - start <= 10 and abs((stop - comma - 1) - (comma - start)) <= 2


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end)
