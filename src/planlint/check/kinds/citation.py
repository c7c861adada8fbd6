"""What is wrong with the documents that a plan names: no 《》, no number, a year behind the plan's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.model.span import Span
from planlint.rulebook.options import Options, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding, Level
    from planlint.rulebook.checks import CheckRule

_YEAR = compiled(r"[〔\[（(【](\d{4})[〕\]）)】]")
_LAW = compiled("法$|条例$|纲要$|宪法$")

OPTIONS = Ways({"no-title-marks": Options(), "no-number": Options(), "future": Options()})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `no-title-marks`, `no-number` or `future`."""
    ways = {"no-title-marks": _no_title_marks, "no-number": _no_number, "future": _future}
    yield from ways[rule.options["find"]](context, rule)


def _no_title_marks(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    for citation in context.extraction.citations:
        if citation.title is None or "《" in citation.quote:
            continue
        number = _YEAR.search(citation.quote)
        if number is None:
            continue
        bracket = max(
            citation.quote.rfind("(", 0, number.start()), citation.quote.rfind("（", 0, number.start())
        )
        if bracket <= 0:
            continue
        start, end = citation.span.start, citation.span.start + bracket
        edits = [Edit(start, start, "《"), Edit(end, end, "》")]
        yield context.find_source(rule, Span(start, end), edits, title=citation.title)


def _no_number(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    for citation in context.extraction.citations:
        if (
            citation.document_number is None
            and citation.title is not None
            and not _LAW.search(citation.title)
        ):
            yield context.find_source(rule, citation.span, title=citation.title)


def _future(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    document = context.extraction.document
    own = document.signed_on or document.published_on
    if own is None:
        return
    for citation in context.extraction.citations:
        year = _YEAR.search(citation.document_number or "")
        if year is not None and int(year.group(1)) > int(own[:4]):
            # the day of a web page is no date of signature
            level: Level | None = None if document.signed_on else "info"
            yield context.find_source(rule, citation.span, level=level, year=year.group(1))
