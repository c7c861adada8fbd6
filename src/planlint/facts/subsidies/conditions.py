"""Numbers of money that are not given: thresholds and steps of size, old values, instalments, budgets, loans.

按投资额⟦500万-1000万元⟧奖励10万元 is a step of size, 由⟦10万元⟧提高到20万元 an old value, 分两期按⟦60%⟧、40%拨付 instalments,
本条款年度总额不超过⟦300万元⟧ a budget.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.facts.subsidies.figures import Figure

Condition = Literal["old", "size", "step", "instalment", "budget", "none"]

# 按投资额500万元（含）至1000万元、1000万元以上的，…: a list of tiers says who, not how much.
_TIERED = re.compile(
    "(?:以上|以下|以内)?(?:[（(][^）)]{1,8}[）)])?(?:以上|以下|以内)?(?:(?:至|到|[—~-]|、|和|及|与)\\d[\\d.]*[万亿]?(?:美?元)?(?:[（(][^）)]{1,8}[）)])?(?:及?以上|以下|以内)?)+"
    "(?:之间)?(?:等?[一二两三四五六2-6]个?[档挡]|(?:的|且)(?:[，,、]|企业|单位|项目|机构|个人|主体|平台|组织|[^，,。；;\\d]{1,16}[，,]))|(?:以上|以下|以内)?[（(]不?含[^）)]{0,6}[）)](?:以上|以下|以内)?的"
)
_CONDITION = re.compile(
    "(?:及?以上|以下|以内)?(?:/年)?(?:\\(?（?含?\\)?）?)的(?:[，,、]|$|(?:企业|单位|项目|机构|个人|主体|平台|组织))"
)
# 2000万元的重点企业，给予…: who earns it is named behind a size.
_SIZED = re.compile(
    "^(?:及?以上|以下|以内)?(?:[（(][^）)]{1,8}[）)])?的?[^，,。；;：:\\d奖补贴助资]{1,24}(?:的)?[，,、](?:[^，,。；;]{0,16}[，,])?(?:分别|一次性|均|经[^，,]{2,8}[，,])?(?:按|给予|予以|奖励|补助|补贴|资助)"
)
_EACH_STEP = re.compile(
    "每(?:新?增加?|新增|超过?|增长|完成|满|达到?|引进|实现|出口|进口|销售|投资|到位|缴纳)[^，,。；;\\d]{0,6}$"
)
_RAISED_FROM = re.compile("(?:由|从)(?:原来的?|现行的?|目前的?|原)?[^，,。；;：:\\d]{0,8}$")
RAISED_TO = re.compile(
    "^[^，,。；;\\d]{0,4}(?:提高|增加|上调|提升|上浮|调整|调高|提标|增|涨|扩大|降低?|下调)(?:到|至|为)"
)
# 给予最高1000万元信用贷款: what is lent is named behind the sum.
_LENT = re.compile(
    "^(?:以内|以下)?的?[^，,。；;\\d]{0,6}?(?:贷款|授信|担保|借款|股权投资|直接投资)(?!贴息|利息|贴|补|费|奖)"
)
_FUND = re.compile("^(?:以内|以下|以上)?(?:规模)?的?[^，,。；;\\d]{0,12}?(?:基金|资金池|风险池)")
# 保费低于1%的部分不予补贴: what is refused.
_REFUSED = re.compile("^[^，,。；;]{0,8}(?:不予|不再|不得|不享受|停止|取消)")
_REFUSED_BEFORE = re.compile(
    "(?:不得|不予|不再|严禁|禁止|取消|停止)(?:再)?(?:给予|予以|发放|享受|奖励|补贴|补助|安排)?[^，,。；;低少高多超]{0,8}$"
)
_FORBIDDEN = re.compile(
    "(?:不得|严禁|禁止|不准)(?:擅自|违规|以[^，,]{1,6})?(?:给予|予以|发放|提供|安排|兑现)"
)
# 验收合格后拨付70%: a part of what is given, paid at its time.
_PAID_IN_PARTS = re.compile(
    "(?:拨付|预拨|兑付|兑现|支付|拨款|预付)(?:剩余|其余|余下|总额|资金|奖补资金|奖励资金|补助资金|比例)*(?:的|为)?$"
)
_PARTS_BEHIND = re.compile(
    "^的?(?:比例|进度|标准|额度)*(?:逐年|分[二两三四五2-5]?个?(?:年度?|期|批|次)|依次|分别|予以|给予|进行|一次性)*(?:拨付|兑付|兑现|支付|拨款|发放到位|预拨)"
)
_DIVIDED = re.compile(
    "分(?:[二两三四五六2-6])?个?(?:期|年度?|次|批|阶段|步|笔)[^，,。；;\\d]{0,10}?按?照?[^，,。；;：:\\d]{0,10}$"
)
_IN_TURN = re.compile("(?:依次|逐年|分年度?|分期|分次)按?照?[^，,。；;：:\\d]{0,10}$")
_PART_OF_ALL = re.compile(
    "(?:应得|总|全部|核定|所获)(?:的)?(?:奖金|奖励|补助|补贴|资金|奖补|资助|额)[^，,。；;\\d]{0,6}$"
)
_PAID_BEHIND = re.compile("^的?[^，,。；;]{0,4}(?:奖|补|资助|贴)")
_INTEREST_PAID = re.compile("的?(?:标准)?(?:给予|予以|进行|享受)?[^，,。；;\\d]{0,4}(?:贴息|补贴|补助)")
_FIGURE_END = re.compile("\\d[\\d.]*[万亿]?(?:[%％‰元])")
_OPENS_WITH_TIME = re.compile("^[^，,。；;]{2,8}[，,]")
_DONE = re.compile("[一-鿿]了[^，,。；;\\d]{0,4}$")
_RISES_BY = re.compile("(?:提高|增加|上调|提升|增长|上涨|降低|减少)(?:了)?(?:约)?$")
_HANDS_OUT = re.compile("(?:发放|拨付|兑现|统筹|下达|投入|落实|安排|拉动|带动|筹集|支付)[^，,。；;]{0,16}$")
_LARGE = 1_000_000
_EACH_OF = re.compile("每[^，,。；;]{1,12}$")
_ADDRESSES = re.compile(
    "(?:^|[，,；;。：:、）)])(?:其中)?(?:对|给|向|凡)|的[，,]|(?:企业|单位|机构|平台|团队|个人|项目|基地|中心)[，,]"
)
_GIVES_ONE = re.compile(
    "(?:给予|予以|(?:奖励|奖补|补助|资助|补贴|扶持)(?!资?金|资金|拉动|带动)|奖(?![补励]))[^，,。；;]{0,18}$"
)
_GIVEN_BEHIND = re.compile("^的?(?:一次性)?(?:奖励|资助|扶持|奖补|补助)")
_PER_UNIT = re.compile("每(?!年|月|季|半)|单(?![位独一纯])|同一")
_SUBSCRIBED = re.compile("(?:注册|实缴|出资)[^，,。；;]{0,4}资[本金]的$")


def condition_of(f: Figure) -> Condition | None:
    """What a number is that is not given, `none` where it is no part of the provision at all; None where it may be given."""
    for kind, holds in _ORDER:
        if holds(f):
            return kind
    return None


def follows_as_condition(right: str) -> bool:
    """Whether a number is followed by 的 of a condition: 300万元以上的，…; 2000万元的企业."""
    return _CONDITION.match(right) is not None


def interest_paid(right: str) -> bool:
    """Whether a rate of interest is what is paid: 按年利率3%给予贴息."""
    return _INTEREST_PAID.match(right) is not None


def _is_past(f: Figure) -> bool:
    opening = _OPENS_WITH_TIME.match(f.left)
    return (
        f.words.past.search(f.clause) is not None
        or _DONE.search(f.clause) is not None
        or (opening is not None and f.words.past.search(opening.group()) is not None)
    )


def _is_refused(f: Figure) -> bool:
    before = _REFUSED_BEFORE.search(f.clause) or _FORBIDDEN.search(f.clause)
    return before is not None or _REFUSED.match(f.right) is not None


def _is_old(f: Figure) -> bool:
    return _RAISED_FROM.search(f.clause) is not None and RAISED_TO.match(f.beyond) is not None


def _is_rise(f: Figure) -> bool:
    """补助标准再提高1200元: by how much, not what is paid."""
    return f.quantity.dimension == "money" and _RISES_BY.search(f.clause + f.bound) is not None


def _is_volume(f: Figure) -> bool:
    """发放救助资金61.7亿元, 20.3亿元补贴拉动消费: what is handed out in all, to nobody in particular."""
    q = f.quantity
    if q.dimension != "money" or q.comparator in ("<=", "<") or q.per is not None or q.value is None:
        return False
    handed_out = _HANDS_OUT.search(f.clause) or (not f.clause.strip() and f.words.behind.match(f.right))
    if q.value < _LARGE or not handed_out or _EACH_OF.search(f.clause):
        return False
    return (
        _ADDRESSES.search(f.left) is None
        and _GIVES_ONE.search(f.clause) is None
        and _GIVEN_BEHIND.match(f.beyond) is None
    )


def _is_step(f: Figure) -> bool:
    return _EACH_STEP.search(f.left) is not None and not f.words.governs_near.search(f.clause)


def _is_lent(f: Figure) -> bool:
    # 按实缴注册资本的3%给予600万元: what the rate is of says nothing of the sum behind it
    whole = _FIGURE_END.split(f.clause + f.bound)[-1]
    owned = f.words.not_given.search(whole) is not None and not _SUBSCRIBED.search(f.clause)
    return owned or _LENT.match(f.beyond) is not None or _FUND.match(f.right) is not None


def _is_budget(f: Figure) -> bool:
    if f.quantity.dimension != "money" or _PER_UNIT.search(f.clause):
        return False
    bounded = f.quantity.comparator in ("<=", "<") or f.words.capped.search(f.clause) is not None
    return bounded and f.words.budget.search(f.clause) is not None


def _is_instalment(f: Figure) -> bool:
    if f.quantity.dimension != "share":
        return False
    if _PAID_IN_PARTS.search(f.clause):
        return _PAID_BEHIND.match(f.right) is None
    if _PARTS_BEHIND.match(f.beyond):
        return True
    divided = _DIVIDED.search(f.left) or _IN_TURN.search(f.left)
    return divided is not None and _PARTS_BEHIND.search(f.text[f.text.find("分") :]) is not None


def _is_size(f: Figure) -> bool:
    q, right = f.quantity, f.right
    if _TIERED.match(f.tail) and ("分别" in right or not f.words.governs.search(f.clause)):
        return True
    bounded_behind = f.text[: q.span.end - f.start].endswith(("以下", "以上", "以内"))
    if bounded_behind and right.startswith("的"):
        return True
    measured = f.words.base_at_end.search(f.clause + f.bound) is not None and not _ends_in_instrument(f)
    sized = measured or q.comparator in (">=", ">", "<") or q.value_max is not None or bounded_behind
    if q.dimension == "money" and sized and not f.words.governs.search(f.clause):
        step = f.words.step_gives.match(right)
        if step is not None and (step["comma"] is None or q.comparator != "<="):
            return True
        if measured and q.comparator != "<=" and not f.clause.endswith("的"):
            return True
    return (
        sized and q.dimension == "money" and q.comparator != "<="
        and _SIZED.match(f.tail) is not None and not f.words.governs.search(f.clause)
    )  # fmt: skip


def _ends_in_instrument(f: Figure) -> bool:
    """提供工作经费50万元: 经费 is what is given here."""
    return any(m.end() == len(f.clause) for m in f.words.instrument.finditer(f.clause))


_ORDER: tuple[tuple[Condition, Callable[[Figure], bool]], ...] = (
    ("none", _is_past),
    ("none", _is_refused),
    ("old", _is_old),
    ("none", _is_rise),
    ("none", _is_volume),
    ("step", _is_step),
    ("none", _is_lent),
    ("budget", _is_budget),
    ("instalment", _is_instalment),
    ("size", _is_size),
)  # fmt: skip
