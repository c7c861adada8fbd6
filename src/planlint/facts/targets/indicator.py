"""What a number counts: 高新技术企业 in 引进培育高新技术企业不少于40家, 人才公寓 in 建设160套人才公寓."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.indicators import names_nothing, without_baseline
from planlint.facts.phrases import ends_with_verb, noun_after, noun_before
from planlint.facts.verb_edges import is_amount, without_measured_verb
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.facts.commitment_words import CommitmentWords
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence

# （一）, 3.: what numbers the sentence is no part of it.
_LABEL = re.compile(
    "\\s*(?:第[一二三四五六七八九十百\\d]{1,4}条\\s?|[（(]?(?:[一二三四五六七八九十百]{1,4}|\\d{1,3})(?:[)）]|[、．]|[.](?!\\d))|[①-⑳])(?:【[^】]{1,20}】)?"
)
STOP = re.compile("[，,。；;：:！!？?\n]")
# 2∶1 is twice as much: what stands behind the colon is no noun.
_OF_RATIO = re.compile("^[∶:：]1(?!\\d)")
_NOUN_STOP = re.compile(
    "[，,。；;：:！!？?\n]|[（(](?![^（）()，,：:]{1,6}[)）][^\\W\\da-zA-Z_]{2})|、(?=[^、，,。；;]{0,12}\\d)|以上的?(?=$|[^\\w《“]|[并且])|左右的?|(?:和|及|与)(?=\\d)"
)
_COUNTED = re.compile("^(?:以上|以内|以下|左右|及以上)?(?:的)?")
# A number that is linked to the one before has its noun behind it like that one: 50所学校和150个专业.
_LINKED = re.compile("^[^，。；]{1,30}(?:和|及|与|以及|、)(?:不少于|不低于|约|近|超过)?$")
# What follows is no noun of this number: the next item of a list, the other half of 2∶1.
_NO_NOUN = (
    r"、|并(?!购|网)|且|其中|同时|一遇(?:$|(?!的?[^，。；]{2}))|(?:的)?(?:新)?${phrases.marks_passed}|\s?[∶：:]\s?\d"
    r"|(?:之内|内)?${phrases.done_behind}|${phrases.reckonings}$"
)
# 压缩至1个工作日内办结: what is done within the time stands before it.
_DONE = "(?:全部|予以)?${phrases.done_in_time}"
# 推广新品种，规模达到5万亩: what has the size stands in the clause before.
_BARE_MEASURE = "${phrases.bare_measures}"
_ARTICLE = re.compile("^(?:一批|若干)")
# 动员全县超800名志愿者: where it is counted is neither verb nor noun.
_SCOPE_AT_END = re.compile("(?<=[^，。；、的])(?:全[国省市区县镇州盟旗]|全自治区|各[地级])$")
_SHORT = 3
_OF_THINGS = ("count", "length", "area", "mass")
_NOUN_END = re.compile(f"(?:{HAN}|[）)”])$")


def indicator_of(
    text: str, half: HalfSentence, q: Quantity, left_end: int, next_start: int, words: CommitmentWords
) -> tuple[int, str, int]:
    """Where the quote begins, the indicator's noun phrase, where the quote ends.

    `left_end` is where the quantity before ends, `next_start` where the one behind begins.
    """
    clause_start = _last_stop(text, max(_behind_label(text, half), left_end), q.span.start)
    left = text[clause_start : q.span.start]
    right_end = _right_end(text, half, q, next_start)
    if q.dimension == "duration" and text[q.span.end - 1] == "内":
        return _within_time(text, half, q, clause_start, right_end, words)
    right = _OF_RATIO.sub("", text[q.span.end : right_end])
    if right.startswith(("以上", "以内", "左右")):
        right = right[2:]
    noun_right = _noun_behind(right, words)
    left = _SCOPE_AT_END.sub("", left) if len(noun_right) >= 2 else left
    begin = _skip(text, clause_start)
    if (sized := _of_sized(right, left, q, noun_right, words)) is not None:
        return begin, sized, right_end
    if len(noun_right) >= 2 and _LINKED.search(left):
        return q.span.start, noun_right, right_end
    if len(noun_right) >= 2 and _is_counted_behind(text, q, left, right, words):
        return begin, noun_right, right_end
    noun = noun_before(left, words)
    bounded_ahead = q.dimension in _OF_THINGS and q.span.start < q.number.start
    if len(noun_right) >= 2 and bounded_ahead and len(noun) <= _SHORT:
        # 轮训不少于500名基层干部, 全市不少于30个村屯: a verb that no list has, or a place
        return begin, (noun if noun.startswith("全") else "") + noun_right, right_end
    noun = "" if noun in words.verbs or names_nothing(noun) else noun
    if len(noun) < 2 and len(noun_right) >= 2:
        return begin, noun_right, right_end
    if len(noun) < 2:
        return _of_clause_before(text, half, q, clause_start, left_end, noun, words)
    if words.pattern(_BARE_MEASURE).fullmatch(noun):
        wider_begin, whose, end = _of_clause_before(text, half, q, clause_start, left_end, "", words)
        return (wider_begin, whose + noun, end) if whose else (begin, noun, q.span.end)
    if noun_right and len(noun_right) <= 12 and ends_with_verb(left, words):
        return begin, noun + noun_right, q.span.end
    if len(noun_right) >= 2 and _COUNTED.sub("", noun_right) and not _NOUN_END.search(left):
        return begin, noun_right, q.span.end
    if len(noun_right) >= 2 and q.comparator == "=" and q.dimension in ("count", "area", "money"):
        # 德鸿宸院160套人才公寓: the place before, the noun behind
        return begin, noun + noun_right, right_end
    return begin, noun, q.span.end


def _of_sized(right: str, left: str, q: Quantity, noun_right: str, words: CommitmentWords) -> str | None:
    """What a number measures of the noun behind it, or which part of the noun before: None where it counts that noun.

    `年业务量超千万件的项目` is 项目年业务量, `水泥行业70%以上产能改造` 水泥行业产能改造.
    """
    if len(noun_right) < 2:
        return None
    before = without_measured_verb(_ARTICLE.sub("", noun_before(left, words)), words)
    if len(before) < 2 or before in words.verbs:
        return None
    # 设立总规模50亿元的母基金, and without 的
    linked = right.startswith("的") or (
        words.pattern(_BARE_MEASURE).fullmatch(before) is not None
        and _NOUN_END.match(noun_right[:1]) is not None
    )
    if linked and q.dimension != "share" and is_amount(before, words) and not is_amount(noun_right, words):
        return noun_right + before
    if (
        q.dimension == "share"
        and not right.startswith("的")
        and not is_amount(before, words)
        and len(before) > 3
    ):
        return before + noun_right
    return None


def _right_end(text: str, half: HalfSentence, q: Quantity, next_start: int) -> int:
    """How far what stands behind a number may belong to it: to the clause's end, or to the item of the next number."""
    behind = _NOUN_STOP.search(text, q.span.end, half.span.end)
    right_end = behind.start() if behind else half.span.end
    if next_start < right_end:
        comma = text.rfind("、", q.span.end, next_start)
        right_end = comma if comma > 0 else next_start
    return right_end


