"""The subsidy ladder object × level × plan: 科技企业孵化器, 江都: 国家 400,000, 省 200,000, 按最高一级补差."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from planlint.compare.kept import in_order
from planlint.compare.merged import level_order
from planlint.model.comparison import SubsidyCell, SubsidyRow, SubsidyStep
from planlint.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from planlint.model.plan_facts import KeyedSubsidy, PlanFacts


def subsidy_rows(plans: Sequence[PlanFacts]) -> Sequence[SubsidyRow]:
    """All ladders: the objects that most plans pay for first."""
    found: dict[str, Shelf[SubsidyCell]] = defaultdict(Shelf)
    for plan in plans:
        for subsidy in plan.subsidies:
            found[subsidy.object].append(_cell(plan, subsidy))
    rows = (_row(name, found.pop(name)) for name in list(found))
    made = (((-len({cell.plan for cell in row.cells}), -len(row.cells), row.object), row) for row in rows)
    return in_order(made, tuple, plans)


def _row(name: str, cells: Iterable[SubsidyCell]) -> SubsidyRow:
    ordered = sorted(
        cells,
        key=lambda c: (c.plan, not c.own, level_order(c.level), c.grade or "", c.evidence.span, c.fact),
    )
    return SubsidyRow(name, tuple(ordered), tuple(_steps(ordered)))


def _steps(cells: Sequence[SubsidyCell]) -> Iterator[SubsidyStep]:
    """The steps that have a sum; a sum for one square metre or one person is none of the whole."""
    sums: dict[tuple[str | None, str | None], list[tuple[Decimal, str]]] = defaultdict(list)
    for cell in cells:
        value = next((v for v in (cell.amount, cell.cap, cell.amount_max) if v is not None), None)
        if cell.own and value is not None and cell.per is None:
            sums[cell.level, cell.grade].append((value, cell.plan))
    for (level, grade), found in sorted(sums.items(), key=lambda i: (level_order(i[0][0]), i[0][1] or "")):
        values = sorted(value for value, _ in found)
        plans = tuple(sorted({plan for _, plan in found}))
        yield SubsidyStep(level, grade, plans, values[0], median(values), values[-1])


def _cell(plan: PlanFacts, keyed: KeyedSubsidy) -> SubsidyCell:
    given = keyed.subsidy
    return SubsidyCell(
        plan=plan.label, level=keyed.level, beneficiary=given.beneficiary, kind=given.kind, amount=given.amount,
        amount_min=given.amount_min, amount_max=given.amount_max, rate=given.rate, cap=given.cap, per=given.per, term=keyed.term,
        verb=keyed.verb, payer=keyed.payer, own=keyed.own, conditions=given.conditions, terms=keyed.terms, fact=given.id,
        section=given.section, evidence=plan.evidence(given.quote, given.span), grade=keyed.grade, trigger=keyed.trigger,
        size=keyed.size,
    )  # fmt: skip
