"""A provision: one stretch that gives money, with its sums in groups, their limits, and the numbers that are conditions.

对新认定的国家、省级孵化器，分别给予40万元、20万元奖励，每家每年最高50万元 is one group of two sums, with one limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.facts.subsidies.figures import clause_before
from planlint.facts.subsidies.sums import Sum, linked, names_tiers, sums_of

if TYPE_CHECKING:
    from planlint.facts.subsidies.sums import NotGiven
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity
    from planlint.model.span import Span
    from planlint.reading.reading import HalfSentence

# A new 对… opens a provision of its own; the cap behind it does not reach back.
ADDRESSED = re.compile("[，,；;]对")
# 给予5000元，带动就业的再补贴1000元，最多2万元: what comes on top has a ceiling of its own.
_ON_TOP = re.compile("[，,][^，,]*(?:再|另|额外|追加)[^，,]{0,8}$")
# 每家企业每年最高50万元, 累计不超过200万元: a limit of what was given before, not a tier of its own.
_LIMIT = re.compile(
    "^(?:的?(?:比例|标准|额度|部分)?)?(?:且|但|并|均|各|其|可|再|按|应|也|分别|分期|分年度?|分批)*(?:每|单(?![位独])|同一|最高|最多|至多|顶格|年(?=贴息|补|奖|资助|支持|扶持|返还|最)|累计|总额|总计|总|合计|年度|全年|当年|不超过|不高于|上限|给予|予以"
    "|奖励|奖补|补贴|补助|资助|扶持|支持|配套|贴息|金额|额度|单项|两项|三项|各项|原则上|封顶|期限|政策|一次性|限额|实际|最终|$)"
)
_TOTAL = re.compile("年|累计|合计|总|企业|单位|机构|主体|同一")
_FOR_EACH = re.compile("^(?:每|单)")


@dataclass(slots=True)
class Group:
    """Neighbouring sums of one list, with the words since the sum before, and the caps that were found for them."""

    sums: list[Sum]
    segment: str
    caps: list[Quantity] = field(default_factory=list)
    is_limit: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """What one half-sentence gives. `span` counts in clean text; `conditions` are its sums that are not given."""

    span: Span
    text: str
    groups: tuple[Group, ...]
    conditions: tuple[NotGiven, ...]

    @property
    def is_limit_alone(self) -> bool:
        """Whether it only limits what was given before: ；每个项目最高不超过80万元."""
        return bool(self.groups) and all(g.is_limit for g in self.groups)


def provision_of(
    half: HalfSentence, text: str, words: SubsidyWords, *, goes_on: bool, listed: bool = False
) -> Provision:
    """The provision that a half-sentence holds; without groups where it gives nothing.

    `listed` says that it is an item of a list whose lead or heading gives the money: 按下列标准奖励：1.国家级平台，每个50万元.
    """
    if not (goes_on or listed) and words.gives.search(text) is None and not names_tiers(text):
        return Provision(half.span, text, (), ())
    sums, conditions = sums_of(text, half.span.start, half.quantities, words, goes_on=goes_on, listed=listed)
    return Provision(half.span, text, tuple(_grouped(sums, text, half.span.start)), tuple(conditions))


def _grouped(sums: list[Sum], text: str, start: int) -> list[Group]:
    groups: list[Group] = []
    open_groups: list[Group] = []
    last_end = start
    for i, one in enumerate(sums):
        segment = text[last_end - start : one.quantity.span.start - start]
        last_end = one.quantity.span.end
        if i and linked(text, start, sums[i - 1], one):
            if groups and groups[-1].sums[-1] is sums[i - 1]:
                groups[-1].sums.append(one)
            else:
                for group in open_groups:
                    group.caps.append(one.quantity)
        elif one.part == "cap" and is_limit(segment, opens=not groups):
            _limit(groups, open_groups, one, segment, text, start)
        else:
            if open_groups and (
                open_groups[-1].caps
                or ADDRESSED.search(segment)
                or _ON_TOP.search(segment)
                or one.part == "cap"
            ):
                open_groups.clear()
            groups.append(Group([one], segment))
            if one.part != "cap":
                open_groups.append(groups[-1])
    return groups


def is_limit(segment: str, *, opens: bool = False) -> bool:
    """Whether the words before a cap only say of what it is the ceiling: ，每家企业每年. A first one names nobody before that."""
    if ADDRESSED.search(segment) or (opens and (len(segment) > 30 or not _LIMIT.match(segment.strip()))):
        return False
    clause = re.split("[，,。；;：:]|[（(](?![^）)]*[）)])", segment)[-1].strip(" 、")
    return (
        _LIMIT.match(clause) is not None or _LIMIT.match(clause.rsplit("、", 1)[-1]) is not None
    ) and not clause.endswith("的")


def _limit(
    groups: list[Group], open_groups: list[Group], one: Sum, segment: str, text: str, start: int
) -> None:
    """Give a cap to the sums before it; a second one is a tier (每个机巢10万元，每个起降场100万元) or a limit of its own."""
    at = one.quantity.span.start - start
    clause = clause_before(text, at).lstrip("、")
    if not open_groups:
        groups.append(Group([one], segment, is_limit=True))
    elif not open_groups[-1].caps:
        for group in open_groups:
            group.caps.append(one.quantity)
    elif _in_brackets(text, open_groups[-1].caps[-1].span.start - start):
        # 50%的扶持（每平方米最高50元），每家每年最高50万元: the limit outside the brackets is the one that counts
        for group in open_groups:
            group.caps[:] = [one.quantity]
    elif (
        open_groups[-1].sums[-1].part == "rate"
        and _FOR_EACH.match(clause)
        and not _TOTAL.search(clause)
        and _FOR_EACH.match(clause_before(text, open_groups[-1].caps[-1].span.start - start))
    ):
        groups.append(Group(list(open_groups[-1].sums), segment, [one.quantity]))
    else:
        groups.append(Group([one], segment, is_limit=True))


def _in_brackets(text: str, at: int) -> bool:
    opened = max(text.rfind("（", 0, at), text.rfind("(", 0, at))
    return opened > max(text.rfind("）", 0, at), text.rfind(")", 0, at))
