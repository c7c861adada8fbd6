"""数字台账: every number of the text with its role, and its value and unit where it is part of a quantity."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.sheets.book import Book

_HEADS = ("path", "quote", "book.value", "unit", "role", "rule", "fact", "line", "start", "end")


def ledger(book: Book) -> Table:
    """The sheet of all numbers, in the order of the reports: book.py counts its rows for the links."""
    words = book.words

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            values = report.get("workbook", {}).get("numbers") or repeat((None, None))
            for n, (value, unit) in zip(report["numbers"], values, strict=False):
                span = n["span"]
                yield [
                    report["source"]["path"], n["quote"], value, unit, words.get(n["role"], n["role"]), n["rule"], n["fact"],
                    span["line"], span["start"], span["end"],
                ]  # fmt: skip

    return Table(words["sheet.numbers"], book.heads(*_HEADS), rows())
