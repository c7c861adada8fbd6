"""引用文件: the documents that a plan names: 《…条例》, 国发〔2021〕4号."""

from __future__ import annotations

from planlint.report.facts.row import EVIDENCE, ID, LINE, PATH, facts_of, flattened
from planlint.sheets.sheet import Column, Sheet, View

CITATIONS = Sheet(
    "citations",
    of=facts_of("citations"),
    fixed=2,
    columns=(
        PATH,
        LINE,
        *ID,
        Column("title", flattened("title"), views=View.EYES, wide=True),
        Column("title", views=View.FILES),
        Column("document_number", wide=True),
        *EVIDENCE,
    ),
)
