"""责任单位: who answers for what; on the screen one row a task, in files and on a page one row a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.facts.row import EVIDENCE, PATH, FactRow, facts_of
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.report.facts.row import Plan
    from planlint.words import Words

RESPONSIBILITIES = Sheet(
    "responsibilities",
    of=facts_of("responsibilities"),
    columns=(
        PATH,
        Column("agency", lambda row: flat(row["canonical"] or row["unit"]), views=View.EYES),
        Column("role", kind=Kind.CODE, views=View.EYES),
        Column("tasks", lambda row, words: task_names(row.plan, words)(row), Kind.SAID, View.EYES),
        Column("id", views=View.FLAT),
        Column("section", views=View.FLAT),
        Column("agency", lambda row: row["unit"], views=View.FLAT),
        Column("canonical", views=View.FLAT),
        Column("gloss", views=View.FLAT),
        Column("role", views=View.FLAT),
        Column("task", views=View.FLAT),
        Column("measure", views=View.FLAT),
        Column("deadline", kind=Kind.DATE, views=View.FLAT),
        *EVIDENCE,
    ),
)


def task_names(plan: Plan, words: Words) -> Callable[[FactRow], str]:
    """A function that gives a responsibility's task: `二、(一) 建设载体`, or `二、 新建泵站3座` from the row of a table."""
    headings = {section["path"]: section["heading"] for section in plan.report["sections"]}

    def name_of(row: FactRow) -> str:
        path = row["section"] or ""
        what = "：".join(filter(None, (row["task"], row["measure"]))) or headings.get(path, "")
        return f"{path.replace('|', '')} {flat(what)}".strip() or words["whole"]

    return name_of


def units_by_task(words: Words) -> Sheet:
    """The sheet of one plan for the screen: each task with its units by role, `牵头：市科技局`."""

    def of(plan: Plan) -> Iterator[tuple[str, dict[str, list[str]]]]:
        name_of = task_names(plan, words)
        tasks: dict[str, dict[str, list[str]]] = {}
        for row in plan.facts("responsibilities"):
            units = tasks.setdefault(name_of(row), {}).setdefault(row["role"], [])
            if row["unit"] not in units:
                units.append(row["unit"])
        yield from tasks.items()

    columns = (
        Column("tasks", lambda task: task[0], wide=True),
        Column("agency", lambda task: _roles(task[1], words), wide=True),
    )
    return Sheet("responsibilities", of, columns)


def _roles(roles: dict[str, list[str]], words: Words) -> str:
    lines = (
        words.say("with_roles", role=words.get(role), units=words.join(units))
        for role, units in roles.items()
    )
    return "\n".join(lines)
