"""Which numbers of a half-sentence are given: 投入超过⟦300万元⟧的，按⟦20%⟧给予最高⟦200万元⟧ has a threshold, a rate and a cap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planlint.facts.subsidies.neighbours import PER_HEAD, in_one_list, lend_on, spread
from planlint.facts.subsidies.spoken import spoken_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity

Part = Literal["amount", "rate", "cap"]

_RATE_LEAD = re.compile("(?:按照?|以|依照|根据)[^，,。；;]{0,40}$")
_RATE_BEHIND = re.compile(
    "^(?:的)?(?:比例|标准|额度|幅度)?(?:内|以内)?[^，,。；;]{0,6}?(?:(?:给予|予以)(?!通报|批评|约谈|表扬|表彰|警告|问责|扣|取消|处|公布|公示)|奖励|补贴|补助|资助|奖补|贴息|配套|返还|支持|扶持|出资|最高|减征|减收|减免)"
)
_TAX = re.compile("税率|减按$|利率|年利|费率")
# 500万元以下、500万元（含）至2000万元、2000万元（含）以上的企业: a list of tiers says who, not how much.
_TIERED = re.compile(
    "(?:以上|以下|以内)?(?:[（(][^）)]{1,8}[）)])?(?:(?:至|到|[—~-]|、|和|及|与)\\d[\\d.]*[万亿]?元?(?:[（(][^）)]{1,8}[）)])?(?:以上|以下|以内)?)+"
    "(?:之间)?的(?:[，,、]|企业|单位|项目|机构|个人|主体|平台|组织)|(?:以上|以下|以内)?[（(]不?含[^）)]{0,6}[）)](?:以上|以下|以内)?的"
)
# 每增加100万美元奖励1万元: the step is no sum.
_EACH_STEP = re.compile(
    "每(?:新?增加?|新增|超过?|增长|完成|满|达到?|引进|实现|出口|进口|销售|投资|到位|缴纳)[^，,。；;\\d]{0,6}$"
)
# 给予最高1000万元信用贷款: what is lent is named behind the sum.
_LENT = re.compile("^(?:以内|以下)?的?[^，,。；;\\d]{0,6}?(?:贷款|授信|担保|借款)(?!贴息|利息|贴|补|费|奖)")
# 省级的50万元, 90周岁以上每人每月100元: the giving word was said for the tier before.
_TIER_ALONE = re.compile(
    f"^(?:[^，,。；;：:]{{2,24}}?(?:的|{PER_HEAD})|[首次]年|第[二三四五]年|[前后][二两三四]年)$"
)
_PER_HEAD_AT_END = re.compile(f"[^，,。；;：:]{{2}}{PER_HEAD}$")
_CONDITION = re.compile(
    "(?:以上|以下|以内)?(?:/年)?(?:\\(?（?含?\\)?）?)的(?:[，,、]|(?:企业|单位|项目|机构|个人|主体|平台|组织))"
)
# 1亿元（含）至5亿元的奖励2%: how much is reached, before what is given.
_GIVES_BEHIND = re.compile(
    "^[^，,。；;]{0,6}的(?:分别|一次性)?(?:给予|予以|奖励|补助|补贴|奖补|资助|按)[^，,。；;\\d]{0,4}\\d"
)
# 安排不低于2亿元支持体育项目: what is set aside in all, not what one earns.
_SET_ASIDE = re.compile("(?:安排|统筹|设立|筹集|基金|投入)[^，,。；;对]{0,8}$")
# 保费低于1%的部分不予补贴: what is refused.
_REFUSED = re.compile("^[^，,。；;]{0,8}(?:不予|不再|不得|不享受|停止)")
# 验收合格后拨付70%: a part of what is given, paid at its time.
_INSTALMENT = re.compile("(?:拨付|预拨|兑付|兑现|支付)(?:剩余|其余|余下|总额|资金|奖补资金)?的?$")
_PAID_BEHIND = re.compile("^的?[^，,。；;]{0,4}(?:奖|补|资助|贴)")
# 按年利率3%给予贴息: the interest that is paid, no rate of a loan.
_INTEREST_PAID = re.compile("的?(?:标准)?(?:给予|予以|进行|享受)?[^，,。；;\\d]{0,4}(?:贴息|补贴|补助)")
# 参照上述标准的50%执行: a part of what was named before.
_OF_STANDARD = re.compile("(?:标准|额度)的?$")
_CARRIED_OUT = re.compile("^(?:执行|享受|兑现|发放)")
_BASE = re.compile("注册资[本金]的$")
_CAP_TAIL = re.compile("^(?:的?(?:标准|额度))?(?:封顶|为限|为上限)")


@dataclass(frozen=True, slots=True)
class Sum:
    """One number that is given, and what it is of the money."""

    quantity: Quantity
    part: Part


def sums_of(
    text: str, start: int, quantities: Sequence[Quantity], words: SubsidyWords, *, goes_on: bool = False
) -> list[Sum]:
    """The sums among the quantities of the half-sentence `text`, which begins at clean offset `start`.

    `goes_on` says that the half-sentence before gave money in the same sentence: tiers may follow that name no giving word.
    """
    money = [q for q in quantities if q.dimension in ("money", "share") and q.value is not None]
    spoken = list(spoken_figures(text, start, quantities))
    sure = {q.span for q, certain in spoken if certain}
    points = [
        q for q in quantities if q.dimension == "points" and _INTEREST_PAID.match(text, q.span.end - start)
    ]
    sure |= {q.span for q in points}
    money = sorted([*money, *points, *(q for q, _ in spoken)], key=lambda q: q.span)
    parts: list[Part | None] = [
        "rate" if q.span in sure else _part(text, start, q, words, goes_on=goes_on) for q in money
    ]
    spread(text, start, money, parts)
    lend_on(text, start, money, parts)
    for i, q in enumerate(money):
        if parts[i] is None and _is_tier(text, start, q, words, given=goes_on or "amount" in parts[:i]):
            parts[i] = "amount"
    return [Sum(q, part) for q, part in zip(money, parts, strict=True) if part is not None]


def _is_tier(text: str, start: int, q: Quantity, words: SubsidyWords, *, given: bool) -> bool:
    """Whether a sum belongs to a further tier of what is given already: 新设国家级工作站给予80万元资助，省级的50万元."""
    left, right = text[: q.span.start - start], text[q.span.end - start :]
    clause = re.split("[，,。；;]", left)[-1]
    if (
        q.dimension != "money"
        or q.comparator not in ("=", ">=")
        or right[:1] not in ("", "，", ",", "。", "；", ";", "、")
    ):
        return False
    if _PER_HEAD_AT_END.search(clause):
        return given or words.instrument.search(left[: len(left) - len(clause)]) is not None
    return given and q.comparator == "=" and _TIER_ALONE.search(clause) is not None


def _part(text: str, start: int, q: Quantity, words: SubsidyWords, *, goes_on: bool) -> Part | None:
    left, right = text[: q.span.start - start], text[q.span.end - start :]
    clause = re.split("[，,。；;]", left)[-1]
    whole = clause + text[q.span.start - start : q.number.start - start]
    if (words.not_given.search(whole) and not _BASE.search(clause)) or words.past.search(clause):
        return None
    if _EACH_STEP.search(left) or _LENT.match(right) or _REFUSED.match(right):
        return None
    if q.dimension == "share" and _INSTALMENT.search(clause) and not _paid_behind(right):
        return None
    if _TIERED.match(right) and "分别" in right:
        return None
    governed = words.governs.search(clause) is not None
    behind = words.behind.match(right) is not None
    if q.dimension == "share":
        if _TAX.search(clause) and not _INTEREST_PAID.match(right):
            return None
        governed = governed or words.governs_share.search(clause) is not None
        return _rate(left, right, governed=governed, behind=behind)
    if text[q.span.start - start : q.span.end - start].endswith(
        ("以下", "以上", "以内")
    ) and right.startswith("的"):
        return None
    if _GIVES_BEHIND.match(right):
        return None
    capped = q.comparator in ("<=", "<") or words.capped.search(clause) or _CAP_TAIL.match(right)
    if capped and _SET_ASIDE.search(clause) and not behind:
        return None
    if capped and (governed or behind or goes_on or words.gives.search(text)) and not _condition(right):
        return "cap"
    if q.comparator in (">=", ">") and _SET_ASIDE.search(clause):
        return None
    if q.comparator in (">=", ">") and not behind and words.governs_near.search(clause) is None:
        # 风险补偿资金达到1千万元以上: a bound from below is a target, unless the verb stands right before it
        return None
    if (governed or behind) and not (q.comparator in (">=", ">") and _condition(right)):
        return "amount"
    return None


def _paid_behind(right: str) -> bool:
    """Whether what stands behind a share names money that is given: 拨付30%的补助."""
    return _PAID_BEHIND.match(right) is not None


def _rate(left: str, right: str, *, governed: bool, behind: bool) -> Part | None:
    if governed or behind:
        return "rate"
    if _RATE_BEHIND.match(right) and not _condition(right):
        return "rate"
    if _RATE_LEAD.search(left) and not _condition(right):
        return "rate"
    if _OF_STANDARD.search(left) and _CARRIED_OUT.match(right):
        return "rate"
    return None


def _condition(right: str) -> bool:
    """Whether the number is followed by 的 of a condition: 300万元以上的，…; 2000万元的企业."""
    return _CONDITION.match(right) is not None


def linked(text: str, start: int, a: Sum, b: Sum) -> bool:
    """Whether two sums stand in one list, with nothing but a separator between them."""
    return a.part == b.part and in_one_list(text, start, a.quantity, b.quantity)
