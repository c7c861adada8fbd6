"""Tasks and duties of the upper plan in the lower one, with the units that take them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.cascade.sections import COPIED, leaves, task_pairs
from planlint.compare.departments import department
from planlint.model.cascade import CascadeItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.compare.cascade.sections import TaskPair
    from planlint.model.cascade import Outcome
    from planlint.model.fact import Responsibility
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def task_items(
    upper: PlanFacts, upper_text: str, lower: PlanFacts, lower_text: str, rules: Rulebook
) -> Iterator[CascadeItem]:
    """The upper plan's tasks and who answers for them, then the lower plan's own tasks."""
    pairs = task_pairs(upper, upper_text, lower, lower_text)
    taken = set()
    for pair in pairs:
        above, below = _units(pair.task.path, upper), []
        if pair.taken is not None:
            taken.add(pair.taken.path)
            below = _units(pair.taken.path, lower)
        yield _task(pair, below)
        if pair.taken is not None and above:
            yield _duty(pair, above, below, upper, lower, rules)
    for section in leaves(lower):
        if not any(section.path == path or section.path.startswith(f"{path}|") for path in taken):
            yield CascadeItem(
                "task", "own", section.heading, None, section.heading, section.path, None, section.evidence,
                units=_names(_units(section.path, lower)),
            )  # fmt: skip


def _task(pair: TaskPair, below: list[Responsibility]) -> CascadeItem:
    outcome: Outcome = "missing"
    if pair.taken is not None:
        outcome = "copied" if pair.shared >= COPIED else "reworded"
    return CascadeItem(
        subject="task",
        outcome=outcome,
        what=pair.task.heading,
        was=pair.task.heading,
        now=pair.taken.heading if pair.taken is not None else None,
        section=pair.taken.path if pair.taken is not None else pair.task.path,
        upper=pair.task.evidence,
        lower=pair.taken.evidence if pair.taken is not None else None,
        ratio=pair.shared,
        units=_names(below),
    )


def _duty(
    pair: TaskPair,
    above: list[Responsibility],
    below: list[Responsibility],
    upper: PlanFacts,
    lower: PlanFacts,
    rules: Rulebook,
) -> CascadeItem:
    """Whether the same fields answer: 省科技厅 → 市科技局 is copied, → 市工信局 reassigned."""
    fields = {department(item, None, upper.label, rules) for item in above}
    own = {department(item, None, lower.label, rules) for item in below}
    outcome: Outcome = "unassigned" if not below else "copied" if fields <= own else "reassigned"
    assert pair.taken is not None
    return CascadeItem(
        subject="unit",
        outcome=outcome,
        what=pair.task.heading,
        was="、".join(_names(above)),
        now="、".join(_names(below)) or None,
        section=pair.taken.path,
        upper=upper.evidence(above[0].quote, above[0].span),
        lower=lower.evidence(below[0].quote, below[0].span) if below else pair.taken.evidence,
        units=_names(below),
    )


def _units(path: str, plan: PlanFacts) -> list[Responsibility]:
    """The units of a section, or of the nearest one over it that has any."""
    parts = path.split("|")
    for size in range(len(parts), 0, -1):
        over = "|".join(parts[:size])
        found = [item for item in plan.responsibilities if item.section == over]
        if found:
            return found
    return []


def _names(items: list[Responsibility]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.unit for item in items))
