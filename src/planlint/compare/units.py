"""Departments × plans: 区科技局, 科技局 and 市科学技术局 are 科学技术局; how many tasks each leads or answers for, and tasks nobody has."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planlint.compare.departments import department, parts_of
from planlint.compare.places import place_of
from planlint.compare.vocabulary import vocabulary
from planlint.model.comparison import OpenTask, UnitCell, UnitRow, UnitTask, Workload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import Responsibility
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def unit_rows(plans: Sequence[PlanFacts], rules: Rulebook) -> tuple[UnitRow, ...]:
    """All departments, those in most plans and with most tasks first."""
    found: dict[str, dict[str, list[Responsibility]]] = defaultdict(lambda: defaultdict(list))
    words = vocabulary(rules)
    for plan in plans:
        place = place_of(plan.document, words).name
        for item in plan.responsibilities:
            found[department(item, place, plan.label, rules)][plan.label].append(item)
    by_label = {plan.label: plan for plan in plans}
    headings = {plan.label: {s.path: s.heading for s in plan.sections} for plan in plans}
    rows = [
        UnitRow(
            name,
            tuple(_cell(by_label[label], items, headings[label]) for label, items in sorted(cells.items())),
            parts_of(name, rules),
        )
        for name, cells in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.cells), -_tasks(row), row.canonical)))


def _tasks(row: UnitRow) -> int:
    return sum(len(cell.tasks) for cell in row.cells)


def _cell(plan: PlanFacts, items: Sequence[Responsibility], headings: dict[str, str]) -> UnitCell:
    # a unit that a task names twice in one role has one task
    first = {(item.section, item.role): item for item in reversed(items)}
    roles = Counter(role for _, role in first)
    tasks = [
        UnitTask(
            item.section,
            headings.get(item.section or ""),
            item.role,
            item.id,
            plan.evidence(item.quote, item.span),
        )
        for item in sorted(first.values(), key=lambda item: item.span)
    ]
    return UnitCell(
        plan=plan.label,
        lead=roles["lead"],
        responsible=roles["responsible"],
        cooperate=roles["cooperate"],
        implement=roles["implement"],
        names=tuple(sorted({item.unit for item in items})),
        tasks=tuple(tasks),
    )


def workloads(plans: Sequence[PlanFacts]) -> tuple[Workload, ...]:
    """Each plan's tasks, and those without a unit."""
    return tuple(_workload(plan) for plan in plans)


def _workload(plan: PlanFacts) -> Workload:
    covered = {item.section for item in plan.responsibilities if item.section}
    tasks = [section for section in plan.sections if section.is_task]
    free = [section for section in tasks if not _is_covered(section.path, covered)]
    return Workload(
        plan=plan.label,
        tasks=len(tasks),
        assigned=len(tasks) - len(free),
        without=tuple(OpenTask(section.path, section.heading, section.evidence) for section in free),
    )


def _is_covered(path: str, covered: set[str]) -> bool:
    # a list of units at the end of a section answers for the items in it too
    parts = path.split("|")
    return any("|".join(parts[:size]) in covered for size in range(1, len(parts) + 1))
