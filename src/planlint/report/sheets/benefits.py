"""惠企事项: one row a benefit, as a company's adviser asks for it, and which of his questions the text leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.rows import cell_of
from planlint.report.sheets.answering import answering
from planlint.report.sheets.book import PLACE, gathered, place
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.sheets.book import Book, Fact

_FORGONE = "SUB-forgone"
_HEADS = (
    "path", "id", "section", "book.benefit", "book.class", "beneficiary", "book.conditions", "book.instrument", "amount", "amount_min",
    "amount_max", "rate", "cap", "per", "book.term", "book.earned", "verb", "book.payer", "own", "terms", "book.department",
    "book.lacks", "book.in_table", *PLACE,
)  # fmt: skip


def benefits(book: Book) -> Table:
    """The sheet of all subsidies."""
    words = book.words

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            units_of = answering(report)
            for b in report["subsidies"]:
                key, units = gathered(report, "subsidies", b["id"]), units_of(b).names
                yield [
                    report["source"]["path"], book.id_of(report, b), b["section"], key.get("object"),
                    words["book.waived" if b["rule"] == _FORGONE else "book.granted"], b["beneficiary"], b["conditions"], b["kind"], b["amount"],
                    b["amount_min"], b["amount_max"], b["rate"], b["cap"], b["per"], key.get("term"), key.get("level"), b["verb"],
                    key.get("payer") or b["payer"], key.get("own"), key.get("terms"), units,
                    [words[f"book.lacks.{name}"] for name in _lacking(b, key, units)], cell_of(b, words), *place(b),
                ]  # fmt: skip

    return Table(words["sheet.subsidies"], book.heads(*_HEADS), rows(), frozenset({words["rate"]}), fixed=4)


def _lacking(benefit: Fact, key: Fact, units: list[str]) -> Iterator[str]:
    """What the text does not say; nothing where the report alone cannot tell."""
    if not key:
        return
    if not benefit["beneficiary"]:
        yield "beneficiary"
    if not benefit["conditions"] and not key["conditional"]:
        yield "conditions"
    # a due that is forgone, in whole or half, has its bound in itself
    if benefit["rate"] is not None and benefit["cap"] is None and benefit["rule"] != _FORGONE:
        yield "cap"
    if key["term"] is None:
        yield "term"
    if not units:
        yield "department"
