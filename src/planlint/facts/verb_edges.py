"""Where a noun phrase begins behind its verb and ends before the next: 选派⟦优秀教师⟧到乡镇任教. Cuts fall between words, never in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.indicators import without_leading_time
from planlint.text.trimming import EDGE, trimmed, trimmed_left, trimmed_right
from planlint.text.words import cut, last_word, starts

if TYPE_CHECKING:
    from planlint.facts.commitment_words import CommitmentWords

# 建成比例, 推广面积: the verb is part of the measure's name
_MEASURED = re.compile("(?:比例|比率|占比|率|面积|规模|总?量|数量|总数|总额|额度)(?:$|(?=[^的]{0,2}$))")
# 新增孵化面积, 城镇新增就业: what grows is no thing that somebody adds one by one
_AMOUNT = re.compile(
    "(?:面积|规模|[总产储]?量|[总]?额|[率值]|收入|人数|人次|产能|装机|容量|就业|人口|投资|贷款|年限|寿命|时长|水平|浓度|强度|指数|[煤电能水油气物损]耗|成本|费用|价格|时间)$"
)
# 城镇新建建筑中装配式占比: what is added is what the share is taken of
_BASE_OF_SHARE = re.compile("[^，。；的]{1,10}中(?:的)?[^，。；]{2,}(?:占比|比例|比重|比率|率)$")
# 5年内选派, 未来三年培训: the time before the verb
_SPAN = re.compile(
    "^(?:未来|今后|力争|用|在|每)?(?:\\d{1,2}|[一二两三四五六七八九十])年(?:之内|内|左右|时间)?(?=[^\\d])"
)
# 将检测收费标准, 把…: the object stands behind
_PREPOSITIONS = (
    "为",
    "面向",
    "通过",
    "围绕",
    "依托",
    "立足",
    "采取",
    "利用",
    "由",
    "从",
    "向",
    "按照",
    "根据",
)
_OBJECT_MARKS = ("将", "把", "使")
# 有组织外出就业, 未建设用地, 所完成投资: no verb of commitment
_SAID_OF_NOUN = ("有", "未", "无", "所", "可")
# 改造后的班线, 建设中的项目: the deed says which things are meant
_BEHIND_A_DEED = ("的", "后的", "中的", "前的", "过的")
_SHORTEST = 2
# A verb that may also be said of a noun (孵化企业) is one where this much is left.
_SHORTEST_GOVERNED = 4


def without_lead(text: str, words: CommitmentWords) -> str:
    """The phrase without times, verbs and adverbs before its noun: `5年内选拔资助教育专家` gives 教育专家."""
    text = trimmed_left(without_leading_time(text))
    text = _SPAN.sub("", text) if len(text) > _SHORTEST_GOVERNED else text
    cut_at = _last_verb(text, words)
    if text[:cut_at].endswith(_OBJECT_MARKS):
        return trimmed(text[cut_at:])  # 将检测收费标准: no verb can follow
    text = trimmed(text[cut_at:])
    while (rest := _next(text, words)) is not None:
        text = rest
    return text


def without_deed(text: str, words: CommitmentWords) -> str:
    """The phrase without what the counted do or what is done with it: `专家来穗讲学` gives 专家, `续建高铁建设` 续建高铁."""
    at = 0
    for word in cut(text):
        # 具有发展前景的项目: a deed before 的 says which things are counted
        if at >= _SHORTEST and word in words.acts and "的" not in text[at:]:
            text = _without_manner(trimmed_right(text[:at]), words)
            break
        at += len(word)
    for outcome in words.outcomes:
        rest = text.removesuffix(outcome)
        if rest != text and len(rest) >= _SHORTEST_GOVERNED - 1 and len(rest) in starts(text):
            return trimmed_right(rest)
    return text


def _without_manner(text: str, words: CommitmentWords) -> str:
    """The phrase without how the deed behind it is done: 民生实事全部 is 民生实事."""
    last = last_word(text)
    return (
        trimmed_right(text.removesuffix(last)) if last in words.leads and len(text) > len(last) + 1 else text
    )


def _last_verb(text: str, words: CommitmentWords) -> int:
    """Where the last verb ends that can only be a verb, or the mark of an object: behind 将 in 引导各机构将收费标准."""
    edges = starts(text) | {len(text)}
    last = 0
    for match in words.verb_inside.finditer(text, 0, _before_share(text)):
        end = match.end()
        whole = (
            match["verb"]
            and match.start() in edges
            and end in edges
            and text[: match.start()][-1:] not in _SAID_OF_NOUN
        )
        if whole and _leaves_noun(text, match["verb"], end, words):
            last = end
    at, before = 0, ""
    # 面向全国遴选运营团队: what the preposition opens ends with the verb
    opened = text.startswith(_PREPOSITIONS)
    for word in cut(text[: _before_share(text)]):
        at += len(word)
        # 累计培育 is a word of ours that ends in such a verb
        is_inner = word in words.verbs and word.endswith(tuple(words.inner_verbs))
        marks = word in _OBJECT_MARKS or (is_inner and before not in _SAID_OF_NOUN)
        # 两级重点支持, 财政共同投入: an adverb before it makes it the verb
        governs = (before in words.leads or opened) and word in words.verbs and word not in words.attributive
        if (marks or governs) and at > last and _leaves_noun(text, word, at, words):
            last = at
        before = word
    return last


def _next(text: str, words: CommitmentWords) -> str | None:
    """The phrase without the verb or adverb at its front; None where it has none."""
    name = words.verb_inside.match(text)
    # 重点实验室, 一般公共预算收入: what looks like a lead-in is part of the name; a verb of commitment is none
    protected = name is not None and not name["verb"]
    edges = starts(text)
    for lead in words.fronts.get(text[:1], ()):
        if not text.startswith(lead) or (len(lead) not in edges and lead != "各"):
            continue
        if protected and lead not in words.inner_verbs:
            continue
        if _leaves_noun(text, lead, len(lead), words):
            return trimmed_left(text[len(lead) :])
    return None


def _leaves_noun(text: str, verb: str, end: int, words: CommitmentWords) -> bool:
    """Whether a noun is left behind the verb that ends at `end`, and the verb is no part of it."""
    rest = text[end:].strip(EDGE)
    if len(rest) < _SHORTEST or _MEASURED.match(text, end) or text.startswith(_BEHIND_A_DEED, end):
        return False
    if verb in words.additive:
        return _AMOUNT.search(rest) is None and _BASE_OF_SHARE.match(rest) is None
    if verb in words.attributive:
        return len(rest) >= _SHORTEST_GOVERNED and _AMOUNT.search(rest) is None
    return True


def without_measured_verb(text: str, words: CommitmentWords) -> str:
    """The measure without the verb before it, where what is measured stands elsewhere: 设立规模 is 规模."""
    for verb in words.fronts.get(text[:1], ()):
        rest = text.removeprefix(verb)
        if verb in words.verbs and rest != text and len(rest) >= _SHORTEST and is_amount(rest):
            return text if verb in words.additive else rest
    return text


def is_amount(noun: str) -> bool:
    """Whether the noun is something measured, no thing: 年产值, 新增就业, 总规模."""
    return _AMOUNT.search(noun) is not None


def _before_share(text: str) -> int:
    """Where the base of a share begins: in 装配式建筑面积占新建建筑比例 the 新建 is no verb of commitment."""
    at = text.rfind("占")
    return at if at > 0 and text.endswith(("比例", "比重", "占比", "比率", "率")) else len(text)
