"""Whether what looks like a numeral, a measure word or a bound is cut out of a word: the 九台 of 九台区, the 部 of 3部门, the 达 of 雷达500米.

Each asks the prefixes of the dictionary first; only where a word could reach over the edge are the few characters around it cut.
"""

from __future__ import annotations

from planlint.text import words

# How far a word may reach beyond an edge, and how much is cut so that the words around are whole.
_REACH = 3
_WINDOW = 8


def inside_word(text: str, start: int, end: int) -> bool:
    """Whether a word reaches beyond the numeral: 三 in 三轮车, 一 in 新一轮."""
    if not (words.may_begin_word(text[start : end + 1]) or _reached(text, start)):
        return False
    low = max(0, start - _WINDOW)
    return words.word_over(text[low : end + _WINDOW], start - low, end - low) is not None


def unit_inside_word(text: str, start: int, end: int) -> bool:
    """Whether the measure word is the beginning of a longer word: 部门, 家庭; the 名 of 20名人才 is none, as 人才 is a word."""
    if end >= len(text) or not words.may_begin_word(text[start : end + 1]):
        return False
    first = words.cut(text[start : end + _WINDOW])[0]
    if len(first) <= end - start:
        return False
    # 个人 behind a number is 个 and 人, 年内 a time and its bound: what is left must be no word of its own
    rest = words.cut(text[end : end + _WINDOW])[0]
    return len(rest) == 1 and rest not in "人内起多余中后前以"


def bound_inside_word(text: str, start: int, end: int) -> bool:
    """Whether the bound is the end of a longer word: 达 in 雷达, 约 in 节约, 近 in 附近."""
    if end - start > 1 or not _reached(text, start):
        return False
    low = max(0, start - _WINDOW)
    return start - low not in words.starts(text[low:end])


def begins_word(text: str, at: int) -> bool:
    """Whether the character at a place begins a word of more than one: 内 in 1年内部整改, 中 in 2025年中小企业.

    5年内在各领域引进 is within five years, in all fields: a preposition behind the bound is no part of a word.
    """
    if not words.may_begin_word(text[at : at + 2]) or text[at + 1 : at + 2] in "在由对向为将":
        return False
    return len(words.cut(text[at : at + _WINDOW])[0]) > 1


def _reached(text: str, start: int) -> bool:
    """Whether a word that begins before `start` could reach over it."""
    return any(words.may_begin_word(text[start - n : start + 1]) for n in range(1, min(_REACH, start) + 1))
