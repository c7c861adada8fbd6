"""For what one sum is paid, as printed: 每人每月 of 每人每月补贴300元, 单条航线年, 每引进1名, 亩 of 100元/亩."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity

_TIME = "${provisions.times_paid}"
_MEASURE = "(?:张?床位|${provisions.counted})"
_NOUN = r"(?:[一-鿿A-Za-z]|（[^）]{1,8}）|\([^)]{1,8}\)){0,14}?"
_UNIT = f"(?:每|单(?![位独证据]))一?(?:{_TIME}|{_MEASURE}(?P<noun1>{_NOUN})(?:{_TIME})?)"
_STOP = "(?=[每单]|标准(?![展化厂件间])|${provisions.behind_units}|$)"
# 每家企业每年, 每人每月, 每条新开航线, 单条航线年.
_PER = f"{_UNIT}{_STOP}(?:{_UNIT.replace('noun1', 'noun2')}{_STOP})?"
# 每引进1名, 每满5000人, 每增加100万元: the step that earns the sum again.
_STEP = (
    rf"每(?:(?:满|新?增加?|新增|增长|超过?|达到?|完成)\s?(?:\d[\d.]*[万亿千百]{{0,2}}|[一二两三五十百千万]{{1,4}})|[一-鿿]{{1,6}}?\s?[1一])"
    rf"\s?(?:个百分点|美?元|{_MEASURE}|%)"
)
_LAST_PART = re.compile("(?:[^，,。；;：:、（）()\\d]|（[^）\\d]{1,8}）|\\([^)\\d]{1,8}\\))*$")
_SLASH = f"[/／](?P<per>{_MEASURE}|{_TIME})"
# 每个起降场、起降平台不超过100万元: said of a list.
_LISTED = rf"(?:^|[，,；;])(?P<per>(?:每|单)一?{_MEASURE})[^，,。；;：:\d]*、[^，,。；;：:\d]*$"
# 每年对承办单位给予: whom it is given stands between.
_YEARLY = re.compile("每(?:年度?|月|季度|学年|学期)(?=[对给向由])")
_GAP = re.compile("[^，,。；;：:、对由]{0,16}")
# 每家企业仅可享受一次奖励: for each of them the sum is paid once.
_ONCE = re.compile(
    "[，,。；;](?P<per>[每单](?:家|个|位|人|项|部|户)[^，,、。；;\\d]{0,10}?)(?:在[^，,。；;]{0,10}?内)?(?:仅|只)(?:可|能)?(?:享受|申请|奖励|申报|支持|资助)[^，,。；;]{0,4}[一1]次"
)
_GENERIC = ("企业", "单位", "机构", "项目", "平台", "个人", "主体", "人员")


def per_of(
    text: str, start: int, begin: int, quantity: Quantity, earner: str, words: SubsidyWords
) -> str | None:
    """What a number of the half-sentence, which begins at clean offset `start`, is paid for; None where it is paid once.

    Looks back to `begin`.

    A noun is cut off where the sum follows it right away and it only names who earns it: 每个平台500万元 is 每个.
    """
    at, bound = quantity.number.start - start, quantity.span.start - start
    part = _LAST_PART.search(text, begin, at)
    found = None
    if part is not None:
        for match in words.pattern(_PER).finditer(text, part.start(), at):
            if _GAP.fullmatch(text, match.end(), at) is not None:
                found = match
                if text[match.end() : at].find("每") < 0 and text[match.end() : at].find("单") < 0:
                    break
    if found is not None:
        return _without_noun(found, (at, bound), earner)
    if quantity.per is not None:
        return quantity.per
    slash = words.pattern(_SLASH).match(text, quantity.number.end - start)
    if slash is not None:
        return slash["per"]
    listed = words.pattern(_LISTED).search(text, begin, at)
    if listed is not None:
        return listed["per"]
    yearly = _YEARLY.search(text, part.start(), at) if part is not None else None
    if yearly is not None:
        return yearly.group()
    step = None
    for step in words.pattern(_STEP).finditer(text, begin, at):  # noqa: B007 - the last one counts
        pass
    return step.group() if step is not None else None


def once_for(behind: str) -> str | None:
    """Whom a clause behind a sum grants it once: 奖励，每家企业仅可享受一次奖励 gives 每家企业."""
    match = _ONCE.search(behind)
    return match["per"] if match is not None else None


def noun_of_per(phrase: str, words: SubsidyWords) -> str:
    """Who is named in words that say for what a sum is paid: 每家演出主体每年 gives 演出主体, 每架次 nothing."""
    match = words.pattern(_PER).match(phrase) or words.pattern(_PER).match(
        re.sub("^同一(?=[^一-鿿]|..)", "每个", phrase)
    )
    if match is None:
        return ""
    noun: str = match["noun1"] or ""
    return noun if len(noun) >= 2 else ""


def _without_noun(match: re.Match[str], at: tuple[int, int], earner: str) -> str:
    noun = match["noun1"]
    ends_in_noun = noun and match.end("noun1") == match.end()
    if ends_in_noun and match.end() in at and (noun in earner or noun.endswith(_GENERIC)):
        return match.string[match.start() : match.start("noun1")]
    return match.group()
