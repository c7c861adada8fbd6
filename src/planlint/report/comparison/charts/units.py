"""Departments × plans for the page: how many tasks each leads, answers for, helps with, carries out, as numbers and as a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.comparison.charts.cells import Chip
from planlint.report.comparison.units import ROLES, load_text
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.comparison import Comparison, UnitCell, UnitRow
    from planlint.report.comparison.charts.cells import EvidenceList
    from planlint.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """One role's piece of a bar, in percent of the longest bar of the table."""

    role: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Load:
    """What one department has to do in one plan."""

    plan: str
    chip: Chip
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Department:
    """One row; `cells` has the plans in order, None where the department has no task."""

    name: str
    tasks: int
    plans: int
    cells: tuple[tuple[str, Load | None], ...]


@dataclass(frozen=True, slots=True)
class PlanLoad:
    """The tasks of one plan and those that nobody answers for."""

    plan: str
    tasks: int
    assigned: int
    open: tuple[Chip, ...]
    share: float


def departments(
    comparison: Comparison, labels: tuple[str, ...] | None, evidence: EvidenceList, words: Words
) -> tuple[Department, ...]:
    """The rows, the busiest department first; a cell for each of `labels`, or for the plans that have one."""
    most = max((len(cell.tasks) for row in comparison.units for cell in row.cells), default=1)
    made = [_department(row, labels, most, evidence, words) for row in comparison.units]
    return tuple(sorted(made, key=lambda d: (-d.plans, -d.tasks, d.name)))


def _department(
    row: UnitRow, labels: tuple[str, ...] | None, most: int, evidence: EvidenceList, words: Words
) -> Department:
    loads = {cell.plan: _load(row, cell, most, evidence, words) for cell in row.cells}
    shown = tuple(loads) if labels is None else labels
    return Department(
        flat(row.canonical),
        sum(len(cell.tasks) for cell in row.cells),
        len(loads),
        tuple((label, loads.get(label)) for label in shown),
    )


def _load(row: UnitRow, cell: UnitCell, most: int, evidence: EvidenceList, words: Words) -> Load:
    parts, start = [], 0.0
    for role in ROLES:
        length = getattr(cell, role) / max(most, 1) * 100
        if length:
            parts.append(Part(role, round(start, 2), round(length, 2)))
            start += length
    colon = words["colon"]
    chip = Chip(
        text=load_text(cell, words),
        refs=evidence.refs((cell.plan, task.evidence, task.section) for task in cell.tasks),
        title=f"{cell.plan} · {flat(row.canonical)}",
        note=f"{words['local_names']}{colon}{words.join(flat(name) for name in cell.names)}",
    )
    return Load(cell.plan, chip, tuple(parts))


def plan_loads(comparison: Comparison, evidence: EvidenceList) -> tuple[PlanLoad, ...]:
    """One line a plan."""
    made = []
    for item in comparison.workloads:
        chips = tuple(
            Chip(
                evidence.section_name(item.plan, task.section) or flat(task.heading),
                (evidence.ref(item.plan, task.evidence, task.section),),
                title=item.plan,
            )
            for task in item.without
        )
        share = round(item.assigned / item.tasks * 100, 2) if item.tasks else 0
        made.append(PlanLoad(item.plan, item.tasks, item.assigned, chips, share))
    return tuple(made)
