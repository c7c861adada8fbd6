"""The words before and behind a number that bound it: 不少于 and 左右 in 不少于40家左右."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.mentions.cores import SOFT
from planlint.mentions.han_numerals import RANK
from planlint.mentions.word_edges import begins_word, bound_inside_word
from planlint.model.mention import Quantity
from planlint.model.span import Span
from planlint.text.dates import YEAR
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary

# 达到3%左右 is about 3 %: these words set no bound of their own where 左右 follows.
_REACHES = ("达到", "达", "到", "至", "在")
# 至少建成1个: a verb between the bound and the number
_VERB_BETWEEN = re.compile(f"(至少|最少|最多){HAN}{{1,4}}$")
# 不低于合同金额的40%: the base of a share stands between the bound and the number
_BASED = re.compile(
    "(不低于|不少于|不高于|不超过|不得低于|不得超过|不得高于|超过|达到|低于|高于)[^，。；、：,;:0-9]{1,12}的$"
)
# 达到每百平方公里5公里: what the number is counted by stands between the bound and the number
_PER_BASE = re.compile(
    "(不低于|不少于|不高于|不超过|达到|达)每(?:[十百千]?[百千万]|1)?[^，。；：、,;:0-9]{1,8}$"
)
# 提高到2027年的65%: the year stands between the bound and the number
_DATED = re.compile(
    f'((?:提高|提升|增加|增长|扩大|上升|发展|下降|降低|压减|减少)(?:到|至))(?:{YEAR}年|[“"]?十[一二三四五六七]五[”"]?)(?:底|末)?的?$'
)
# 不低于装机容量15%: the base of a share without 的
_BARE_BASED = re.compile(f"(不低于|不少于|不高于|不超过){HAN}{{2,10}}$")
# 产值过百亿元: 过 alone bounds what grows in money
_OVER = re.compile(
    "(?:(?<=产值)|(?<=收入)|(?<=营收)|(?<=规模)|(?<=总额)|(?<=销售额)|(?<=投资)|(?<=税收)|(?<=总量)|(?<=资产)|(?<=[、和及])|(?<=新增))过$"
)
# 全年至少引进亿元以上项目2个: 至少 stands before the verb, and what is counted between
_AT_LEAST = re.compile(f"(至少|最少){HAN}{{2}}[^，。；：、,;:]{{1,20}}$")
# What may stand behind 多 or 余 where they say more than: 3公里多，
_ENDS = ("", "，", ",", "。", "；", ";", "、", "的", "）", ")", "\n")
_RANK_UNITS = frozenset({None, "位", "名"})


def bounded(text: str, q: Quantity, words: Vocabulary) -> Quantity:
    """The quantity with the words before and behind it that bound its value."""
    start, end = q.span
    comparator = "="
    hedge = q.hedge
    if hedge in SOFT:
        comparator = ">"
    hit, begin = _before(text, start, words, q.unit)
    if q.unit in _RANK_UNITS and RANK.search(text, max(0, start - 20), start):
        hit, begin = ("前", "<="), start - 1
    if hit is not None:
        word, value = hit
        start = begin
        if comparator == "=" or value != "~":
            comparator = value
        if value == "~" and hedge is None:
            hedge = word
    behind = words.after.starting(text, end)
    if behind is not None and behind[0] in ("多", "余") and text[end + 1 : end + 2] not in _ENDS:
        behind = None  # 1处多功能运动场
    if behind is not None and len(behind[0]) == 1 and begins_word(text, end):
        behind = None  # 1年内部整改
    if behind is not None and not (behind[0] in ("多", "余", "起", "内", "前后") and q.unit is None):
        word, value = behind
        if word != "起" or text[end + 1 : end + 2] in "，。；、)":
            end += len(word)
            if value == "~" or hedge is None:
                hedge = word if value in ("~", ">") else hedge
            reaches = hit is not None and hit[0].endswith(_REACHES)
            if hit is None or hit[1] == "~" or (reaches and value == "~"):
                comparator = value
    return Quantity(
        Span(start, end), q.number, q.value, q.value_max, q.unit, q.dimension, comparator, hedge, q.per
    )


def _before(text: str, at: int, words: Vocabulary, unit: str | None) -> tuple[tuple[str, str] | None, int]:
    """The bound that stands before `at`, perhaps with a filler between: 不低于人民币10万元, 达到约3家."""
    hit = words.before.ending(text, at)
    if hit is not None and not bound_inside_word(text, at - len(hit[0]), at):
        begin = at - len(hit[0])
        outer = words.before.ending(text, begin)
        if hit[1] == "~" and outer is not None:
            return outer, begin - len(outer[0])
        return hit, begin  # 控制在不低于: the inner word binds; 最高不超过 agrees anyway
    if text[at - 1 : at] == "上" and text[at : at + 1] in "百千万亿" and text[at - 2 : at - 1] != "以":
        return ("上", ">="), at - 1  # 上百家
    ahead = _VERB_BETWEEN.search(text, max(0, at - 8), at)
    if ahead is not None and text[max(0, at - 1) : at] not in "，。；、：":
        word = ahead.group(1)
        return (word, words.before.table[word]), ahead.start()
    if text[at - 1 : at] == "过" and _OVER.search(text, max(0, at - 8), at) is not None:
        return ("过", ">"), at - 1
    based = _BASED.search(text, max(0, at - 18), at)
    if based is None and unit == "%":
        based = _BARE_BASED.search(text, max(0, at - 14), at)
    if based is not None:
        word = based.group(1)
        return (word, words.before.table[word]), based.start()
    counted_by = _PER_BASE.search(text, max(0, at - 16), at)
    if counted_by is not None:
        word = counted_by.group(1)
        return (word, words.before.table[word]), counted_by.start()
    dated = _DATED.search(text, max(0, at - 16), at)
    if dated is not None and dated.group(1) in words.before.table:
        return (dated.group(1), words.before.table[dated.group(1)]), dated.start()
    filler = words.fillers.ending(text, at)
    if filler is not None:
        hit = words.before.ending(text, at - len(filler[0]))
        if hit is not None:
            return hit, at - len(filler[0]) - len(hit[0])
    if (word := _AT_LEAST.search(text, max(0, at - 24), at)) is not None:
        return (word.group(1), words.before.table[word.group(1)]), at
    return None, at
