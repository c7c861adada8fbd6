"""Whether a run of Chinese numerals counts something: 二十家 does; 一体化, 第三方, 十四五 do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.mentions.word_edges import inside_word
from planlint.text.han import HAN
from planlint.text.numerals import DIGITS, approximate

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary
    from planlint.model.mention import Dimension, Numeral

# 每年至少召开一次: here 一 counts, elsewhere 一次 is an article.
_EVERY = re.compile("(?:至少|不少于|最少|每半年|每年度?|每季度?|每月|每周|每[两二三]年)[^，。；]{0,14}$")
# 进入全省前10位, 跻身全国前三: a rank, which may have no unit
RANK = re.compile(f"(?:进入|跻身|位居|位列|稳居|保持|排名|名列|冲刺|冲击|迈入|挺进|列|居){HAN}{{0,12}}前$")
# Behind these a numeral is part of a word: 第三方, 统一, 万一.
_IN_A_WORD = ("第", "之", "统", "唯", "单", "专", "万", "初", "“")
# 零 counts before these alone: 零增长, 零排放.
_NOTHING_OF = ("增长", "发生", "排放", "事故", "投诉", "死亡", "新增", "填埋", "容忍")
# 一 before these is no count: 一次, 一批, 一体, 一流.
_ONE_OF_A_KIND = frozenset("次趟级批道条站起体对部类带口线流环块")
_ORDINAL_LIST = re.compile("第[一二三四五六七八九十]{1,3}[、和及至]$")
# 十四五 is a plan, not from fourteen to fifteen
PLAN_NAME = re.compile("十[一二三四五六七八九]五")
_BEHIND_A_RANK = ("", "，", ",", "。", "；", ";", "、", "列", "强", "行", "\n")


def counts(
    text: str, numeral: Numeral, unit: tuple[str, Dimension] | None, soft: str | None, words: Vocabulary
) -> bool:
    """Whether the Chinese numeral counts something.

    `unit` is the measure word behind it with its dimension, or None; `soft` the 余 of 百余家.
    """
    return _may_count(text, numeral, unit, soft, words) and not inside_word(text, *numeral.span)


def _may_count(
    text: str, numeral: Numeral, unit: tuple[str, Dimension] | None, soft: str | None, words: Vocabulary
) -> bool:
    start, end = numeral.span
    raw = text[start:end]
    if text[start - 1 : start] in _IN_A_WORD and start:
        return text[start - 1] == "“" and unit is not None and unit[1] != "count"
    if _ORDINAL_LIST.search(text, max(0, start - 6), start):
        return False  # 第一、二轮
    if raw == "零":
        return text[end : end + 2] in _NOTHING_OF
    if unit is None:
        return _counts_alone(text, start, end)
    if unit[0] == "期":
        return False  # 一期, 二期 name a stage of construction
    if PLAN_NAME.fullmatch(raw):
        return False
    if raw in ("万", "亿", "千", "百", "十"):
        return (
            soft is not None
            or (text.endswith("上", 0, start) and not text.endswith("以上", 0, start))
            or (raw != "万" and words.before.ending(text, start) is not None)
        )
    if all(ch in "百千万亿" for ch in raw):
        # (万亿元) is the unit of a number that stands behind it
        return unit[1] != "duration" and not text.startswith(("）", ")"), end + len(unit[0]))
    if raw == "一" and unit[0] in ("次", "轮", "场") and _EVERY.search(text, max(0, start - 12), start):
        return True
    if raw == "一" and unit[0] in _ONE_OF_A_KIND:
        return False
    if len(raw) > 1 and all(ch in DIGITS for ch in raw):
        # 三五家 is from three to five; 二五 alone is no number; 二〇二五年 has been read as a time
        return approximate(raw) is not None
    return True


def _counts_alone(text: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral without a measure word counts: 前三 of a rank, 百亿规模, 千亿级."""
    raw = text[start:end]
    if RANK.search(text, max(0, start - 20), start):
        return text[end : end + 1] in _BEHIND_A_RANK
    return (
        raw[-1] in "万亿"
        and text[end : end + 1] in ("规", "级", "产", "元")
        and raw not in ("万", "亿", "千万")
    )
