"""时间节点, 引用文件: the facts as the report has them, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.rows import cell_of
from planlint.report.sheets.book import PLACE, place
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from planlint.report.sheets.book import Book, Fact

_OWN = {"milestones": ("section", "deadline", "book.in_table"), "citations": ("title", "document_number")}


def facts(kind: str, book: Book) -> Table:
    """The sheet of one kind of fact."""
    own = _OWN[kind]
    rows = (
        [
            report["source"]["path"],
            book.id_of(report, fact),
            *(_value(fact, name, book) for name in own),
            *place(fact),
        ]
        for report in book.reports
        for fact in report[kind]
    )
    return Table(book.words[kind], book.heads("path", "id", *own, *PLACE), rows, fixed=2)


def _value(fact: Fact, name: str, book: Book) -> object:
    return cell_of(fact, book.words) if name == "book.in_table" else fact[name]
