"""Departments × plans: 区科技局, 科技局 and 市科学技术局 are 科学技术局; how many tasks each leads or answers for, and tasks nobody has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.compare.vocabulary import any_of
from planlint.model.comparison import OpenTask, UnitCell, UnitRow, UnitTask, Workload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import Responsibility
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook

_HAN = r"[\u4e00-\u9fff]"
_KINDS = r"自治区|自治州|自治县|示范区|实验区|试验区|开发区|新区|省|市|区|县|州|旗|盟"
_IS_PLACE = re.compile(rf"^$|(?:{_KINDS}|党|委)$")


@lru_cache(maxsize=8)
def _departments(rules: Rulebook) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Every full name with the one that stands for it; the names as an ending; the level or place in front of a name."""
    words = rules.words("departments")
    names = {name: name for name in words["departments"]}
    for name, others in words["departments"].items():
        for other in others or ():
            names.setdefault(other, name)
    for short, full in rules.words("agencies")["short_names"].items():
        names.setdefault(short, names.get(full, full))
    prefix = re.compile(rf"^(?!{any_of(words['no_level'])})(?:{_HAN}{{2,4}}?)?(?:{_KINDS})(?={_HAN}{{2,}})")
    return names, re.compile(f"{any_of(names)}$"), prefix


def department(item: Responsibility, rules: Rulebook) -> str:
    """The name that a unit is compared by; a group (各镇人民政府) keeps its own."""
    names, ending, prefix = _departments(rules)
    full = item.canonical or item.unit
    known = ending.search(full)
    # 工业和科技创新委员会 is one name, not 工业和 in front of another
    if known is not None and item.canonical is not None and _IS_PLACE.search(full[: known.start()]):
        return names[known.group()]
    shorter = prefix.sub("", full) if item.canonical is not None else full
    return names.get(shorter, shorter)


def unit_rows(plans: Sequence[PlanFacts], rules: Rulebook) -> tuple[UnitRow, ...]:
    """All departments, those in most plans and with most tasks first."""
    found: dict[str, dict[str, list[Responsibility]]] = defaultdict(lambda: defaultdict(list))
    for plan in plans:
        for item in plan.responsibilities:
            found[department(item, rules)][plan.label].append(item)
    by_label = {plan.label: plan for plan in plans}
    headings = {plan.label: {s.path: s.heading for s in plan.sections} for plan in plans}
    rows = [
        UnitRow(
            name,
            tuple(_cell(by_label[label], items, headings[label]) for label, items in sorted(cells.items())),
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
