"""What is shown of a check: counts and a table a file for a reader, all findings in one sheet for files, and a workbook with requirements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.findings.console import last_lines
from planlint.report.findings.rows import checked_plan, rules_by_id
from planlint.report.findings.sheet import FINDINGS
from planlint.sheets.document import Document, Paragraph, Title
from planlint.sheets.sheet import Column, Kind, Sheet, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.model.finding import Requirement
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled
    from planlint.words import Words


def documents(run: CheckRun, look: Look, *, screen: bool) -> Iterator[Document]:  # noqa: ARG001 - the screen has a writer of its own
    """The one document."""
    yield Document("findings", _blocks(run, look))


def _blocks(run: CheckRun, look: Look) -> Iterator[Block]:
    """How many there are and of what kind, the findings file by file, the requirements that are missed, how to repair."""
    words, rules = look.words, rules_by_id(run.rules)
    summary, *hints = ("".join(text for text, _ in line) for line in last_lines(run, look))
    yield Title(f"planlint: {words['findings']}")
    yield Paragraph(summary)
    for file in run.files:
        if file.findings:
            plan = checked_plan(file, rules, words, answered=False)
            yield replace(FINDINGS.filled([plan], View.EYES, words), title=file.source.path)
        missed = [words.of(need.said) for need in file.requirements if need.status == "missed"]
        if missed:
            yield Paragraph(f"{words['requirements']}{words['colon']}{words.join(missed)}")
    yield from (Paragraph(hint) for hint in hints)


def main(run: CheckRun, look: Look) -> Filled:
    """All findings that stand."""
    rules = rules_by_id(run.rules)
    plans = (checked_plan(file, rules, look.words, answered=False) for file in run.files)
    return FINDINGS.filled(plans, View.FLAT, look.words)


def files(run: CheckRun, look: Look) -> Iterator[Filled]:
    """The one sheet."""
    yield main(run, look)


def book(run: CheckRun, look: Look) -> Iterator[Filled]:
    """The findings, those that a person let stand among them, and the requirements of the plans' kinds."""
    rules = rules_by_id(run.rules)
    plans = (checked_plan(file, rules, look.words, answered=True) for file in run.files)
    yield FINDINGS.filled(plans, View.BOOK, look.words)
    if any(file.requirements for file in run.files):
        yield REQUIREMENTS.filled(run, View.BOOK, look.words)


class _Need(NamedTuple):
    file: CheckedFile
    need: Requirement


def _places(row: _Need) -> list[str]:
    return ["{}:{}".format(*row.file.source.place(span.start)) for span in row.need.evidence]


def _requirement(row: _Need, words: Words) -> str:
    return words.of(row.need.said)


def _needs(run: CheckRun) -> Iterator[Any]:
    return (_Need(file, need) for file in run.files for need in file.requirements)


REQUIREMENTS = Sheet(
    "requirements",
    of=_needs,
    columns=(
        Column("path", lambda row: row.file.source.path),
        Column("schema", lambda row: row.file.schema, head="page.schema"),
        Column("id", lambda row: row.need.id),
        Column("status", lambda row: row.need.status, Kind.CODE, head="page.status"),
        Column("message", _requirement, Kind.SAID, head="page.requirement"),
        Column("places", _places, Kind.LIST, head="page.places"),
    ),
)
