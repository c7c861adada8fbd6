"""The readable report for the screen: drawn with rich on a terminal, as plain text anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.render import each_drawn
from planlint.report.rows import document_rows, ledger_rows, unknown_numbers, warning_rows
from planlint.report.tables import TABLES
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.colour import ColourPage
    from planlint.report.plain import PlainPage
    from planlint.report.record import Report
    from planlint.report.render import Look

# How many numbers without a role the screen lists; the rest is counted, and the ledger of the JSON report has them all.
_MOST_UNKNOWN = 40


def as_console(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The pieces of the text, documents divided by an empty line."""
    page = _page(look)
    for i, piece in enumerate(each_drawn(reports, look, lambda report: _document(report, look, page))):
        yield f"\n\n{piece}" if i else piece


def _page(look: Look) -> PlainPage | ColourPage:
    if look.colour:
        from planlint.report.colour import ColourPage

        return ColourPage(look.words, look.width)
    from planlint.report.plain import PlainPage

    return PlainPage(look.words, look.width)


def _document(report: Report, look: Look, page: PlainPage | ColourPage) -> Iterator[str]:
    words = look.words
    yield from page.title(visible(report["source"]["path"]))
    yield from page.pairs(list(document_rows(report, words)))
    for text in warning_rows(report, words):
        yield from page.paragraph(text)
    for table in TABLES:
        if table.kind not in look.kinds or table.kind == "numbers":
            continue
        rows = list(table.rows(report, words))
        yield from page.head(words.say("headed", title=words[table.kind], count=len(report[table.kind])))
        if rows:
            yield from page.table(table, rows)
        if table.kind == "targets" and any(target["aspirational"] for target in report["targets"]):
            yield from page.paragraph(f"  {words['soft_note']}")
    if "numbers" in look.kinds:
        yield from _ledger(report, look, page)


def _ledger(report: Report, look: Look, page: PlainPage | ColourPage) -> Iterator[str]:
    words = look.words
    yield from page.head(words.say("headed", title=words["numbers"], count=len(report["numbers"])))
    summary = words.join(f"{role} {count}" for role, count in ledger_rows(report, words))
    if summary:
        yield from page.paragraph(summary)
    unknown = unknown_numbers(report)
    if not unknown:
        yield from page.paragraph(words["unknown_nothing"])
        return
    shown = words.join(unknown[:_MOST_UNKNOWN])
    if len(unknown) > _MOST_UNKNOWN:
        shown = words.say("unknown_more", shown=shown, rest=len(unknown) - _MOST_UNKNOWN)
    yield from page.paragraph(words.say("unknown_left", numbers=shown))
