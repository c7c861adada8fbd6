"""章节: the headings of a plan, indented by level."""

from __future__ import annotations

from planlint.report.facts.row import LINE, PATH, PLACE, FactRow, facts_of
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat


def _indented(row: FactRow) -> str:
    return f"{'　' * (row['level'] - 1)}{row['label']} {flat(row['heading'])}"


SECTIONS = Sheet(
    "sections",
    of=facts_of("sections"),
    columns=(
        PATH,
        LINE,
        Column("heading", _indented, views=View.EYES, wide=True),
        Column("id", views=View.FLAT),
        Column("label", views=View.FLAT),
        Column("heading", views=View.FLAT),
        Column("level", kind=Kind.NUMBER, views=View.FLAT),
        Column("parent", views=View.FLAT),
        *PLACE,
    ),
)
