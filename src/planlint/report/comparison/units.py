"""责任单位: what each department has to do in each plan, its tasks one by one, and the tasks that nobody answers for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.comparison.place import of, place
from planlint.report.comparison.plans import MATRIX_PLANS, MOST_ROWS
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison, UnitCell, UnitRow
    from planlint.sheets.sheet import Filled
    from planlint.words import Words

ROLES = ("lead", "responsible", "cooperate", "implement")


class _Load(NamedTuple):
    row: UnitRow
    cell: UnitCell


class _Duty(NamedTuple):
    """One task of one department, or (without a department) one that nobody has."""

    row: UnitRow | None
    plan: str
    task: Any


def _loads(comparison: Comparison) -> Iterator[_Load]:
    return (_Load(row, cell) for row in comparison.units for cell in row.cells)


def _duties(comparison: Comparison) -> Iterator[_Duty]:
    return (_Duty(row, cell.plan, task) for row, cell in _loads(comparison) for task in cell.tasks)


def _open(comparison: Comparison) -> Iterator[_Duty]:
    return (_Duty(None, item.plan, task) for item in comparison.workloads for task in item.without)


UNITS = Sheet(
    "units",
    of=_loads,
    title="by.unit",
    columns=(
        Column("department", of("row", "canonical")),
        Column("plan", of("cell", "plan")),
        Column("local_names", of("cell", "names"), Kind.NAMES),
        *(Column(role, of("cell", role), Kind.NUMBER) for role in ROLES),
        Column("all_tasks", lambda load: len(load.cell.tasks), Kind.NUMBER),
    ),
)
UNIT_TASKS = Sheet(
    "unit-tasks",
    of=_duties,
    title="tasks",
    columns=(
        Column("department", of("row", "canonical")),
        Column("plan", of("plan")),
        Column("role", of("task", "role"), Kind.CODE),
        Column("section", of("task", "section")),
        Column("heading", of("task", "heading")),
        Column("fact", of("task", "fact")),
        *place(of("task", "evidence")),
    ),
)
WORKLOADS = Sheet(
    "workloads",
    of=of("workloads"),
    title="compare.workload",
    columns=(
        Column("plan", of("plan")),
        Column("all_tasks", of("tasks"), Kind.NUMBER),
        Column("assigned", of("assigned"), Kind.NUMBER),
        Column("open", lambda item: len(item.without), Kind.NUMBER),
    ),
)
OPEN_TASKS = Sheet(
    "open-tasks",
    of=_open,
    title="compare.open",
    columns=(
        Column("plan", of("plan")),
        Column("section", of("task", "section")),
        Column("heading", of("task", "heading")),
        *place(of("task", "evidence")),
    ),
)


def shown(comparison: Comparison, words: Words) -> Filled:
    """Departments against plans, or of too many plans their number and that of the tasks."""
    notes = tuple(
        words.say("compare.tasks_line", plan=item.plan, tasks=item.tasks, open=len(item.without))
        for item in comparison.workloads[:MATRIX_PLANS]
    )
    if len(comparison.plans) > MATRIX_PLANS:
        sheet = Sheet("departments", of("units"), _LONG, "by.unit", fixed=1)
    else:
        labels = (plan.label for plan in comparison.plans)
        columns = (Column("department", lambda row: flat(row.canonical)), *map(_texts, labels))
        sheet = Sheet("departments", of("units"), columns, "by.unit", fixed=1)
    filled = sheet.filled(comparison, View.EYES, words)
    return replace(
        filled.listed(MOST_ROWS, words["compare.more"]) if sheet.columns is _LONG else filled, notes=notes
    )


def _texts(label: str) -> Column:
    def value(row: UnitRow, words: Words) -> str:
        return next((load_text(cell, words) for cell in row.cells if cell.plan == label), "")

    return Column(label, value, Kind.SAID, label=label)


def load_text(cell: UnitCell, words: Words) -> str:
    """`牵头2 配合1`."""
    counts = ((role, getattr(cell, role)) for role in ROLES)
    return " ".join(words.say(f"role.{role}", n=count) for role, count in counts if count)


_LONG = (
    Column("department", of("canonical")),
    Column("plans", lambda row: str(len(row.cells)), head="compare.plans"),
    Column("all_tasks", lambda row: str(sum(len(cell.tasks) for cell in row.cells))),
)
