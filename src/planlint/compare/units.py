"""Departments × plans: 区科技局, 科技局 and 市科学技术局 are 科学技术局; how many tasks each leads or answers for, and tasks nobody has."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planlint.compare.departments import department, parts_of
from planlint.compare.kept import in_order, in_turn
from planlint.compare.places import place_of
from planlint.compare.vocabulary import vocabulary
from planlint.model.comparison import OpenTask, UnitCell, UnitRow, UnitTask, Workload
from planlint.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import Responsibility
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def unit_rows(plans: Sequence[PlanFacts], rules: Rulebook) -> Sequence[UnitRow]:
    """All departments, those in most plans and with most tasks first."""
    found: dict[str, Shelf[UnitCell]] = defaultdict(Shelf)
    words = vocabulary(rules)
    for plan in plans:
        place = place_of(plan.document, words).name
        headings = {section.path: section.heading for section in plan.sections}
        own: dict[str, list[Responsibility]] = defaultdict(list)
        for item in plan.responsibilities:
            own[department(item, place, plan.label, rules)].append(item)
        for name, items in own.items():
            found[name].append(_cell(plan, items, headings))
    rows = (UnitRow(name, tuple(found.pop(name)), parts_of(name, rules)) for name in list(found))
    made = (((-len(row.cells), -_tasks(row), row.canonical), row) for row in rows)
    return in_order(made, tuple, plans)


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


def workloads(plans: Sequence[PlanFacts]) -> Sequence[Workload]:
    """Each plan's tasks, and those without a unit."""
    return in_turn((_workload(plan) for plan in plans), plans)


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
