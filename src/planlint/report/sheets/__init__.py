"""Extracted facts as an Excel workbook: 文件, 目标指标, 任务分工, 惠企事项, 补贴阶梯, 数字台账, 检查, each row with its quote and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.record import KINDS
from planlint.report.sheets.benefits import benefits
from planlint.report.sheets.book import Book, ledger_rows_of
from planlint.report.sheets.checks import checks
from planlint.report.sheets.duties import duties
from planlint.report.sheets.facts import facts
from planlint.report.sheets.files import files
from planlint.report.sheets.ladder import ladder
from planlint.report.sheets.ledger import ledger
from planlint.report.sheets.targets import targets
from planlint.report.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.render import Look
    from planlint.report.workbook import Table


def as_xlsx(reports: Iterable[Report], look: Look) -> Iterator[bytes]:
    """The whole file, as one piece; all documents in one workbook, the kinds of facts that were asked for."""
    found = list(reports)
    try:
        made = _made(found, look)
    except Exception:
        if look.failed is None:
            raise
        made = _made([report for report in found if _can_be_drawn(report, look, look.failed)], look)
    yield made


def _made(reports: list[Report], look: Look) -> bytes:
    book = Book(reports, look.words, ledger_rows_of(reports) if "numbers" in look.kinds else {})
    return workbook(_tables(book, look.kinds), look.words)


def _can_be_drawn(report: Report, look: Look, failed: Callable[[str, Exception], Report]) -> bool:
    """Whether the report makes a workbook of its own; one that does not is told."""
    try:
        _made([report], look)
    except Exception as error:  # noqa: BLE001 - one document's crash must not take the others down
        failed(report["source"]["path"], error)
        return False
    return True


def shows_checks(kinds: Iterable[str]) -> bool:
    """Whether the workbook has the sheet of findings: it is about the whole plan, and no kind of fact that `--only` could name."""
    return set(KINDS) <= set(kinds)


def _tables(book: Book, kinds: tuple[str, ...]) -> Iterator[Table]:
    yield files(book)
    if "targets" in kinds:
        yield targets(book)
    if "responsibilities" in kinds:
        yield duties(book)
    if "subsidies" in kinds:
        yield benefits(book)
        yield ladder(book)
    for kind in ("milestones", "citations"):
        if kind in kinds:
            yield facts(kind, book)
    if "numbers" in kinds:
        yield ledger(book)
    # an empty sheet would say that nothing was found, where nobody looked
    if shows_checks(kinds) and any("checks" in report.get("workbook", {}) for report in book.reports):
        yield checks(book)
