"""A subsidy as a company's adviser reads it, and which of his questions the text leaves open: 给予补贴 says not for how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.meaning.clauses import sentence_span
from planlint.model.brief import BriefBenefit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.fact import Subsidy
    from planlint.model.plan_facts import KeyedSubsidy

_FORGONE = "SUB-forgone"
_UPWARD = "及以上"
# 完成临床试验的，给予…: what stands before is a condition.
_CONDITIONAL = re.compile("的[，,]")


def brief_benefit(keyed: KeyedSubsidy, text: str, units: Sequence[str]) -> BriefBenefit:
    """The benefit; `text` is the source, `units` are those that answer for it."""
    level = keyed.level
    return BriefBenefit(
        keyed,
        tier=level.removesuffix(_UPWARD) if level else None,
        and_above=(level or "").endswith(_UPWARD),
        is_waived=keyed.subsidy.rule == _FORGONE,
        lacks=tuple(_lacking(keyed, text, units)),
    )


def _lacking(keyed: KeyedSubsidy, text: str, units: Sequence[str]) -> Iterator[str]:
    money = keyed.subsidy
    if not money.beneficiary:
        yield "beneficiary"
    if not money.conditions and keyed.level is None and not _is_conditional(money, text):
        yield "conditions"
    # a due that is forgone, in whole or half, has its bound in itself
    if money.rate is not None and money.cap is None and money.rule != _FORGONE:
        yield "cap"
    if keyed.term is None:
        yield "term"
    if not units:
        yield "department"


def _is_conditional(money: Subsidy, text: str) -> bool:
    """Whether the words say more than the name of who gets the money: 新引进的重大项目, 完成临床试验的，…."""
    start, _ = sentence_span(text, money.span)
    return "的" in (money.beneficiary or "") or _CONDITIONAL.search(text, start, money.span.end) is not None
