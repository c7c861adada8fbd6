"""Ceilings that stand apart from what they limit: ；每个项目最高80万元, 5亿元以上的奖励3%，单个项目最高…, 全额补助，最高30万元."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.subsidies.per import per_of
from planlint.facts.subsidies.records import currency_of
from planlint.facts.subsidies.said import TIER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.subsidies.provision import Provision
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.fact import Subsidy
    from planlint.reading.reading import HalfSentence, Reading

_EACH_CAPPED = re.compile(
    "[，,](?:单个|单户|每个|每家|每户|同一)(?:项目|企业|主体|单位)?[^，,。；;]{0,8}(?:最高|不超过|上限)"
)
_CEILING = re.compile(
    "[，,](?:单个|单户|每[家户个]|同一)?[^，,。；;\\d]{0,8}(?:最高|不超过|上限)[^，,。；;\\d]{0,6}\\d"
)


def limits_before(provision: Provision, half: HalfSentence, last: Sequence[Subsidy]) -> bool:
    """Whether a half-sentence only limits the sums before it: behind ；, or behind 。 where they are rates or paid for each."""
    return (
        provision.is_limit_alone
        and len(provision.groups) == 1
        and len(provision.groups[0].sums) == 1
        and bool(last)
        and all(b.cap is None for b in last)
        and (not half.opens_sentence or all(b.rate is not None or b.per is not None for b in last))
    )


def limited(
    provision: Provision, half: HalfSentence, found: list[Subsidy], last: Sequence[int], words: SubsidyWords
) -> list[Claim]:
    """Give the cap of such a half-sentence to the sums before it, and say what the number is."""
    cap = provision.groups[0].sums[0].quantity
    for i in last:
        one = found[i]
        per = one.per or per_of(provision.text, half.span.start, 0, cap, one.beneficiary or "", words)
        currency = one.currency or currency_of(cap.unit)
        found[i] = replace(one, cap=cap.value_max or cap.value, per=per, currency=currency)
    return [Claim(cap.number, "subsidy-cap", found[last[0]].id, "SUB-cap")]


def cap_ladder(found: list[Subsidy], ladder: int, text: str) -> None:
    """Give the cap behind the last tier to all rates of its sentence: 5亿元以上的奖励3%，单个项目最高2000万元."""
    if (
        len(found) - ladder < 2
        or found[-1].cap is None
        or found[-1].rate is None
        or not _EACH_CAPPED.search(text)
    ):
        return
    for i in range(ladder, len(found) - 1):
        tier = found[i]
        if tier.rate is not None and tier.cap is None and TIER.search(tier.beneficiary or ""):
            found[i] = replace(tier, cap=found[-1].cap)


def capped_behind(waived: Subsidy, found: list[Subsidy], begin: int, reading: Reading) -> int | None:
    """Which of the records from `begin` on is only the ceiling of what is waived before it: 全额补助，最高30万元."""
    for i in range(begin, len(found)):
        one = found[i]
        alone = one.cap is not None and one.amount is None and one.rate is None and one.amount_min is None
        between = reading.clean.source.text[waived.span.end : one.span.end]
        if alone and one.span.end > waived.span.end and _CEILING.match(between):
            return i
    return None
