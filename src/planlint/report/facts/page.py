"""Reports as one page for a browser: each plan's text with every fact marked in place, and tables from and to which one can click."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from planlint.report.facts.about import cautions, said_of_itself
from planlint.report.facts.marked import FactTable, marks_of, tables_of
from planlint.sheets.draw.marked_text import Kind, Line, is_long, lines_of
from planlint.sheets.draw.page import page_pieces
from planlint.sheets.whole import each_whole, named
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.sheets.look import Look, Report


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan of the page."""

    number: int
    title: str
    path: str
    about: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    long: bool
    lines: tuple[Line, ...]
    tables: tuple[FactTable, ...]


def pieces(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The pieces of the page, written as the documents come. Every report has its text (`report_of(…, with_text=True)`)."""
    words = look.words
    plans = _plans(reports, look)
    title = words["page.plans_title"]
    if look.one and (first := next(plans, None)) is not None:
        title = words.say("page.plan_title", title=first.title)
        plans = chain([first], plans)
    yield from page_pieces(
        "extraction.html", words,
        styles=("page.css", "panel.css", "marked.css"), scripts=("panel.js", "paper.js", "marked.js"),
        title=title, plans=plans, kinds=[Kind(kind, words[kind]) for kind in look.kinds], tables_name=words["page.tables"],
    )  # fmt: skip


def _plans(reports: Iterable[Report], look: Look) -> Iterator[PlanView]:
    """The plans that can be drawn; of one that cannot nothing is left in the page."""
    for number, (path, report) in enumerate(named(reports), 1):
        for views in each_whole([(path, report)], look, lambda one, n=number: [_plan(one, n, look)]):  # type: ignore[misc]
            yield from views


def _plan(report: Report, number: int, look: Look) -> PlanView:
    words = look.words
    marks = list(marks_of(report, look.kinds, number, words))
    return PlanView(
        number=number,
        title=flat(report["document"]["title"] or report["source"]["path"]),
        path=report["source"]["path"],
        about=tuple(said_of_itself(report, words)),
        warnings=tuple(cautions(report, words)),
        long=is_long(report["source"]["text"]),
        lines=tuple(lines_of(report["source"]["text"], marks)),
        tables=tuple(tables_of(report, look.kinds, number, words)),
    )
