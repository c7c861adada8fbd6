"""时间节点, 引用文件: the facts as the report has them, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.sheets.book import PLACE, place
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from planlint.report.sheets.book import Book

_OWN = {"milestones": ("section", "deadline"), "citations": ("title", "document_number")}


def facts(kind: str, book: Book) -> Table:
    """The sheet of one kind of fact."""
    own = _OWN[kind]
    rows = (
        [report["source"]["path"], book.id_of(report, fact), *(fact[name] for name in own), *place(fact)]
        for report in book.reports
        for fact in report[kind]
    )
    return Table(book.words[kind], book.heads("path", "id", *own, *PLACE), rows, fixed=2)
