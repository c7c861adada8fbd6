"""文件: one row a plan, what it says of itself, whose it is and what cleaning dropped from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.record import Report
    from planlint.report.sheets.book import Book
    from planlint.report.words import Words

_HEADS = (
    "path", "plan", "division_code", "tier", "title", "book.kind", "document_number", "issuer", "signed_on", "published_on", "period",
    "grounds", "sha256", "characters", "removed",
)  # fmt: skip


def files(book: Book) -> Table:
    """The sheet of all plans."""

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            data, source, more = report["document"], report["source"], report.get("workbook", {})
            period = data["period"]
            named = (c["title"] or c["document_number"] for c in report["citations"])
            yield [
                source["path"], data["division"] or more.get("place"), data["division_code"], more.get("tier"), data["title"],
                data["kind"], data["document_number"], data["issuer"], data["signed_on"], data["published_on"],
                f"{period['start']}—{period['end']}" if period else None, list(dict.fromkeys(filter(None, named))),
                source["sha256"], source["characters"], _dropped(report, book.words),
            ]  # fmt: skip

    return Table(book.words["sheet.files"], book.heads(*_HEADS), rows())


def _dropped(report: Report, words: Words) -> str | None:
    """`页码 3 处；网页文字 2 行`: what cleaning took out of the text."""
    noise = report.get("workbook", {}).get("noise", {})
    return "；".join(words.say(f"book.noise.{kind}", n=n) for kind, n in noise.items() if n) or None
