"""时间节点: what is due on which day: 2024-06 完成选址."""

from __future__ import annotations

from planlint.report.facts.row import EVIDENCE, ID, IN_TABLE, LINE, PATH, facts_of, flattened
from planlint.sheets.sheet import Column, Kind, Sheet, View

MILESTONES = Sheet(
    "milestones",
    of=facts_of("milestones"),
    fixed=2,
    columns=(
        PATH,
        LINE,
        *ID,
        Column("section", views=View.FILES),
        Column("deadline", kind=Kind.DATE, style="cyan"),
        Column("what", flattened("quote"), views=View.EYES, wide=True),
        IN_TABLE,
        *EVIDENCE,
    ),
)
