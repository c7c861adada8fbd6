"""Which numbers of a half-sentence are given: 投入超过⟦300万元⟧的，按⟦20%⟧给予最高⟦200万元⟧ has a threshold, a rate and a cap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.facts.subsidies.conditions import (
    RAISED_TO,
    condition_of,
    follows_as_condition,
    interest_paid,
)
from planlint.facts.subsidies.figures import Figure, clause_before, money_in
from planlint.facts.subsidies.neighbours import PER_HEAD, Part, in_one_list, lend_on, spread
from planlint.facts.subsidies.spoken import spoken_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.subsidies.conditions import Condition
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity


_RATE_LEAD = re.compile("(?:按照?|依照|根据|以(?![上下内外及来为]))[^，,。；;]{0,40}$")
_RATE_BEHIND = re.compile(
    "^(?:的)?(?:比例|标准|额度|幅度)?(?:内|以内)?[^，,。；;]{0,6}?(?:(?:给予|予以)(?!通报|批评|约谈|表扬|表彰|警告|问责|扣|取消|处|公布|公示)|奖励|补贴|补助|资助|奖补|贴息|配套|返还|支持|扶持|出资|最高|减征|减收|减免)"
)
# 占比超60%, 覆盖率达98%: a share of something, nobody's money. 保费率, 贴息率 are what is paid.
_SHARE_OF = re.compile(
    "(?:占比|比重|(?<![费息税贴补助励])率|占[^，,。；;\\d]{0,12}|预留|增长|增幅|增速|下降|降低|提升)(?:应|要|须)?$"
)
_TAX = re.compile("税率|减按$|利率|年利|费率")
_TAX_BEHIND = re.compile("^的?[^，,。；;\\d]{0,4}[费利税]率")
_FIGURE_END = re.compile("\\d[\\d.]*[万亿]?(?:[%％‰元])")
# 支持比例不超过设备投资的20%: the share is what is given.
_SHARE_GIVEN = re.compile(
    "(?:支持|补助|补贴|奖励|资助|扶持|贴息|配套|奖补)(?:比例|标准|额度|力度)[^，,。；;\\d]{0,30}$"
)
_LEVEL_AND_SUM = re.compile(
    "(?:^|[，,、；;：:])(?:国家|省|市|区|县|[一二三四五特]|[A-E])[级类等][^，,。；;、：:\\d]{0,12}\\d[\\d.]*[万亿]?元(?=[，,、。；;/]|$)"
)
_PAID_BY_LEVELS = re.compile("资金|财政|投资|投入|预算|债券|收费|罚|贷款|基金")
_WHOLE = 100
# 参照上述标准的50%执行: a part of what was named before.
_OF_STANDARD = re.compile("(?:标准|额度)的?$")
_CARRIED_OUT = re.compile("^(?:执行|享受|兑现|发放)")
# 省级的50万元, 90周岁以上每人每月100元, 硕士5万元: the giving word was said for the tier before.
_TIER_ALONE = re.compile(
    f"^(?:\\d{{1,2}}[.、．])?(?:[^，,。；;：:]{{2,24}}?(?:的|以上|以下|{PER_HEAD})|[^，,。；;：:\\d]{{1,16}}|[首次]年|第[二三四五]年|[前后][二两三四]年)$"
)
_PER_HEAD_AT_END = re.compile(f"[^，,。；;：:]{{2}}{PER_HEAD}$")
# 平台注册资本500万元, 罚款2万元, 出资500万元: another thing than a tier stands before the sum.
_NO_TIER = re.compile(
    "(?:投资|出资|缴纳|收取|罚|达到?|超过?|满|不足|完成|实现|新增|需|应|购买|价格?|为|其中|共|约|由|从)$"
)
_TIER_END = re.compile("^(?:[，,。；;、）)和及]|$|/)")
# 安排不低于2亿元支持体育项目: what is set aside in all, not what one earns.
_SET_ASIDE = re.compile("(?:安排|统筹|设立|筹集|基金|投入|列支|落实|整合)[^，,。；;对]{0,8}$")
_VOUCHERS = re.compile("^(?:以上|左右)?的?[^，,。；;\\d]{0,6}券")
_HANDED_OUT = re.compile("(?:发放|投放|派发|发行)[^，,。；;每]{0,6}$")
_CAP_TAIL = re.compile("^(?:的?(?:标准|额度))?(?:封顶|为限|为上限)")
# 按差额补足至100万元: what both sums come to.
_TOPPED_UP = re.compile("(?:补足|补齐|补差|补助|奖励|追加)(?:差额)?(?:至|到)$")
# 按照60元/班次, 按每人300元: a price that is paid for each.
_BY = re.compile("(?:按照?|以)[^，,。；;\\d]{0,10}$")
_PRICE_GIVEN = re.compile("^[^。；;]{0,30}?(?:给予|予以|补贴|补助|奖励|奖补|资助|发放)")
# 标准由每亩100元提高到150元: of what was named a clause before.
_MEASURE_OF_GIVEN = re.compile("[^，,。；;]{0,4}(?:标准|额度|金额|上限|比例)")
_INTEREST = re.compile("贴息(?:比例|幅度|标准|率)?(?:为|按|达到?)?$")
_UPPER = re.compile("上限|最高|最多|封顶")


@dataclass(frozen=True, slots=True)
class Sum:
    """One number that is given, and what it is of the money."""

    quantity: Quantity
    part: Part


@dataclass(frozen=True, slots=True)
class NotGiven:
    """One number of money that is not given, and what it is instead."""

    quantity: Quantity
    kind: Condition


def sums_of(
    text: str,
    start: int,
    quantities: Sequence[Quantity],
    words: SubsidyWords,
    *,
    goes_on: bool = False,
    listed: bool = False,
) -> tuple[list[Sum], list[NotGiven]]:
    """The sums among the quantities of the half-sentence `text`, which begins at clean offset `start`, and its conditions in money.

    `goes_on` says that the half-sentence before gave money in the same sentence: tiers may follow that name no giving word.
    """
    spoken = list(spoken_figures(text, start, quantities))
    sure = {q.span for q, certain in spoken if certain}
    points = [q for q in quantities if q.dimension == "points" and _is_interest(text, start, q)]
    sure |= {q.span for q in points}
    money = sorted([*money_in(quantities), *points, *(q for q, _ in spoken)], key=lambda q: q.span)
    figures = [Figure(q, text, start, words, goes_on) for q in money]
    kinds = [None if f.quantity.span in sure else condition_of(f) for f in figures]
    parts: list[Part | None] = [
        None if kind is not None else ("rate" if f.quantity.span in sure else _part(f))
        for f, kind in zip(figures, kinds, strict=True)
    ]
    _raise(figures, kinds, parts)
    spread(text, start, money, parts, closed=[kind is not None for kind in kinds])
    lend_on(text, start, money, parts)
    ladder = listed or _is_ladder(figures)
    for i, f in enumerate(figures):
        given = goes_on or ladder or any(part in ("amount", "cap") for part in parts[:i])
        if parts[i] is None and kinds[i] is None and _is_tier(f, given=given):
            parts[i] = "amount"
    return (
        [Sum(q, part) for q, part in zip(money, parts, strict=True) if part is not None],
        [
            NotGiven(q, kind)
            for q, kind, part in zip(money, kinds, parts, strict=True)
            if kind is not None and kind != "none" and part is None
        ],
    )


def _is_interest(text: str, start: int, q: Quantity) -> bool:
    """按2个百分点给予贴息; 财政贴息不低于1个百分点."""
    return (
        interest_paid(text[q.span.end - start :])
        or _INTEREST.search(text[: q.span.start - start]) is not None
    )


def _raise(figures: list[Figure], kinds: list[Condition | None], parts: list[Part | None]) -> None:
    """由10万元提高到20万元: what it is raised to is given, as what stands before 由 says; 年产值由…提高到… gives nothing."""
    for i in range(1, len(figures)):
        if kinds[i - 1] != "old":
            continue
        before, f = figures[i - 1], figures[i]
        between = f.text[before.quantity.span.end - f.start : f.quantity.number.start - f.start]
        if between in ("、", "和") and RAISED_TO.match(f.beyond):
            # 分别从209元、280元提高到219元、293元
            kinds[i], parts[i] = "old", None
            continue
        if not RAISED_TO.match(between):
            continue
        first = next(j for j in range(i) if all(k == "old" for k in kinds[j:i]))
        before = figures[first]
        head = clause_before(f.text, before.quantity.span.start - f.start)
        given = f.words.gives.search(head) or (
            _MEASURE_OF_GIVEN.match(head) and f.words.gives.search(before.left)
        )
        if follows_as_condition(f.tail) or not given or "门槛" in head:
            kinds[first : i + 1] = ["size"] * (i + 1 - first)
            parts[i] = None
            continue
        kinds[i] = None
        share = f.quantity.dimension == "share"
        parts[i] = "rate" if share else "cap" if _UPPER.search(head) else "amount"


def _is_ladder(figures: list[Figure]) -> bool:
    """Whether a half-sentence names prizes one by one without a verb: 一等奖著作5万元/项，论文3万元/项."""
    if not figures:
        return False
    labelled = figures[0].words.label.search(figures[0].left) is not None
    plain = len(figures) > 1 and all(f.quantity.comparator == "=" for f in figures)
    return labelled or (plain and names_tiers(figures[0].text))


def names_tiers(text: str) -> bool:
    """Whether a half-sentence names prizes or levels with a sum for each: 国家级示范基地100万元、省级50万元."""
    levels = len(_LEVEL_AND_SUM.findall(text))
    return "等奖" in text or (levels > 1 and _PAID_BY_LEVELS.search(text) is None)


def _is_tier(f: Figure, *, given: bool) -> bool:
    """Whether a sum belongs to a further tier of what is given already: 新设国家级工作站给予80万元资助，省级的50万元."""
    q, clause = f.quantity, re.split("[：:、]", f.clause)[-1]
    if q.dimension != "money" or q.comparator not in ("=", ">=") or not _TIER_END.match(f.right):
        return False
    if _PER_HEAD_AT_END.search(clause):
        before = f.left[: len(f.left) - len(clause)]
        return given or f.words.instrument.search(before) is not None
    return (
        given
        and q.comparator == "="
        and _TIER_ALONE.search(clause) is not None
        and _NO_TIER.search(clause) is None
        and f.words.base_at_end.search(clause) is None
    )


def _part(f: Figure) -> Part | None:
    """What a number that is no condition is of the money; None where nothing says that it is given."""
    q, clause = f.quantity, f.clause
    governed = f.words.governs.search(clause) is not None
    behind = f.words.behind.match(f.right) is not None
    if q.dimension == "share":
        said = _FIGURE_END.split(clause)[-1]
        if (_TAX.search(said[-6:]) or _TAX_BEHIND.match(f.right)) and not interest_paid(f.right):
            return None
        if (_SHARE_OF.search(clause) or (q.value or 0) > _WHOLE) and not behind:
            return None
        by_share = f.words.governs_share.search(clause) or _SHARE_GIVEN.search(clause)
        governed = governed or by_share is not None
        return _rate(f, governed=governed, behind=behind)
    if _VOUCHERS.match(f.right) and _HANDED_OUT.search(clause):
        return None
    conditional = follows_as_condition(f.right)
    if _TOPPED_UP.search(clause + f.bound):
        return "cap"
    capped = q.comparator in ("<=", "<") or f.words.capped.search(clause) or _CAP_TAIL.match(f.right)
    if (capped or q.comparator in (">=", ">")) and _SET_ASIDE.search(clause) and not behind:
        return None
    if capped and not conditional and (governed or behind or f.goes_on or f.words.gives.search(f.text)):
        return "cap"
    if q.comparator in (">=", ">") and not behind and f.words.governs_near.search(clause) is None:
        # 风险补偿资金达到1千万元以上: a bound from below is a target, unless the verb stands right before it
        return None
    if (governed or behind) and not (q.comparator in (">=", ">") and conditional):
        return "amount"
    if _BY.search(clause) and not conditional and (_PRICE_GIVEN.match(f.beyond) or q.per is not None):
        return "amount"
    return None


def _rate(f: Figure, *, governed: bool, behind: bool) -> Part | None:
    if governed or behind:
        return "rate"
    if follows_as_condition(f.right):
        return None
    if _RATE_BEHIND.match(f.right) or _RATE_LEAD.search(f.left):
        return "rate"
    if _OF_STANDARD.search(f.left) and _CARRIED_OUT.match(f.right):
        return "rate"
    return None


_MIXED = re.compile("[、和及与或]{1,2}[^，,。；;：:、\\d]{0,10}?的?")


def linked(text: str, start: int, a: Sum, b: Sum) -> bool:
    """Whether two sums stand in one list, with nothing but a separator between them: 30万元、50万元; 50万元、投资额的8%."""
    if a.part == b.part:
        return in_one_list(text, start, a.quantity, b.quantity)
    between = text[a.quantity.span.end - start : b.quantity.span.start - start]
    return (a.part, b.part) in (("amount", "rate"), ("rate", "amount")) and (
        _MIXED.fullmatch(between) is not None
    )
