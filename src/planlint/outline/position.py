"""How the surroundings of a label shape speak: what stands in front of it, and what refutes it outright."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.span import Span
    from planlint.outline.vocabulary import HeadingWords

HAN = "一二三四五六七八九十百零〇"
_NUMERALS = frozenset(HAN + "0123456789")
_GAP = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff*#>"
_MOST = 60
_BEHIND = "、，。；：）)％%,.;:-—~～/+=×·•!?！？…"
_BEFORE = "、，,-—~～/+.·×&=%\\"
_COMMAS = "，,"
_BARE = frozenset({"han_dun", "chapter", "part", "node"})


class Position(IntEnum):
    """What stands in front of a label; the stronger, the likelier it opens a heading."""

    DOUBTFUL = 0
    WEAK = 1
    GLUED = 2
    HALF = 3
    SENTENCE = 4
    GAP = 5
    LINE = 6


def position_of(text: str, start: int, style: str, words: HeadingWords) -> Position:
    """The position of a label: 。一、 is a SENTENCE's end, ：1. a HALF one's, two wide blanks a GAP.

    WEAK is one behind a comma, or behind the last figure of a table (…10 20二、主要任务): it needs the label before it.
    """
    at = _back(text, start)
    if at == 0 or text[at - 1] == "\n":
        # the line may be broken within a word (……规则统 / 一、功能完备) or not (……系统 / 一、目标)
        return Position.HALF if at > 1 and _idiom(text, at - 1, start, words) else Position.LINE
    if start - at >= 2:
        return Position.GAP
    before = text[at - 1]
    if before in words.ends:
        return Position.SENTENCE
    # the number of the page before may be left at the head of the line: 15三、强化……
    if before in words.half_ends or (style in _BARE and _page_number(text, at)):
        return Position.HALF
    if before in _COMMAS or (style in _BARE and before.isdecimal()):
        return Position.WEAK
    return Position.DOUBTFUL if _idiom(text, at, start, words) else Position.GLUED


def _idiom(text: str, at: int, start: int, words: HeadingWords) -> bool:
    """Whether the character before `at` and the label's first one are a word: 统一, but 划一 in no title (行动计划 / 一、目标)."""
    return text[at - 1] + text[start] in words.idioms and not text.endswith(words.genres, max(0, at - 8), at)


def refuted(text: str, label: Span, style: str, position: Position, words: HeadingWords) -> bool:
    """Whether what stands right before or behind says that this is no heading: 一、二等奖, 3.5亿元, 附件1."""
    start, end = label
    at = end
    while at < len(text) and at - end < _MOST and text[at] in _GAP:
        at += 1
    behind = text[at : at + 1]
    if not behind or behind in _BEHIND or text.startswith(words.refuted_behind, at):
        return True
    if behind == "\n" and style not in _BARE:
        return True
    if behind in HAN and style == "han_dun" and (position <= Position.GLUED or _ordinal().match(text, at)):
        return True
    if behind.isdecimal() and style.endswith("decimal"):
        return True
    if at == end and style == "arabic" and behind in "年月日":
        return True
    if style == "article" and behind in "第款之至项的和与或、":
        return True
    return _refuted_before(text, start, style, position, words)


def _refuted_before(text: str, start: int, style: str, position: Position, words: HeadingWords) -> bool:
    at = _back(text, start)
    if position > Position.GLUED:
        return False
    if position is Position.WEAK:
        return False
    before = text[at - 1 : at]
    if before in _BEFORE or before in HAN or (before.isascii() and before.isalnum()):
        return True
    if before in (words.captions if style == "arabic" else words.ordinals):
        return True
    # a reference inside a sentence: 第三条（一）
    if before in "条款" and text[at - 2 : at - 1] in _NUMERALS:
        return True
    return text.endswith(words.refuted_before, max(0, at - 4), at)


def before_digits(text: str, end: int, style: str, position: Position) -> int:
    """How many digits stand right behind a label such as the `2.` of 2.5亿元 or of 2.530创业项目; none where they are a year."""
    if style != "arabic" or not text[end : end + 1].isdecimal() or _year(text, end, position):
        return 0
    at = end
    while at < len(text) and at - end < _MOST and text[at].isdecimal():
        at += 1
    return at - end


def in_list(text: str, start: int, words: HeadingWords) -> bool:
    """Whether a 1 opens a list of attachments or notes: 附件：1.任务表 / 注：1.本表……."""
    at = start
    while at > 0 and start - at < _MOST and (text[at - 1] in _GAP or text[at - 1] == "\n"):
        at -= 1
    if at == 0 or text[at - 1] not in ":：":
        return False
    before = text[max(0, at - 5) : at - 1]
    head = next((head for head in words.list_heads if before.endswith(head)), "")
    return bool(head) and not before[: -len(head)][-1:].isalpha()


def _back(text: str, start: int) -> int:
    """Where the blanks and marks of emphasis in front of a label begin."""
    at = start
    while at > 0 and start - at < _MOST and text[at - 1] in _GAP:
        at -= 1
    return at


def _page_number(text: str, at: int) -> bool:
    line = at
    while line > 0 and at - line < 3 and text[line - 1].isdecimal():
        line -= 1
    return line < at and (line == 0 or text[line - 1] == "\n")


@lru_cache(maxsize=1)
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]{{1,3}}[、等级类期次届产]")


def _year(text: str, at: int, position: Position) -> bool:
    """Whether a digit right behind `2.` begins a heading, as in 2.2025年完成……, and not the 5 of 2.5."""
    return position >= Position.SENTENCE and text[at : at + 4].isdecimal() and text[at + 4 : at + 5] == "年"
