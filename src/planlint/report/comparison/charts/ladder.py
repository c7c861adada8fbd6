"""The subsidy ladders of the page: object → step → plan, each with its bar on the scale of the object: 国家 40万元 ███, 省 20万元 █▌."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.comparison.charts.cells import Chip
from planlint.report.comparison.remarks import money_text
from planlint.report.comparison.subsidies import step_name
from planlint.text.width import flat

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.comparison import Comparison, SubsidyCell, SubsidyRow
    from planlint.report.comparison.charts.cells import EvidenceList
    from planlint.words import Words


@dataclass(frozen=True, slots=True)
class Bar:
    """One sum on the scale of its object, in percent: a range is drawn from `start`, a cap open. No sum, no bar."""

    plan: str
    chip: Chip
    start: float = 0
    length: float = 0
    kind: str = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a ladder; `own` is False where another government pays or is asked to."""

    name: str
    own: bool
    bars: tuple[Bar, ...]

    def of(self, plan: str) -> list[Chip]:
        """What one plan gives at this level."""
        return [bar.chip for bar in self.bars if bar.plan == plan]


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps for one object."""

    object: str
    steps: tuple[Step, ...]
    plans: int


def ladders(comparison: Comparison, evidence: EvidenceList, words: Words) -> tuple[Ladder, ...]:
    """The ladders, those that several plans have first."""
    made = [_ladder(row, evidence, words) for row in comparison.subsidies]
    return tuple(sorted(made, key=lambda ladder: -ladder.plans))


def paying(comparison: Comparison) -> tuple[str, ...]:
    """The plans that have a step in any ladder."""
    with_steps = {cell.plan for row in comparison.subsidies for cell in row.cells}
    return tuple(plan.label for plan in comparison.plans if plan.label in with_steps)


def _ladder(row: SubsidyRow, evidence: EvidenceList, words: Words) -> Ladder:
    most = max((money for cell in row.cells for money in _sums(cell)), default=None)
    steps: dict[str, list[Bar]] = {}
    own: dict[str, bool] = {}
    for cell in row.cells:
        name = step_name(cell, words)
        steps.setdefault(name, []).append(_bar(row, cell, most, evidence, words))
        own[name] = cell.own
    return Ladder(
        flat(row.object),
        tuple(Step(name, own[name], tuple(bars)) for name, bars in steps.items()),
        len({cell.plan for cell in row.cells}),
    )


def _sums(cell: SubsidyCell) -> list[Decimal]:
    return [v for v in (cell.amount, cell.amount_min, cell.amount_max, cell.cap) if v is not None and v > 0]


def _bar(
    row: SubsidyRow, cell: SubsidyCell, most: Decimal | None, evidence: EvidenceList, words: Words
) -> Bar:
    chip = _chip(row, cell, evidence, words)

    def scaled(value: Decimal) -> float:
        return round(float(value / most * 100), 2) if most else 0

    if cell.amount is not None:
        return Bar(cell.plan, chip, 0, scaled(cell.amount), "sum")
    if cell.amount_max is not None:
        low = scaled(cell.amount_min) if cell.amount_min is not None else 0
        return Bar(cell.plan, chip, low, scaled(cell.amount_max) - low, "range")
    if cell.amount_min is not None:
        return Bar(cell.plan, chip, 0, scaled(cell.amount_min), "sum")
    if cell.cap is not None:
        return Bar(cell.plan, chip, 0, scaled(cell.cap), "cap")
    return Bar(cell.plan, chip)


def _chip(row: SubsidyRow, cell: SubsidyCell, evidence: EvidenceList, words: Words) -> Chip:
    colon = words["colon"]
    said_too = (
        (words["kind"], cell.kind),
        (words["beneficiary"], flat(cell.beneficiary or "")),
        (words["conditions"], words.join(flat(c) for c in cell.conditions)),
        (words["terms"], words.join(flat(t.quote) for t in cell.terms)),
    )
    terms = ((cell.plan, term, cell.section) for term in cell.terms)
    return Chip(
        text=money_text(cell, words) or words["compare.mentioned"],
        refs=evidence.refs(((cell.plan, cell.evidence, cell.section), *terms)),
        marks=tuple(filter(None, (cell.verb, words["page.has_terms"] if cell.terms else None))),
        title=" · ".join((cell.plan, flat(row.object), step_name(cell, words))),
        note=" · ".join(f"{name}{colon}{value}" for name, value in said_too if value),
        tone="value" if cell.own else "upper",
    )
