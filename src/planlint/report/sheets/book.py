"""What all sheets of one workbook are made from, and the cells that they share: a fact's id leads to its number in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.report.workbook import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.report.record import Report
    from planlint.report.words import Words

Fact = dict[str, Any]
PLACE = ("quote", "line", "start", "end", "rule")


@dataclass(frozen=True, slots=True)
class Book:
    """The reports of one workbook and the language of its heads.

    A report may carry `workbook`, what gathered.py adds to it; the columns that need it are empty without. `links` lead from a document
    and a fact to its first row in the ledger, counted from 1 below the head; it is empty where the workbook has no ledger.
    """

    reports: Sequence[Report]
    words: Words
    links: dict[tuple[str, str], int] = field(default_factory=dict)

    def heads(self, *names: str) -> list[str]:
        """Column heads in the language of the workbook."""
        return [self.words[name] for name in names]

    def id_of(self, report: Report, fact: Fact) -> Cell | str:
        """The fact's id, with a link where the ledger has a number of it."""
        row = self.links.get((report["source"]["path"], fact["id"]))
        return (
            Cell(fact["id"], None, (self.words["sheet.numbers"], row)) if row is not None else str(fact["id"])
        )


def ledger_rows_of(reports: Sequence[Report]) -> dict[tuple[str, str], int]:
    """Where the numbers of each fact begin in the ledger of all documents."""
    found: dict[tuple[str, str], int] = {}
    at = 0
    for report in reports:
        for record in report["numbers"]:
            at += 1
            if record["fact"] is not None:
                found.setdefault((report["source"]["path"], record["fact"]), at)
    return found


def place(fact: Fact) -> list[Any]:
    """The values below PLACE."""
    span = fact["span"]
    return [fact["quote"], span["line"], span["start"], span["end"], fact["rule"]]


def gathered(report: Report, kind: str, key: str) -> Fact:
    """What was gathered for one fact beside the report; nothing in a plain report."""
    found: Fact = report.get("workbook", {}).get(kind, {}).get(key, {})
    return found
