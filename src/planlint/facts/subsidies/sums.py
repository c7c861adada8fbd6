"""Which numbers of a half-sentence are given: 投入超过⟦300万元⟧的，按⟦20%⟧给予最高⟦200万元⟧ has a threshold, a rate and a cap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity

Part = Literal["amount", "rate", "cap"]

_LINK = re.compile(r"\s*(?:、|和|及|与|/|或|以及|,|，)?\s*(?:和)?\s*")
_RATE_LEAD = re.compile("(?:按照?|以|依照|根据)[^，,。；;]{0,40}$")
_RATE_BEHIND = re.compile(
    "^(?:的)?(?:比例|标准|额度|幅度)?(?:内|以内)?[^，,。；;]{0,6}?(?:给予|予以|奖励|补贴|补助|资助|奖补|贴息|配套|返还|支持|扶持|出资|最高)"
)
_TAX = re.compile("税率|减按$|利率|年利|费率")
# 500万元以下、500万元（含）至2000万元、2000万元（含）以上的企业: a list of tiers says who, not how much.
_TIERED = re.compile(
    "(?:以上|以下|以内)?(?:[（(][^）)]{1,8}[）)])?(?:(?:至|到|[—~-]|、|和|及|与)\\d[\\d.]*[万亿]?元?(?:[（(][^）)]{1,8}[）)])?(?:以上|以下|以内)?)+"
    "(?:之间)?的(?:[，,、]|企业|单位|项目|机构|个人|主体|平台|组织)|(?:以上|以下|以内)?[（(]不?含[^）)]{0,6}[）)](?:以上|以下|以内)?的"
)
# 每增加100万美元奖励1万元: the step is no sum.
_EACH_STEP = re.compile("每(?:新?增加?|新增|超过?|增长|完成|满|达到?|引进|实现)[^，,。；;\\d]{0,6}$")
_BASE = re.compile("注册资[本金]的$")
_CAP_TAIL = re.compile("^(?:的?(?:标准|额度))?(?:封顶|为限|为上限)")


@dataclass(frozen=True, slots=True)
class Sum:
    """One number that is given, and what it is of the money."""

    quantity: Quantity
    part: Part


def sums_of(text: str, start: int, quantities: Sequence[Quantity], words: SubsidyWords) -> list[Sum]:
    """The sums among the quantities of the half-sentence `text`, which begins at clean offset `start`."""
    money = [q for q in quantities if q.dimension in ("money", "share") and q.value is not None]
    parts = [_part(text, start, q, words) for q in money]
    _spread(text, start, money, parts)
    return [Sum(q, part) for q, part in zip(money, parts, strict=True) if part is not None]


def _part(text: str, start: int, q: Quantity, words: SubsidyWords) -> Part | None:
    left, right = text[: q.span.start - start], text[q.span.end - start :]
    clause = re.split("[，,。；;]", left)[-1]
    whole = clause + text[q.span.start - start : q.number.start - start]
    if (words.not_given.search(whole) and not _BASE.search(clause)) or words.past.search(clause):
        return None
    if _EACH_STEP.search(left):
        return None
    if _TIERED.match(right) and "分别" in right:
        return None
    governed = words.governs.search(clause) is not None
    behind = words.behind.match(right) is not None
    if q.dimension == "share":
        if _TAX.search(clause):
            return None
        governed = governed or words.governs_share.search(clause) is not None
        return _rate(left, right, governed=governed, behind=behind)
    if text[q.span.start - start : q.span.end - start].endswith(
        ("以下", "以上", "以内")
    ) and right.startswith("的"):
        return None
    capped = q.comparator in ("<=", "<") or words.capped.search(clause) or _CAP_TAIL.match(right)
    if capped and (governed or behind or words.gives.search(text)) and not _condition(right):
        return "cap"
    if q.comparator in (">=", ">") and not behind and words.governs_near.search(clause) is None:
        # 风险补偿资金达到1千万元以上: a bound from below is a target, unless the verb stands right before it
        return None
    if (governed or behind) and not (q.comparator in (">=", ">") and _condition(right)):
        return "amount"
    return None


def _rate(left: str, right: str, *, governed: bool, behind: bool) -> Part | None:
    if governed or behind:
        return "rate"
    if _RATE_BEHIND.match(right) and not _condition(right):
        return "rate"
    if _RATE_LEAD.search(left) and not _condition(right):
        return "rate"
    return None


def _condition(right: str) -> bool:
    """Whether the number is followed by 的 of a condition: 300万元以上的，…; 2000万元的企业."""
    return (
        re.match(
            "(?:以上|以下|以内)?(?:/年)?(?:\\(?（?含?\\)?）?)的(?:[，,、]|(?:企业|单位|项目|机构|个人|主体|平台|组织))",
            right,
        )
        is not None
    )


def _spread(text: str, start: int, money: Sequence[Quantity], parts: list[Part | None]) -> None:
    """A number in a list with a sum is a sum of the same kind: 30%、20%和10%补贴."""
    for i in range(len(money) - 2, -1, -1):
        if parts[i] is None and parts[i + 1] is not None and _linked(text, start, money[i], money[i + 1]):
            parts[i] = parts[i + 1]
    for i in range(1, len(money)):
        if parts[i - 1] is None or not _linked(text, start, money[i - 1], money[i]):
            continue
        plain_behind_cap = parts[i] == "amount" and parts[i - 1] == "cap" and money[i].comparator == "="
        if parts[i] is None or plain_behind_cap:
            parts[i] = parts[i - 1]


def _linked(text: str, start: int, a: Quantity, b: Quantity) -> bool:
    between = text[a.span.end - start : b.span.start - start]
    return a.dimension == b.dimension and b.comparator == "=" and _LINK.fullmatch(between) is not None


def linked(text: str, start: int, a: Sum, b: Sum) -> bool:
    """Whether two sums stand in one list, with nothing but a separator between them."""
    return a.part == b.part and _linked(text, start, a.quantity, b.quantity)
