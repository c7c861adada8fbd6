"""Milestones from rows: 重点任务 出台办法 | 完成时限 2026年6月 is one, due by 2026-06."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.fact import Milestone
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.reading.reading import Reading

# A quote that runs over more than this is no sentence any more: then the date's own cell stands for the row.
_LONGEST_QUOTE = 300


def table_milestones(reading: Reading) -> list[Milestone]:
    """One milestone for each row of tasks that has a date of its own."""
    found: list[Milestone] = []
    for row in reading.tables.rows:
        # 重点任务 may be merged from above: the row's own last words say what is due
        tasks = row.own("task") or row.own("indicator")
        task = tasks[-1] if tasks else row.cell("task", "indicator")
        due = next((cell for cell in row.own("deadline") if cell.times), None)
        if (
            task is None
            or due is None
            or row.time is None
            or reading.outline.paragraph_at(due.span.start) is None
        ):
            continue
        deadline = reading.zones.dated(row.time)
        if deadline is None:
            continue
        start, end = min(task.span.start, due.span.start), max(task.span.end, due.span.end)
        span = due.span if task.inherited or end - start > _LONGEST_QUOTE else Span(start, end)
        found.append(
            Milestone(
                f"table-{due.span.start}",
                deadline.date,
                reading.tables.section_of(row, reading.outline),
                "TBL-deadline",
                reading.clean.quote(span),
                reading.clean.to_source(span),
                in_table=row.at(due),
            )
        )
    return found
