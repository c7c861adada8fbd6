"""任务分工: one row a task: who leads, who answers and who helps, by when, and the targets that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.facts.row import PATH
from planlint.sheets.sheet import Cell, Column, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.brief import Task
    from planlint.report.facts.row import Plan
    from planlint.words import Words


class _Numbered(NamedTuple):
    plan: Plan
    number: int
    task: Task


def _tasks(plans: Iterable[Plan]) -> Iterator[_Numbered]:
    for plan in plans:
        for number, task in enumerate(plan.brief.tasks, 1):
            yield _Numbered(plan, number, task)


def _name(row: _Numbered, words: Words) -> str | None:
    return row.task.name or (None if row.task.section else words["whole"])


def _cell(row: _Numbered, words: Words) -> str | None:
    place = row.task.in_table
    return words.say("table_cell", **place._asdict()) if place is not None else None


def _of(key: str) -> Any:  # noqa: ANN401 - a function from a row to its cell
    return lambda row: getattr(row.task, key)


def _quoted(row: _Numbered) -> Cell | str:
    """The words of a task, with a link to their line in the marked page beside the workbook."""
    page = row.plan.page
    return row.task.quote if page is None else Cell(row.task.quote, beside=f"{page}#d1-L{row.task.line}")


def _units(role: str) -> Any:  # noqa: ANN401
    return lambda row: row.task.units.get(role)


DUTIES = Sheet(
    "duties",
    of=_tasks,
    title="sheet.responsibilities",
    fixed=3,
    columns=(
        PATH,
        Column("number", lambda row: row.number, Kind.NUMBER),
        Column("task", _name, Kind.SAID, head="book.task"),
        Column("measure", _of("measure"), head="book.measure"),
        Column("lead", _units("lead"), Kind.LIST, head="book.lead"),
        Column("agency", _units("responsible"), Kind.LIST),
        Column("cooperate", _units("cooperate"), Kind.LIST, head="book.cooperate"),
        Column("implement", _units("implement"), Kind.LIST, head="book.implement"),
        Column("due", _of("dates"), Kind.LIST, head="book.due"),
        Column("quantified", _of("targets"), Kind.LIST, head="book.quantified"),
        Column("clause", _of("clause"), head="book.clause"),
        Column("above", _of("above"), head="book.above"),
        Column("in_table", _cell, Kind.SAID, head="book.in_table"),
        Column("quote", _quoted),
        Column("line", _of("line"), Kind.NUMBER),
        Column("start", lambda row: row.task.span.start, Kind.NUMBER),
        Column("end", lambda row: row.task.span.end, Kind.NUMBER),
    ),
)
