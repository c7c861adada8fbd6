"""What is shown of extracted facts: a document of each plan for a reader, a sheet a kind for files, a workbook of all."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from planlint.report.facts.about import cautions, said_of_itself
from planlint.report.facts.citations import CITATIONS
from planlint.report.facts.duties import DUTIES
from planlint.report.facts.files import FILES
from planlint.report.facts.ladder import LADDER
from planlint.report.facts.milestones import MILESTONES
from planlint.report.facts.numbers import LEDGER, NUMBERS, ROLES, ledger_rows, unknown_numbers
from planlint.report.facts.responsibilities import RESPONSIBILITIES, units_by_task
from planlint.report.facts.row import PLACE, REVIEWED, Plan
from planlint.report.facts.sections import SECTIONS
from planlint.report.facts.subsidies import SUBSIDIES
from planlint.report.facts.targets import TARGETS
from planlint.report.findings.sheet import FINDINGS
from planlint.sheets.document import Document, Heading, Pairs, Paragraph, Title
from planlint.sheets.sheet import Column, Filled, View
from planlint.sheets.whole import each_whole, named
from planlint.text.visible import visible
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.report.findings.rows import CheckedPlan
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look, Report
    from planlint.sheets.sheet import Sheet

# The sheets of a workbook, and the kind of fact that asks for each.
BOOK: tuple[tuple[Sheet, str | None], ...] = (
    (FILES, None), (TARGETS, "targets"), (DUTIES, "responsibilities"), (SUBSIDIES, "subsidies"), (LADDER, "subsidies"),
    (MILESTONES, "milestones"), (CITATIONS, "citations"), (LEDGER, "numbers"),
)  # fmt: skip
# The sheet of each kind of fact, in the order of the report.
SHEETS = {
    sheet.name: sheet
    for sheet in (SECTIONS, TARGETS, MILESTONES, SUBSIDIES, RESPONSIBILITIES, CITATIONS, NUMBERS)
}
# How many numbers without a role the screen lists; the rest is counted, and the ledger of the JSON report has them all.
_MOST_UNKNOWN = 40


def _told(sheet: Sheet, look: Look) -> Sheet:
    """The sheet, with the reviewer of each fact where the facts are reviewed; a section is no fact."""
    is_of_facts = sheet.name in SHEETS and sheet is not SECTIONS
    return replace(sheet, columns=(*sheet.columns, REVIEWED)) if look.reviewed and is_of_facts else sheet


# ---- for a reader ------------------------------------------------------------------------------------------------------
def documents(reports: Iterable[Report], look: Look, *, screen: bool) -> Iterator[Document]:
    """A document for each plan."""
    for path, report in named(reports):
        yield Document(path, _blocks(report, look, screen=screen))


def _blocks(report: Report, look: Look, *, screen: bool) -> Iterator[Block]:
    """What the plan says of itself, cautions, and a sheet for each kind of fact."""
    words = look.words
    path = visible(report["source"]["path"])
    yield Title(path if screen else flat(report["document"]["title"] or path))
    yield Pairs((words["document"], path), list(said_of_itself(report, words)))
    for text in cautions(report, words):
        yield Paragraph(text, caution=True)
    for kind in look.kinds:
        yield from _kind(kind, report, look, screen=screen)


def _kind(kind: str, report: Report, look: Look, *, screen: bool) -> Iterator[Block]:
    words = look.words
    title = words.say("headed", title=words[kind], count=len(report[kind]))
    if kind == "numbers":
        yield from _ledger(title, report, look, screen=screen)
        return
    sheet = units_by_task(words) if kind == "responsibilities" else _told(SHEETS[kind], look)
    subject: Any = Plan(report) if kind == "responsibilities" else [Plan(report)]
    filled = sheet.filled(subject, View.EYES, words)
    soft = kind == "targets" and any(target["aspirational"] for target in report["targets"])
    notes = (words["soft_note"],) if soft else ()
    yield replace(filled, title=title, notes=notes, nothing="" if screen else words["none"])


def _ledger(title: str, report: Report, look: Look, *, screen: bool) -> Iterator[Block]:
    """How many numbers have which role, and those that no rule could place."""
    words = look.words
    roles = ROLES.filled(report, View.EYES, words).listed()
    if not screen:
        yield replace(roles, title=title, nothing=words["none"])
    else:
        yield Heading(title)
        if roles.rows:
            yield Paragraph(words.join(f"{role} {count}" for role, count in roles.rows))
    unknown = unknown_numbers(report)
    if not unknown:
        yield Paragraph(words["unknown_nothing"])
        return
    most = _MOST_UNKNOWN if screen else len(unknown)
    numbers = words.join(unknown[:most])
    if len(unknown) > most:
        numbers = words.say("unknown_more", shown=numbers, rest=len(unknown) - most)
    yield Paragraph(words.say("unknown_left", numbers=numbers))


# ---- files -------------------------------------------------------------------------------------------------------------
def files(reports: Iterable[Report], look: Look) -> Iterator[Filled]:
    """A sheet for each kind of fact that was asked for."""
    found = list(reports)
    for kind in look.kinds if found else ():
        sheet = _told(SHEETS[kind], look)
        yield replace(sheet.filled([], View.FLAT, look.words), rows=_rows(sheet, found, look))


def _rows(sheet: Sheet, reports: Iterable[Report], look: Look) -> Iterator[Sequence[Any]]:
    def of_one(report: Report) -> Iterable[Sequence[Any]]:
        return sheet.filled([Plan(report)], View.FLAT, look.words).rows

    return chain.from_iterable(each_whole(named(reports), look, of_one))


def main(reports: Iterable[Report], look: Look) -> Filled:
    """All facts in one sheet, with a column that names the kind of fact; the rows come as the documents do."""
    words = look.words
    sheets = {kind: _told(SHEETS[kind], look).seen(View.FLAT) for kind in look.kinds}
    place = [column.key for column in PLACE]
    own = dict.fromkeys(c.key for sheet in sheets.values() for c in sheet.columns[1:] if c.key not in place)
    keys = ["path", "fact_kind", *own, *place]

    def of_one(report: Report) -> Iterator[list[Any]]:
        for kind, sheet in sheets.items():
            kept = {"fact_kind": kind if words.lang == "en" else words[kind]}
            names = [column.key for column in sheet.columns]
            for row in sheet.filled([Plan(report)], View.FLAT, words).rows:
                cells = kept | dict(zip(names, row, strict=True))
                yield [cells.get(key) for key in keys]

    columns = [column_of(key, sheets.values()) for key in keys]
    return Filled(
        "facts",
        "",
        columns,
        [column.headed(words) for column in columns],
        chain.from_iterable(each_whole(named(reports), look, of_one)),
    )


def column_of(key: str, sheets: Iterable[Sheet]) -> Column:
    """The column of this key in the first sheet that has one."""
    return next((c for sheet in sheets for c in sheet.columns if c.key == key), Column(key))


# ---- a workbook ---------------------------------------------------------------------------------------------------------
def book(reports: Iterable[Report], look: Look) -> Iterator[Filled]:
    """All documents in one workbook, the kinds of facts that were asked for."""
    words = look.words
    sheets = [_told(sheet, look) for sheet, kind in BOOK if kind is None or kind in look.kinds]
    found: list[list[Sequence[Any]]] = [[] for _ in sheets]
    checked: list[CheckedPlan] = []
    numbers = 0

    def of_one(report: Report) -> list[list[Sequence[Any]]]:
        page = look.pages.get(report["source"]["path"])
        plan = Plan(report, ledger_rows(report, numbers) if LEDGER in sheets else {}, page)
        return [list(sheet.filled([plan], View.BOOK, words).rows) for sheet in sheets]

    for report in reports:
        for rows in each_whole(named([report]), look, of_one):
            for all_rows, own in zip(found, rows, strict=True):
                all_rows.extend(own)
            numbers += len(report["numbers"])
            checked += [report["checks"]] if report.get("checks") is not None else []
    for sheet, all_rows in zip(sheets, found, strict=True):
        yield replace(sheet.filled([], View.BOOK, words), rows=all_rows)
    # an empty sheet would say that nothing was found, where nobody looked
    if checked:
        yield FINDINGS.filled(checked, View.BOOK, words)
