"""目标指标: one row a target, as printed and as a comparison reads it, with the units that answer for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.rows import cell_of
from planlint.report.sheets.answering import answering
from planlint.report.sheets.book import PLACE, gathered, place
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.sheets.book import Book, Fact

_HEADS = (
    "path", "id", "section", "printed", "noun", "rank_level", "mode", "basis", "comparator", "value", "value_max", "unit",
    "normal_value", "normal_max", "normal_unit", "baseline_year", "baseline", "book.years", "deadline", "recurrence", "softener",
    "aspirational", "placeholder", "hedge", "attribute", "scope", "agency", "book.in_table", *PLACE,
)  # fmt: skip


def targets(book: Book) -> Table:
    """The sheet of all targets."""
    words = book.words

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            units_of = answering(report)
            for t in report["targets"]:
                key = gathered(report, "targets", t["id"])
                yield [
                    report["source"]["path"], book.id_of(report, t), t["section"], t["indicator"], key.get("noun"), key.get("level"),
                    key["mode"] if key else t["mode"], key.get("basis"), t["comparator"], t["value"], t["value_max"], t["unit"],
                    key.get("value"), key.get("value_max"), key.get("unit"), t["baseline_year"] or key.get("baseline"), t["baseline"],
                    _years(t, key), t["deadline"], words.recurring(t["recurrence"]) or None, key.get("softener"), t["aspirational"],
                    t["placeholder"], t["hedge"], words.get(t["attribute"] or ""), key.get("scope"), units_of(t).names, cell_of(t, words), *place(t),
                ]  # fmt: skip

    return Table(words["sheet.targets"], book.heads(*_HEADS), rows(), fixed=4)


def _years(target: Fact, key: Fact) -> str | None:
    """`2025—2027`, the years that a flow adds up over; the last one alone where nothing says the first."""
    last = target["deadline"][:4] if target["deadline"] else None
    since: str | None = key.get("since")
    if last is None or since is None or since == last:
        return last or since
    return f"{since}—{last}"
