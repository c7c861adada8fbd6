"""One fact with the plan that it is from, and the columns that all kinds of facts share: where it stands, and what says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.sheets.sheet import Cell, Column, Kind, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.model.brief import Brief
    from planlint.sheets.look import Report
    from planlint.words import Words


@dataclass(frozen=True, slots=True)
class Plan:
    """The report of one plan. `brief` is what was asked of the plan beyond its facts, where a workbook shows it.

    `links` lead from a fact to its first row in the ledger of the workbook, counted from 1 below the head;
    `page` is the marked page of the plan, where one lies beside it.
    """

    report: Report
    links: Mapping[str, int] = field(default_factory=dict)
    page: str | None = None

    @property
    def path(self) -> str:
        """Where the plan was read."""
        path: str = self.report["source"]["path"]
        return path

    @property
    def brief(self) -> Brief:
        """What the workbook needs; KeyError where nobody asked for it."""
        brief: Brief = self.report["brief"]
        return brief

    def facts(self, kind: str) -> Iterator[FactRow]:
        """The facts of one kind as rows."""
        return (FactRow(fact, self, kind, n) for n, fact in enumerate(self.report[kind], 1))


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact; `row["deadline"]` is a field of it."""

    fact: dict[str, Any]
    plan: Plan
    kind: str = ""
    number: int = 0

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - any field
        return self.fact[key]


def facts_of(kind: str) -> Any:  # noqa: ANN401 - a function from plans to rows
    """A function from plans to the facts of one kind in them."""

    def of(plans: Iterable[Plan]) -> Iterator[FactRow]:
        return (row for plan in plans for row in plan.facts(kind))

    return of


def in_table(row: FactRow, words: Words) -> str | None:
    """`表2第5行“完成时限”`: the cell that a fact came from; None for one that stands in a sentence."""
    place = row.fact.get("in_table")
    return words.say("table_cell", **place) if place else None


def _linked(row: FactRow, words: Words) -> Cell | str:
    at = row.plan.links.get(row["id"])
    return Cell(row["id"], link=(words["sheet.numbers"], at)) if at is not None else row["id"]


def flattened(key: str) -> Any:  # noqa: ANN401 - a function from a row to its cell
    """A function that gives a field in one line."""
    return lambda row: flat(row[key] or "")


PATH = Column("path", lambda row: row.plan.path, views=View.FILES)
ID = (Column("id", views=View.FLAT), Column("id", _linked, Kind.SAID, View.BOOK))
LINE = Column(
    "line", lambda row: str(row["span"]["line"]), kind=Kind.TEXT, views=View.EYES, right=True, style="dim"
)
IN_TABLE = Column("in_table", in_table, Kind.SAID, View.BOOK, head="book.in_table")
RULE = Column("rule", views=View.FLAT)


def _home(kind: str) -> Any:  # noqa: ANN401 - a function from a row to its cell
    """A function that gives the page or the paragraph of a fact, as a number where it is one."""

    def label(row: FactRow) -> int | str | None:
        found = row["span"].get(kind)
        return int(found) if found is not None and found.isdecimal() else found

    return label


HOMES = (
    Column("page", _home("page"), views=View.FILES),
    Column("paragraph", _home("paragraph"), views=View.FILES),
)
PLACE = (
    Column("line", lambda row: row["span"]["line"], Kind.NUMBER, View.FILES),
    Column("column", lambda row: row["span"]["column"], Kind.NUMBER, View.FLAT),
    Column("start", lambda row: row["span"]["start"], Kind.NUMBER, View.FILES),
    Column("end", lambda row: row["span"]["end"], Kind.NUMBER, View.FILES),
    *HOMES,
)


def _reviewed(row: FactRow, words: Words) -> str | None:
    """`改正（张三）`: what was said of the fact, and by whom."""
    said = row.fact.get("reviewed")
    return (
        words.say("review.said", state=words[f"review.{said['state']}"], by=words.join(said["by"]))
        if said
        else None
    )


# Of facts that people have reviewed.
REVIEWED = Column("reviewed", _reviewed, Kind.SAID, head="review.reviewed")


def quoted_in_page(row: FactRow) -> Cell | str:
    """The words of a fact, with a link to them in the marked page beside the workbook."""
    quote: str = row["quote"]
    if row.plan.page is None:
        return quote
    return Cell(quote, beside=f"{row.plan.page}#f-{key_of(row.kind, row.number, 1)}")


def key_of(kind: str, number: int, document: int) -> str:
    """The id of a fact in its page: the third target of the first plan is `d1-t3`."""
    return f"d{document}-{kind[0]}{number}" if kind != "sections" else f"d{document}-h{number}"


# What every fact ends with: its words, the rule that read them, and their place.
EVIDENCE = (
    Column("quote", views=View.FLAT),
    Column("quote", quoted_in_page, views=View.BOOK),
    RULE,
    *PLACE,
    Column("rule", views=View.BOOK),
)
