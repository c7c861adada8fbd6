"""Which of several plans is the upper one: the one that the others name by title or number, else the only one of the highest tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import PlanFacts

_TIERS = ("国家", "省", "市", "区县")
_MARKS = re.compile(r"[《》〈〉“”\"'()（）\s〔〕\[\]【】]")


def upper_of(plans: Sequence[PlanFacts]) -> PlanFacts | None:
    """None where no plan or more than one could be it."""
    named = {id(plan): sum(_names(other, plan) for other in plans if other is not plan) for plan in plans}
    most = max(named.values(), default=0)
    if most:
        best = [plan for plan in plans if named[id(plan)] == most]
        return best[0] if len(best) == 1 else None
    ranked = [plan for plan in plans if plan.tier in _TIERS]
    if not ranked:
        return None
    highest = min(_TIERS.index(plan.tier or "") for plan in ranked)
    best = [plan for plan in ranked if _TIERS.index(plan.tier or "") == highest]
    return best[0] if len(best) == 1 and len(plans) > 1 else None


def _names(plan: PlanFacts, upper: PlanFacts) -> bool:
    """Whether a plan cites another by its number or its title."""
    title, number = _bare(upper.document.title), _bare(upper.document.document_number)
    for citation in plan.citations:
        if number and number == _bare(citation.document_number):
            return True
        cited = _bare(citation.title)
        # 《…方案》 stands for 关于印发…方案的通知
        if cited and title and len(cited) > _SHORT and cited in title:
            return True
    return False


_SHORT = 6


def _bare(text: str | None) -> str:
    return _MARKS.sub("", plain(text or ""))