def _noun_behind(right: str, words: CommitmentWords) -> str:
    """What stands behind a number, where it can be what the number counts; else nothing."""
    noun = "" if words.pattern(_NO_NOUN).match(right.rstrip()) else right.strip(' 的”"')
    verb = words.verb_at_start.match(noun)
    # a clause of its own (5家，推动……), unless 的 makes it say which things are counted (5家具备上市条件的企业), or the verb may be said of them
    if verb is not None and "的" not in right and verb.group() not in words.attributive | words.additive:
        return ""
    return noun_after(noun, words)


def _is_counted_behind(text: str, q: Quantity, left: str, right: str, words: CommitmentWords) -> bool:
    """Whether a verb or nothing stands before the number, so that what it counts stands behind: 建设160套人才公寓."""
    bare = left.strip(' 、,，和及与“"')
    return (
        not bare
        or bare.endswith("在")
        or right.startswith("的")
        or ends_with_verb(bare, words)
        or ends_with_verb(text[q.span.start : q.number.start], words)
        or text.endswith("至少有", q.span.start, q.number.start)
    )


def _of_clause_before(
    text: str,
    half: HalfSentence,
    q: Quantity,
    clause_start: int,
    left_end: int,
    noun: str,
    words: CommitmentWords,
) -> tuple[int, str, int]:
    """The clause holds nothing but a time or a verb: the noun stands in the clause before."""
    earlier = _last_stop(text, half.span.start, max(half.span.start, clause_start - 1))
    if earlier < left_end:
        # that clause has a number and an indicator of its own, which this number shares
        return _skip(text, earlier), "", q.span.end
    return _skip(text, earlier), noun_before(text[earlier:clause_start], words) or noun, q.span.end


def _within_time(
    text: str, half: HalfSentence, q: Quantity, begin: int, right_end: int, words: CommitmentWords
) -> tuple[int, str, int]:
    """What is done within a time: 3分钟内响应救援 names it behind, 流程时间压缩至3周以内 before."""
    right = text[q.span.end : right_end].strip(" ，,")
    opens_clause = begin == half.span.start or STOP.match(text, begin - 1) is not None
    done = opens_clause and words.pattern(_DONE).fullmatch(right) is not None
    if len(right) < 2 or done:
        noun = without_baseline(noun_before(text[begin : q.span.start], words))
        who_acts = noun.startswith("由") or noun.endswith(("后", "起", "日", "在"))
        if len(noun) >= (2 if done else 4) and not who_acts:
            return _skip(text, begin), noun, right_end if done else q.span.end
    if len(right) < 2:
        stop = STOP.search(text, min(q.span.end + 1, half.span.end), half.span.end)
        right_end = stop.start() if stop else half.span.end
        right = text[q.span.end : right_end].strip(" ，,")
    return _skip(text, begin), right, right_end


def _behind_label(text: str, half: HalfSentence) -> int:
    section = half.section
    if section is not None and half.span.start <= section.span.start < half.span.end:
        return section.span.start + len(section.label)
    label = _LABEL.match(text, half.span.start)
    return label.end() if label is not None else half.span.start


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " 、，,；;：:。\n":
        at += 1
    return at


def _last_stop(text: str, start: int, end: int) -> int:
    last = start
    for match in STOP.finditer(text, start, end):
        last = match.end()
    return last
