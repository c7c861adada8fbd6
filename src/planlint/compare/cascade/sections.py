"""Tasks of two plans laid over each other: by their headings, and by the words of their text where the heading is another one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.compare.fingerprint import letters_of
from planlint.compare.versions.alike import partners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import PlanFacts, PlanSection

_ALIKE = 60
# Letters that two texts must share in one run to share a thought, and the parts of a task that make it copied or taken up.
_RUN = 8
COPIED = 0.8
TAKEN = 0.3


@dataclass(frozen=True, slots=True)
class TaskPair:
    """A task of the upper plan with the section of the lower one that takes it up; `shared` is the part of its words found there."""

    task: PlanSection
    taken: PlanSection | None
    shared: float


def task_pairs(upper: PlanFacts, upper_text: str, lower: PlanFacts, lower_text: str) -> list[TaskPair]:
    """Every task of the upper plan that holds no further tasks, in its order."""
    tasks = leaves(upper)
    of_upper, of_lower = _runs(upper, upper_text), _runs(lower, lower_text)
    where: dict[str, int] = {}
    for i, runs in enumerate(of_lower):
        for run in runs:
            where.setdefault(run, i)
    by_heading = dict(partners([t.heading for t in tasks], [s.heading for s in lower.sections], _ALIKE))
    index = {id(section): i for i, section in enumerate(upper.sections)}
    pairs = []
    for number, task in enumerate(tasks):
        runs = of_upper[index[id(task)]]
        found = Counter(where[run] for run in runs if run in where)
        shared = sum(found.values()) / len(runs) if runs else 0.0
        place = by_heading.get(number)
        if place is None and shared >= TAKEN:
            place = min(found, key=lambda i: (-found[i], i))
        taken = lower.sections[place] if place is not None else None
        pairs.append(TaskPair(task, taken, round(shared, 4)))
    return pairs


def leaves(plan: PlanFacts) -> list[PlanSection]:
    """The tasks that hold no other task; a line that only gives money is a subsidy, and is told as one."""
    answered = {item.section for item in plan.responsibilities}
    paid = {keyed.subsidy.section for keyed in plan.subsidies} - answered
    tasks = [section for section in plan.sections if section.is_task and section.path not in paid]
    parents = {"|".join(task.path.split("|")[:-1]) for task in tasks}
    return [task for task in tasks if task.path not in parents]


def _runs(plan: PlanFacts, text: str) -> list[list[str]]:
    """The runs of letters of each section's own text, up to its units or the next heading: 省科技厅 is 市科技局 below."""
    starts: Sequence[int] = [section.evidence.span.start for section in plan.sections]
    ends = [*starts[1:], len(text)][: len(starts)]  # a text without a heading has none of its own
    units: dict[str | None, int] = {}
    for item in plan.responsibilities:
        units[item.section] = min(item.span.start, units.get(item.section, item.span.start))
    found = []
    for section, start, last in zip(plan.sections, starts, ends, strict=True):
        named = units.get(section.path, last)
        end = named if start < named < last else last
        letters, _ = letters_of(text, (start, max(start, end)))
        found.append([letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)])
    return found
