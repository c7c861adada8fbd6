"""补贴: a step a row for files; for a reader a ladder, objects and levels against plans."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.report.comparison.place import of, place
from planlint.report.comparison.plans import MATRIX_PLANS, MOST_ROWS
from planlint.report.comparison.remarks import money_text
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison, SubsidyCell, SubsidyRow
    from planlint.sheets.sheet import Filled
    from planlint.words import Words


class _Step(NamedTuple):
    row: SubsidyRow
    cell: SubsidyCell


def _steps(comparison: Comparison) -> Iterator[_Step]:
    return (_Step(row, cell) for row in comparison.subsidies for cell in row.cells)


SUBSIDIES = Sheet(
    "subsidies",
    of=_steps,
    title="by.subsidy",
    columns=(
        Column("object", of("row", "object")),
        Column("rank_level", of("cell", "level")),
        Column("plan", of("cell", "plan")),
        Column("own", of("cell", "own"), Kind.TRUTH),
        Column("payer", of("cell", "payer")),
        Column("verb", of("cell", "verb")),
        Column("kind", of("cell", "kind")),
        Column("amount", of("cell", "amount"), Kind.NUMBER),
        Column("amount_min", of("cell", "amount_min"), Kind.NUMBER),
        Column("amount_max", of("cell", "amount_max"), Kind.NUMBER),
        Column("rate", of("cell", "rate"), Kind.SHARE),
        Column("cap", of("cell", "cap"), Kind.NUMBER),
        Column("per", of("cell", "per")),
        Column("term", of("cell", "term")),
        Column("conditions", of("cell", "conditions"), Kind.NAMES),
        Column("terms", lambda step: [term.quote for term in step.cell.terms], Kind.NAMES),
        Column("beneficiary", of("cell", "beneficiary")),
        Column("section", of("cell", "section")),
        Column("fact", of("cell", "fact")),
        *place(of("cell", "evidence")),
    ),
)


class _Rung(NamedTuple):
    """One level of one object, with what each plan gives for it."""

    object: str
    level: str
    money: dict[str, list[str]]


def shown(comparison: Comparison, words: Words) -> Filled:
    """The ladder of the plans that pay, or of too many plans a step a row."""
    if len(comparison.plans) > MATRIX_PLANS:
        sheet = Sheet("steps", _steps, _LONG, "by.subsidy", fixed=2)
        return sheet.filled(comparison, View.EYES, words).listed(MOST_ROWS, words["compare.more"])
    rungs = list(_rungs(comparison, words))
    paying = {cell.plan for row in comparison.subsidies for cell in row.cells}
    columns = (
        Column("object", of("object")),
        Column("rank_level", of("level")),
        *(_texts(plan.label) for plan in comparison.plans if plan.label in paying),
    )
    return (
        Sheet("ladder", lambda _: rungs, columns, "by.subsidy", fixed=2)
        .filled(comparison, View.EYES, words)
        .listed()
    )


def _rungs(comparison: Comparison, words: Words) -> Iterator[_Rung]:
    for row in comparison.subsidies:
        steps: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for cell in row.cells:
            steps[step_name(cell, words)][cell.plan].append(_money(cell, words))
        yield from (_Rung(flat(row.object), name, money) for name, money in steps.items())


def _texts(label: str) -> Column:
    return Column(label, lambda rung: "\n".join(rung.money[label]), label=label)


def step_name(cell: SubsidyCell, words: Words) -> str:
    """The step of the ladder. Another government's money stands on a line of its own, in no municipal step."""
    level = cell.level or words["no_level"]
    if cell.own:
        return level
    if cell.payer is None:
        return f"{level} {words['upper_money_unknown']}"
    return f"{level} {words.say('upper_money', payer=cell.payer)}"


def _money(cell: SubsidyCell, words: Words) -> str:
    verb = f"{cell.verb} " if cell.verb else ""
    terms = f"（{'；'.join(flat(term.quote) for term in cell.terms)}）" if cell.terms else ""
    return f"{verb}{money_text(cell, words)}{terms} L{cell.evidence.line}"


_LONG = (
    Column("object", lambda step: flat(step.row.object)),
    Column("rank_level", lambda step, words: step_name(step.cell, words), Kind.SAID),
    Column("plan", of("cell", "plan")),
    Column("amount", lambda step, words: _money(step.cell, words), Kind.SAID),
)
