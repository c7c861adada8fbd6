"""Everything in a text that is shaped like a label: `一、`, `(一)`, `1.`, `(1)`, `①`, `第三条`, and how strongly its place speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.text.numerals import format_han

if TYPE_CHECKING:
    from planlint.model.document import CleanText
    from planlint.outline.vocabulary import HeadingWords

_HAN = "一二三四五六七八九十百零〇"
_GAP = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff*#>"
_MOST = 60


class Place(IntEnum):
    """What stands in front of a label; the stronger, the likelier it opens a heading."""

    GLUED = 1
    HALF = 2
    SENTENCE = 3
    GAP = 4
    LINE = 5


@dataclass(frozen=True, slots=True)
class Label:
    """A label-shaped stretch: `span` of its own characters, its style and number, the place it stands in.

    `major` is what precedes the last number of `2.3`, empty for the other styles.
    """

    start: int
    end: int
    style: str
    value: int
    place: Place
    major: str = ""

    @property
    def key(self) -> str:
        """Labels of one sequence share the key: the style, with `2.` for `2.3`."""
        return self.style + self.major


@lru_cache(maxsize=1)
def _shapes() -> re.Pattern[str]:
    return re.compile(
        rf"[(（〔【][ \u3000]?(?:(?P<han_paren>[{_HAN}]{{1,5}})|(?P<arabic_paren>\d{{1,3}}))[ \u3000]?[)）〕】]"
        rf"|第[ \u3000]?(?:(?P<han_ordinal>[{_HAN}]{{1,5}})|(?P<arabic_ordinal>\d{{1,3}}))[ \u3000]?(?P<ordinal_unit>部分|[编篇章节条])"
        rf"|(?P<han>[{_HAN}]{{1,5}})[ \u3000]?(?P<han_mark>[、.．)）])"
        r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?=[ \t\u3000“\u4e00-\u9fff])"
        r"|(?P<arabic>\d{1,3})[ \u3000]?(?P<arabic_mark>[.．、)）])"
        r"|(?P<circled>[①-⑳])"
    )


@lru_cache(maxsize=1)
def _han_values() -> dict[str, int]:
    values = {format_han(n): n for n in range(1, 200)}
    values |= {name[1:]: n for name, n in values.items() if name.startswith("一十")}
    values |= {"十" + name: 10 + n for name, n in list(values.items()) if n < 10}
    values["十"] = 10
    return values


_UNITS = {"部分": "part", "编": "part", "篇": "part", "章": "chapter", "节": "node", "条": "article"}


def find_labels(clean: CleanText, words: HeadingWords) -> list[Label]:
    """All label shapes of the plan's text in order, those that their neighbours refute left out."""
    text = clean.text
    chrome = iter(clean.chrome)
    zone = next(chrome, None)
    found: list[Label] = []
    for match in _shapes().finditer(text):
        while zone is not None and zone.span.end <= match.start():
            zone = next(chrome, None)
        if zone is not None and zone.span.start < match.end():
            continue
        read = _read(match)
        if read is None:
            continue
        style, value, major = read
        start, end = match.span()
        if match["decimal"]:
            end = match.end("decimal")
        place = _place(text, start, words)
        if style.endswith("decimal") and place is not Place.LINE:
            continue
        if not _refuted(text, start, end, style, place, words):
            found.append(Label(start, end, style, value, place, major))
    return found


def _read(match: re.Match[str]) -> tuple[str, int, str] | None:
    """Style, number and major part of a match, None where the numeral is none."""
    kind = match.lastgroup
    if kind == "decimal":
        major, _, minor = match["decimal"].rpartition(".")
        return ("deep_decimal" if "." in major else "decimal"), int(minor), major
    if kind == "circled":
        return "circled", ord(match["circled"]) - ord("①") + 1, ""
    if kind == "arabic_mark":
        return ("arabic_half" if match["arabic_mark"] in ")）" else "arabic"), int(match["arabic"]), ""
    if kind == "arabic_paren":
        return "arabic_paren", int(match["arabic_paren"]), ""
    if kind == "ordinal_unit":
        style, han = _UNITS[match["ordinal_unit"]], match["han_ordinal"]
        if han is None:
            return style, int(match["arabic_ordinal"]), ""
    elif kind == "han_paren":
        style, han = "han_paren", match["han_paren"]
    else:
        style, han = ("han_half" if match["han_mark"] in ")）" else "han_dun"), match["han"]
    value = _han_values().get(han)
    return None if value is None else (style, value, "")


def _place(text: str, start: int, words: HeadingWords) -> Place:
    at = start
    while at > 0 and start - at < _MOST and text[at - 1] in _GAP:
        at -= 1
    if at == 0 or text[at - 1] == "\n":
        return Place.LINE
    if start - at >= 2:
        return Place.GAP
    before = text[at - 1]
    if before in words.ends:
        return Place.SENTENCE
    return Place.HALF if before in words.half_ends else Place.GLUED


def _refuted(text: str, start: int, end: int, style: str, place: Place, words: HeadingWords) -> bool:
    """Whether what stands right before or behind says that this is no heading: 一、二等奖, 3.5亿元, 附件1."""
    at = end
    while at < len(text) and at - end < _MOST and text[at] in _GAP:
        at += 1
    behind = text[at : at + 1]
    if not behind or behind in "、，。；：）)％%,.;:-—~～/+=×·•!?！？…":
        return True
    if style == "han_dun" and behind in _HAN and re.match(rf"[{_HAN}]{{1,3}}[、等级类期]", text[at : at + 5]):
        return True
    if style == "arabic" and at == end and behind.isdigit() and (place < Place.GAP or not _year(text, at)):
        return True
    if behind in "年月日" and at == end and style == "arabic":
        return True
    if text.startswith(words.refuted_behind, at):
        return True
    if style == "article" and behind in "第款之至项的和与或、":
        return True
    if place is Place.GLUED and start:
        before = text[start - 1]
        if before in "、，,-—~～/+.·×&=%" or before == "\\" or before in _HAN:
            return True
        if before.isascii() and before.isalnum():
            return True
        return text.endswith(words.refuted_before, max(0, start - 4), start)
    return False


def _year(text: str, at: int) -> bool:
    return text[at : at + 4].isdigit() and text[at + 4 : at + 5] in "年-—至"
