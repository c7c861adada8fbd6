"""Markdown: a report for people, in tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.report.render import each_drawn
from planlint.report.rows import document_rows, flat, unknown_numbers, warning_rows
from planlint.report.tables import TABLES
from planlint.text.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.render import Look
    from planlint.report.words import Words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def as_markdown(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The pieces of the text, a chapter a document."""
    for i, piece in enumerate(each_drawn(reports, look, lambda report: _document(report, look))):
        yield f"\n{piece}" if i else piece


def _document(report: Report, look: Look) -> Iterator[str]:
    words = look.words
    yield f"# {escaped(flat(report['document']['title'] or visible(report['source']['path'])))}\n\n"
    yield from _table(
        (words["document"], escaped(visible(report["source"]["path"]))), document_rows(report, words)
    )
    for text in warning_rows(report, words):
        yield f"\n> {escaped(text)}\n"
    for table in TABLES:
        if table.kind not in look.kinds:
            continue
        yield f"\n## {words.say('headed', title=words[table.kind], count=len(report[table.kind]))}\n\n"
        rows = list(table.rows(report, words))
        if rows:
            yield from _table(tuple(words[head] for head in table.heads), rows)
        else:
            yield f"{words['none']}\n"
        if table.kind == "targets" and any(target["aspirational"] for target in report["targets"]):
            yield f"\n{escaped(words['soft_note'])}\n"
        if table.kind == "numbers":
            yield f"\n{_unknown(report, words)}\n"


def _unknown(report: Report, words: Words) -> str:
    unknown = unknown_numbers(report)
    if not unknown:
        return words["unknown_nothing"]
    return words.say("unknown_left", numbers=words.join(escaped(number) for number in unknown))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n"
    yield f"|{' --- |' * len(heads)}\n"
    for row in rows:
        yield f"| {' | '.join(escaped(cell).replace(chr(10), '<br>') for cell in row)} |\n"


def escaped(text: str) -> str:
    """The text with what Markdown would read as a mark made plain, and what would act shown; line breaks stay."""
    return _SPECIAL.sub(r"\\\1", visible_lines(text))
