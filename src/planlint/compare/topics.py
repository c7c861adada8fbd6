"""What a title is about in a few characters: 商业航天发展 of 上海市促进商业航天发展打造空间信息产业高地行动计划（2023—2025年）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.meaning.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.fact import DocumentData

_MOST_LETTERS = 10
# A phrase shorter than this says too little to end a topic: 企业 of 企业加强基础研究.
_LEAST_LETTERS = 4
_YEARS = re.compile(
    r"[(（【\[]?\d{4}(?:年)?(?:[—\-－至~]+\d{4})?(?:年(?:度)?)?[)）】\]]?|[“\"]十[三四五六]五[”\"]"
)
_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9“”+]")
# Who issues it: 某市人民政府关于, 工业和信息化部等七部门关于.
_ISSUED = re.compile(
    r"^.{2,40}?关于(?!.*关于)|^(?:中共.{0,6}委)?.{0,4}?(?:人民政府|管委会)(?:办公厅|办公室)?"
)
# What joins or counts says nothing alone.
_DANGLING = ("的", "和", "与", "及", "或", "等", "第", "以及")


def topic_of(data: DocumentData, place: str | None, words: Vocabulary) -> str:
    """The first phrase of the title behind issuer, place and lead-in, whole words only."""
    text = _MARKS.sub("", _YEARS.sub("", data.title or ""))
    if data.kind and len(shorter := text.rpartition(data.kind)[0]) > 1:
        text = shorter
    if "关于" in text:
        text = _ISSUED.sub("", text)
    if place:
        tail = any_of((*words.lists["zones"], "省", "自治区", "市", "区", "县"))
        text = re.sub(rf"{re.escape(place)}{tail}?", "", text) or data.kind or text
    text = re.sub("[我本][省市区县]", "", text) or text
    lead_in = re.compile(f"^{any_of(words.lists['title_lead_ins'])}")
    while (match := lead_in.match(text)) is not None and len(text) - match.end() > 1:
        text = text[match.end() :]
    return _short(text, words)


def _short(text: str, words: Vocabulary) -> str:
    """The first words of a text, never half of one, up to the verb that begins another phrase."""
    short: list[str] = []
    for word in _words_of(text):
        letters = sum(map(len, short))
        begins = word in words.lists["title_lead_ins"]
        if short and (letters + len(word) > _MOST_LETTERS or (begins and letters >= _LEAST_LETTERS)):
            break
        short.append(word)
    whole = sum(map(len, short)) == len(text)
    while len(short) > 1 and (short[-1] in _DANGLING or (not whole and len(short[-1]) == 1)):
        short.pop()
    return "".join(short)


def _words_of(text: str) -> Iterator[str]:
    from planlint.text.words import cut

    yield from cut(text[:40])
