"""任务分工: one row a task: who leads, who answers and who helps, by when, and the targets that stand in it.

The row of a table is a task; elsewhere a section is one, also where nobody answers for it: a blank in the plan is a blank in the sheet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.report.rows import cell_of
from planlint.report.sheets.answering import Duties, above_row
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.record import Report
    from planlint.report.sheets.answering import RowKey
    from planlint.report.sheets.book import Book, Fact

_HEADS = (
    "path", "number", "book.task", "book.measure", "book.lead", "agency", "book.cooperate", "book.implement", "book.due",
    "book.quantified", "book.clause", "book.above", "book.in_table", "quote", "line", "start", "end",
)  # fmt: skip
_ROLES = ("lead", "responsible", "cooperate", "implement")


@dataclass(frozen=True, slots=True)
class _Task:
    """One task: its name, what is to be done, whose it is, and the stretch of source that shows it."""

    name: str
    measure: str | None
    section: str | None
    duties: tuple[Fact, ...]
    above: str | None
    targets: list[Fact]
    dates: list[str]
    quote: str
    line: int
    start: int
    end: int

    def units(self, role: str) -> list[str]:
        """The units of one role, each once."""
        return list(dict.fromkeys(duty["unit"] for duty in self.duties if duty["role"] == role))


def duties(book: Book) -> Table:
    """The sheet of all tasks, numbered in each plan."""

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            headings = {s["path"]: s["heading"] for s in report["sections"]}
            for number, task in enumerate(sorted(_tasks(report, headings), key=lambda task: task.start), 1):
                yield [
                    report["source"]["path"], number, task.name or (None if task.section else book.words["whole"]), task.measure, *(task.units(role) for role in _ROLES), task.dates,
                    [t["quote"] for t in task.targets], _clause(task.section, headings), _clause(task.above, headings),
                    cell_of(task.duties[0], book.words) if task.duties and task.above is None else None,
                    task.quote, task.line, task.start, task.end,
                ]  # fmt: skip

    return Table(book.words["sheet.responsibilities"], book.heads(*_HEADS), rows(), fixed=3)


def _clause(path: str | None, headings: dict[str, str]) -> str | None:
    """`二、（一） 建设载体`: a section as a reader finds it; a table's row has the heading that the table stands under."""
    if not path:
        return None
    heading = headings.get(path) or headings.get(above_row(path) or "", "")
    return f"{path.replace('|', '')} {heading}".strip()


def _tasks(report: Report, headings: dict[str, str]) -> Iterator[_Task]:
    held = Duties(report)
    inside = {kind: _by_section(report, kind) for kind in ("targets", "milestones")}
    of_row: dict[RowKey | None, list[Fact]] = defaultdict(list)
    for target in report["targets"]:
        of_row[held.row_of(target)].append(target)
    for (section, task, measure), found in held.of_row.items():
        targets = of_row[section, task, measure]
        dates = [fact["deadline"] for fact in (*found, *targets) if fact["deadline"]]
        yield _Task(
            task, measure, section, tuple(found), None, targets, sorted(set(dates)), *_stretch(report, found)
        )
    in_tables = {path for section, _, _ in held.of_row for path in (section, above_row(section))}
    open_tasks: dict[str, Fact] = report.get("workbook", {}).get("tasks", {})
    for section in dict.fromkeys((*held.of_section, *open_tasks)):
        own = held.of_section.get(section)
        if own is None and section in in_tables:
            continue  # its rows are the tasks
        answer = held.above(section) if own is None else None
        facts = [*inside["targets"][section], *inside["milestones"][section]]
        shown = open_tasks.get(section or "", {})
        yield _Task(
            headings.get(section or "", ""), shown.get("text"), section, tuple(own or (answer.duties if answer else ())),
            answer.above if answer else None, inside["targets"][section], sorted({f["deadline"] for f in facts if f["deadline"]}),
            *(_stretch(report, own) if own else (shown["quote"], shown["line"], shown["start"], shown["end"])),
        )  # fmt: skip


def _by_section(report: Report, kind: str) -> dict[str | None, list[Fact]]:
    found: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in report[kind]:
        found[fact["section"]].append(fact)
    return found


def _stretch(report: Report, found: list[Fact]) -> tuple[str, int, int, int]:
    """The source from the first unit of a task to its last; their names where the report has no text."""
    spans = sorted((duty["span"] for duty in found), key=lambda span: int(span["start"]))
    start, end = spans[0]["start"], max(span["end"] for span in spans)
    text = report["source"].get("text")
    quote = text[start:end] if text is not None else "、".join(duty["quote"] for duty in found)
    return quote, spans[0]["line"], start, end
