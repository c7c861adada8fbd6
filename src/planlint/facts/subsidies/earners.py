"""Who earns a sum: 对…的 without its frame, else who was named before, else what the heading or the title speaks of.

按规定给予, 政策有效期内, 每架次, 补贴期限最长3年 and 【…】 name nobody; 每家演出主体每年 names 演出主体.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.subsidies.objects import object_of
from planlint.facts.subsidies.per import noun_of_per

if TYPE_CHECKING:
    from planlint.facts.subsidies.words import SubsidyWords

_EDGE = " ,，、:：;；。的\n\u3000"
# 第三条 【支持上云】, 第三条（支持上云）: the head of an article.
_HEAD = re.compile(
    "^(?:第[一二三四五六七八九十百\\d]+条\\s*)?(?:[【\\[][^】\\]]{1,40}[】\\]]|(?<=条)\\s*[（(][^）)]{2,30}[）)])\\s*"
)
_ARTICLE = re.compile("^第[一二三四五六七八九十百\\d]+条\\s*[（(][^）)]{2,30}[）)]\\s*")
_IN_FORCE = re.compile("^(?:在|自)?(?:本?政策|本?措施|本?办法)?(?:有效|实施|施行|执行)期(?:内|间)?[，,]?")
# 每年遴选不超过20名技能工匠: who is chosen.
_CHOSEN = (
    r"${provisions.choices}(?:不超过|最多|至多|约)?\s?(?:(?:\d+|[一二两三四五六七八九十]+)\s?(?:个|家|名|项|部|位|批)|一批)"
    r"(?P<who>[^，,。；;]{2,60})$"
)
_PERIOD = re.compile(
    "^(?:连续)?(?:[^，,。；;]{0,4}期限?|年限)?(?:最长|最多|不超过|为)?(?:\\d{1,2}|[一二两三四五])(?:年|个月)(?:内)?$"
)
_REST_OF_LIST = re.compile("^(?:[^一-鿿]*|[及和与或]|达到|超过|以上|以下|的)$")
_NAMES = re.compile("[一-鿿]{2}")
_TOPIC = re.compile(
    "(?:^|[，,。；;：:])(?:积极|大力|加大|重点|优先)?(?:支持|鼓励|引导|激励|推动)(?P<who>[^，,。；;：:]{4,40})"
)
_ADDRESSED = re.compile(
    "(?:^|[，,。；;：:])对(?!象|于|外|照|接)(?P<who>[^，,。；;：:]{4,30})(?=[，,。；;]|$)"
)
_FOR_EACH = re.compile("(?:每|单(?![位独一])|同一)")
_REACHES = re.compile("\\d|达到|超过")
_APPLIES = re.compile("(?:均|并|也)?可?以?(?:申请|享受|获得|领取)(?:一套|最高|相应)")
_ON_GROUNDS = re.compile("(?:可|均|最高)*(?:按(?![时期需质揭])|综合|视|结合)")
# 补贴由每人300元提高到500元: the old value is no part of who earns it.
_OLD_VALUE = re.compile("(?:分别)?(?:由|从)[^，,；;\\d]{0,8}\\d[^，,；;]*$")
# 按年营业收入1亿元—5亿元奖励: the size says who.
_BY_SIZE = re.compile("^按照?(?=[^，,]{2,14}\\d)")
# 培育示范社10家，每家补助…: who is set up is who earns it.
_NUMBERED = r"${provisions.set_up}(?P<who>[^，,。；;\d]{3,30})\d+(?:个|家|名|户|人|处|所|座)(?:以上|左右)?"
_EMPTY = "${provisions.nobody}+"
_SUM = re.compile("\\d[\\d.]*[万亿]?[元%]|\\d{3}")
# 票房每满1000万元: the step that earns the sum again names nobody.
_EVERY = re.compile("每(?:满|新?增加?|增长|超过?|完成)\\s?[\\d一二两三五十百千万]+[^，,的]{0,8}$")
_OF_NOUN = re.compile("的[一-鿿]{2,}")
# 每引进1名人才，: the step that earns the sum again, with what is counted.
_EARNED_AGAIN = re.compile(
    "每(?:成功|新|首次|再)?[一-鿿]{2,6}?\\s?[1一]\\s?(?:个|家|名|人|项|件|台|辆|场|部|户)[^，,。；;]*[，,]?"
)
_ADDRESSED_BEHIND = "(?:^|[，,])(?:对|给予)(?=[一-鿿（）]{3,}(?:${provisions.earners}|公司))"
_TIER_BY = re.compile("按照?(?P<tier>[^，,的\\d给予奖补贴助资]{2,24})$")
_NEXT_TIER = re.compile("、(?!最高|不超过|每|单|同一)[^，,。；;、\\d]{2,24}\\d")
_LATER_TIER = re.compile("、(?P<tier>[^，,。；;、\\d]{2,24})")
_SCALE = re.compile("^(?:达到?|超过?|满|不足|单个|单项)?\\d")


def earner_of(segment: str, words: SubsidyWords, *, several: bool = False) -> tuple[str, str]:
    """The beneficiary in the words before a sum, and who is named between the verb and the sum (运营管理方); empty where none is.

    `several` sums follow, which may be those of what is counted: 每引进1名技师、高级技师，分别给予….
    """
    segment = _OLD_VALUE.sub("", _without_head(segment))
    step = _EARNED_AGAIN.search(segment)
    if step is not None and not several and not words.pattern(_ADDRESSED_BEHIND).search(segment, step.end()):
        # 引才机构每引进1名人才，给予…: who earns it stands before the step
        _, receiver = object_of(segment[: step.start()] + segment[step.end() :], words)
        name, _ = object_of(segment[: step.start()], words)
        return settled(name, words), receiver
    name, receiver = object_of(segment, words)
    name = settled(name, words)
    if not name and re.search("[，,]", segment):
        # 组织企业参展的，对每个展位补贴…: who is named a clause before
        name = settled(object_of(re.split("[，,](?=[^，,]*$)", segment)[0], words)[0], words)
    return name, receiver


def settled(name: str, words: SubsidyWords) -> str:
    """The name without clauses that name nobody, before and behind it."""
    name = _IN_FORCE.sub("", _without_head(name.strip(_EDGE)))
    for clause in reversed(_clauses(name)):
        chosen = words.pattern(_CHOSEN).search(clause)
        if chosen is not None:
            return chosen["who"].strip(_EDGE)
    if _FOR_EACH.match(name) and "，" not in name and "," not in name and "的" not in name:
        return noun_of_per(name, words)
    clauses = _clauses(name)
    while clauses and _says_how(clauses[-1], words, last=True):
        noun = noun_of_per(clauses[-1], words)
        if noun and len(clauses) == 1:
            return noun
        clauses.pop()
    while len(clauses) > 1 and _says_how(clauses[0], words, last=False):
        clauses.pop(0)
    name = _IN_FORCE.sub("", "，".join(clauses).strip(_EDGE)).removeprefix("其中")
    name = _BY_SIZE.sub("", name)
    numbered = words.pattern(_NUMBERED).fullmatch(name)
    name = numbered["who"] if numbered is not None else name
    if words.pattern(_EMPTY).fullmatch(name):
        return ""
    return name if _NAMES.search(name) or _SCALE.match(name) else ""


def tier_of(segment: str, behind: str) -> str:
    """The tier that is named right before the first sum of a list: 按⟦博士⟧5万元、硕士3万元的标准. Empty where there is none."""
    named = _TIER_BY.search(segment)
    return named["tier"] if named is not None and _NEXT_TIER.match(behind) else ""


def next_tier(segment: str) -> str:
    """The tier that a further sum of such a list is for: 、硕士."""
    match = _LATER_TIER.fullmatch(segment)
    return match["tier"] if match is not None else ""


def topic_of(sentence: str, words: SubsidyWords) -> str:
    """Whom a sentence without a sum speaks of: 支持高校建设中试平台。 Empty where it speaks of none."""
    sentence = _without_head(sentence.strip(_EDGE))
    for pattern in (_ADDRESSED, _TOPIC):
        match = None
        for match in pattern.finditer(sentence):  # noqa: B007 - the last one counts
            pass
        if match is not None:
            return settled(match["who"], words)
    return ""


def _without_head(text: str) -> str:
    text = text.lstrip(_EDGE)
    return _ARTICLE.sub("", _HEAD.sub("", text)).lstrip(_EDGE)


def _clauses(text: str) -> list[str]:
    """The clauses of a phrase; a comma inside brackets divides none."""
    parts: list[str] = []
    depth = begin = 0
    for i, ch in enumerate(text):
        if ch in "（(":
            depth += 1
        elif ch in "）)":
            depth = max(0, depth - 1)
        elif ch in "，," and depth == 0:
            parts.append(text[begin:i])
            begin = i + 1
    return [part for part in (*parts, text[begin:]) if part.strip(_EDGE)]


def _says_how(clause: str, words: SubsidyWords, *, last: bool) -> bool:
    """Whether a clause says how or when money is paid and names nobody."""
    clause = clause.strip(_EDGE)
    if _PERIOD.match(clause) or _IN_FORCE.fullmatch(clause) or _REST_OF_LIST.match(clause):
        return True
    if last and _FOR_EACH.match(clause) and not _REACHES.search(re.sub("[（(].*?[）)]", "", clause)):
        return True
    clause = _IN_FORCE.sub("", clause)
    if _EVERY.search(clause):
        return True
    if _APPLIES.match(clause):
        return True
    how = words.procedure.match(clause) or _ON_GROUNDS.match(clause)
    if (
        how is None
        or _OF_NOUN.search(clause)
        or clause.endswith(("企业", "单位", "机构", "人才", "项目", "平台", "团队"))
    ):
        return False
    return not _SUM.search(clause)
