"""Noun phrases around a number: `引进培育高新技术企业` without its verbs is 高新技术企业; parallel nouns are taken apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.verb_edges import without_deed, without_lead
from planlint.text.trimming import EDGE, trimmed, trimmed_right
from planlint.text.words import last_word, starts

if TYPE_CHECKING:
    from planlint.facts.commitment_words import CommitmentWords

_PARALLEL = re.compile("、|以及|和|及(?!以[上下内])|与|或")
_FIGURE = re.compile("\\d")
_TIER_AT_END = re.compile(
    "(?:国家|全国性|全省性|全市性|国际性|省|市|区|县|自治区|[一二三]等奖?|特等|金|银|铜)$"
)
# 养护资金每年每公里, 收费标准在现行基础上: what the value is counted by or from is no part of what is counted
_CIRCUMSTANCE = re.compile(
    "(?:(?:每|平均每)[^，。；、的\\d]{1,4}){1,2}$|(?<=[^，。；、]{2})(?:[年月]人均|人均)$|在[^，。；、的]{0,6}(?:基础上|范围内|前提下)$"
)
# 公租房等项目
_EXAMPLES = re.compile("(?P<list>[^的]{2,}?)等(?:各类|各种)?(?P<head>[^等、的]{2,8})")
# What is measured of each of several nouns: 全市光伏、风电装机容量.
_MEASURE_AT_END = re.compile(
    "(?:装机(?:容量|规模|总量)?|(?:播种|种植|养殖|覆盖|建筑|推广)?面积|(?:产|销|出栏|存栏|吞吐|周转|发电|消费|排放|捕捞|储备)量|总?产值|产能|增加值|(?:营业)?收入"
    "|(?:资源化|综合|回收)利用率|(?:无害化|集中)处理率|[^、和及的\\W\\d]{2}率|机械化率|占比|比重|比例|规模|用时|时限)$"
)
_TIERS = re.compile("^(?:国家|全国性|全省性|全市性|国际性|省|市|区|县|自治区|[一二三]等奖?|特等|金|银|铜)")


def noun_before(text: str, words: CommitmentWords) -> str:
    """The noun at the end of the words left of a number: `2025年,引进培育高新技术企业` gives 高新技术企业."""
    text = without_circumstance(_strip_tails(without_circumstance(trimmed(text)), words))
    return without_examples(without_lead(text, words), words)


def noun_after(text: str, words: CommitmentWords) -> str:
    """The noun behind a number: `经营人才赴境外培训` gives 经营人才, what the counted do or undergo is no part of it."""
    return without_examples(without_deed(trimmed(text), words), words)


def without_circumstance(text: str) -> str:
    """The words without what the value is counted by or from: 养护资金每年每公里 is 养护资金."""
    return _CIRCUMSTANCE.sub("", text)


def without_examples(text: str, words: CommitmentWords) -> str:
    """The words without a head that counts nothing itself: 公租房等项目 is 公租房; a list keeps what sums it up."""
    examples = _EXAMPLES.fullmatch(text)
    if examples is None or "、" in examples["list"] or last_word(examples["head"]) not in words.generic:
        return text
    return examples["list"]


def ends_with_verb(text: str, words: CommitmentWords) -> bool:
    """Whether the words left of a number end in a verb of commitment (so that the noun stands behind the number)."""
    return words.verb_at_end.search(text.rstrip(' “"')) is not None


def _strip_tails(text: str, words: CommitmentWords) -> str:
    changed = True
    while changed and text:
        changed = False
        for tail in words.tails:
            if text.endswith(tail) and len(text) > len(tail) + 1 and not text.endswith(words.whole_tails):
                text = trimmed_right(text[: -len(tail)])
                changed = True
                break
    return text


def take_apart(phrase: str, count: int) -> list[str] | None:
    """`count` parallel nouns with the shared head and tail supplied: `国家、省级孵化器`, 2 gives 国家级孵化器, 省级孵化器.

    None where the phrase does not hold exactly that many.
    """
    parts = [p for p in _PARALLEL.split(phrase) if p.strip(EDGE)]
    if len(parts) < count:
        return None
    if len(parts) > count:
        # 省级A和B、市级C: the last separators of the list are the weakest; prefer 、 alone
        strong = [p for p in phrase.split("、") if p.strip(EDGE)]
        if len(strong) != count:
            return None
        parts = strong
    return _supply(parts)


def _supply(parts: list[str]) -> list[str]:
    """Hand the first part's head and the last part's tail to the others where they are shorter."""
    first, last = parts[0], parts[-1]
    middles = parts[1:-1] or [first]
    tail = _shared_tail(first, last, middles)
    head = _shared_head(first, last, middles)
    result = []
    for i, part in enumerate(parts):
        whole = part
        if tail and i < len(parts) - 1 and not part.endswith(tail):
            whole += tail
        if head and i > 0 and not part.startswith(head):
            whole = head + whole
        result.append(trimmed(whole))
    return result


def _shared_tail(first: str, last: str, middles: list[str]) -> str:
    """What the last part has and the parts before it lack: in 国家 / 省级孵化器 it is 级孵化器."""
    tier_last = _TIERS.match(last)
    graded = first.endswith(("级", "等", "等奖"))
    if tier_last is not None and (graded or _TIER_AT_END.search(first)):
        rest = last[tier_last.end() :]
        return rest.removeprefix("级").removeprefix("等奖") if graded else rest
    if first.endswith(("级", "类")) and first[-1] in last:
        # 五星级、四星级酒店; 甲类、乙类人才
        return last[last.index(first[-1]) + 1 :]
    if "的" in last:
        return last[last.index("的") :]
    size = min(len(m) for m in middles)
    if len(last) > size + 1 and size <= 3:
        # 果蔬、水产品冷链流通率: the last of them is a longer word; 城镇、农村居民收入: 居民 is said of both
        edge = min((at for at in starts(last) if at >= size), default=size)
        return last[edge if edge - size == 1 else size :]
    measure = _MEASURE_AT_END.search(last)
    if measure is None or not measure.start() or any(m.endswith(last[-1]) for m in middles):
        return ""  # 工具普及率、工序数控化率: each is measured in its own way
    return measure.group()


def _shared_head(first: str, last: str, middles: list[str]) -> str:
    figure = _FIGURE.search(first)
    if (
        figure is not None
        and figure.start()
        and all(_FIGURE.match(part) for part in [*middles[-1:], last] if part != first)
    ):
        # 年收入突破50亿元、100亿元的企业: what reaches the figure is said once
        return first[: figure.start()]
    if first.endswith(("级", "类")) and "的" in first and not any("的" in part for part in middles[1:]):
        # 新评定的五星级、四星级酒店
        return first[: first.rindex("的") + 1] if "的" not in last else ""
    size = min(len(p) for p in [*middles, last])
    if len(first) <= size + 1 or size > 4:
        return ""
    return first[: len(first) - size] if not _TIERS.match(last) else ""
