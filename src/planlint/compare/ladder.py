"""The subsidy ladder object × level × plan: 科技企业孵化器, 江都: 国家 400,000, 省 200,000, 按最高一级补差."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planlint.compare.merged import level_order
from planlint.model.comparison import SubsidyCell, SubsidyRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import KeyedSubsidy, PlanFacts


def subsidy_rows(plans: Sequence[PlanFacts]) -> tuple[SubsidyRow, ...]:
    """All ladders: the objects that most plans pay for first."""
    found: dict[str, list[SubsidyCell]] = defaultdict(list)
    for plan in plans:
        for subsidy in plan.subsidies:
            found[subsidy.object].append(_cell(plan, subsidy))
    rows = [
        SubsidyRow(
            name,
            tuple(
                sorted(
                    cells, key=lambda c: (c.plan, not c.own, level_order(c.level), c.evidence.span, c.fact)
                )
            ),
        )
        for name, cells in found.items()
    ]
    breadth = Counter({row.object: len({cell.plan for cell in row.cells}) for row in rows})
    return tuple(sorted(rows, key=lambda row: (-breadth[row.object], -len(row.cells), row.object)))


def _cell(plan: PlanFacts, keyed: KeyedSubsidy) -> SubsidyCell:
    given = keyed.subsidy
    return SubsidyCell(
        plan=plan.label, level=keyed.level, beneficiary=given.beneficiary, kind=given.kind, amount=given.amount,
        amount_min=given.amount_min, amount_max=given.amount_max, rate=given.rate, cap=given.cap, per=given.per, term=keyed.term,
        verb=keyed.verb, payer=keyed.payer, own=keyed.own, conditions=given.conditions, terms=keyed.terms, fact=given.id,
        section=given.section, evidence=plan.evidence(given.quote, given.span),
    )  # fmt: skip
