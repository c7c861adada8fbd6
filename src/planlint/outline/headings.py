"""Where the heading behind a label ends: `(一)指导思想。顺应……` is 指导思想, `1.鼓励企业……，` the first clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.outline.vocabulary import HeadingWords

_BLANK = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff*#"
_TRAILING = _BLANK + "。；;，,：:、."
_WINDOW = 120
_LINE_LIMIT = 70
_SENTENCE_LIMIT = 45
_GLUED_LIMIT = 25
_HARD = "。；;：:！？!?"
_COMMAS = "，,"
_SENIOR = frozenset({"part", "chapter", "node", "han_dun", "han_paren", "han_half"})


def heading_span(text: str, start: int, limit: int, style: str, words: HeadingWords) -> Span:
    """The heading of the item whose label ends at `start`; `limit` is where its line or the next label begins."""
    while start < limit and text[start] in _BLANK:
        start += 1
    window = min(limit, start + _WINDOW)
    hard, comma = _stops(text, start, window, words)
    if hard is None and window == limit and limit - start <= _LINE_LIMIT:
        return _trim(text, start, limit)
    stop = window if hard is None else hard
    glued = _glued_name(text, start, stop, comma, words)
    if glued is not None:
        return Span(start, glued)
    if comma is None or _whole_sentence(text, start, stop, comma, limit, style):
        return _trim(text, start, min(stop, start + _LINE_LIMIT))
    return _trim(text, start, comma)


def _stops(text: str, start: int, window: int, words: HeadingWords) -> tuple[int | None, int | None]:
    """The first sentence mark outside brackets, and the first comma before it."""
    comma: int | None = None
    closing = ""
    for at in range(start, window):
        ch = text[at]
        if closing:
            closing = "" if ch == closing else closing
        elif ch in "（(《“":
            if ch in "（(" and at > start and text.startswith(words.bracket_stops, at + 1):
                return at, comma
            closing = {"（": "）", "(": ")", "《": "》", "“": "”"}[ch]
            if text.find(closing, at, window) < 0:
                closing = ""
        elif ch in _HARD:
            if ch == ":" and text[at + 1 : at + 2].isdigit():
                continue
            return at, comma
        elif ch in _BLANK and at > start and text[at + 1 : at + 2] in ("\u3000", "\u2003"):
            return at, comma
        elif ch in _COMMAS and comma is None:
            comma = at
    return None, comma


def _glued_name(text: str, start: int, stop: int, comma: int | None, words: HeadingWords) -> int | None:
    """The end of a usual section name that the body follows without a mark: 指导思想以……为指导，坚持……"""
    if comma is None and stop - start <= _GLUED_LIMIT:
        return None
    name = words.name_at(text, start)
    if name is None:
        return None
    end = start + len(name)
    if end >= stop or text[end] in _COMMAS or text.startswith(words.joins, end):
        return None
    return end


def _whole_sentence(text: str, start: int, stop: int, comma: int, limit: int, style: str) -> bool:
    """Whether a heading with a comma in it goes up to its full stop: 聚集重点，统筹兼顾。围绕……"""
    if (
        stop - start > _SENTENCE_LIMIT
        or text[stop : stop + 1] not in "。"
        or not text[stop + 1 : limit].strip(_BLANK)
    ):
        return False
    if style in _SENIOR:
        return True
    return comma - start <= 10 and abs((stop - comma - 1) - (comma - start)) <= 2


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end)
