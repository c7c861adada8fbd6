"""Which units answer for a fact: those of its row in a table, else of its section, else of the nearest section above it."""

from __future__ import annotations

import bisect
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.report.record import Report
    from planlint.report.sheets.book import Fact

# Section, task and measure of a row.
RowKey = tuple["str | None", str, "str | None"]


class Answering(NamedTuple):
    """The duties that hold for a fact; `above` is the section that they were taken from where it is not the fact's own."""

    duties: tuple[Fact, ...]
    above: str | None = None

    @property
    def names(self) -> list[str]:
        """The units, each once."""
        return list(dict.fromkeys(duty["unit"] for duty in self.duties))


class Duties:
    """The responsibilities of one report by the section, and the row of a table, that they stand in."""

    def __init__(self, report: Report) -> None:
        self.of_section: dict[str | None, list[Fact]] = defaultdict(list)
        self.of_row: dict[RowKey, list[Fact]] = defaultdict(list)
        for duty in report["responsibilities"]:
            if duty["task"] is None:
                self.of_section[duty["section"]].append(duty)
            else:
                self.of_row[_row_key(duty)].append(duty)
        self._rows = sorted(self.of_row.values(), key=lambda row: int(row[0]["span"]["start"]))
        self._starts = [row[0]["span"]["start"] for row in self._rows]

    def above(self, path: str | None) -> Answering:
        """A list of units at the end of a section answers for the sections in it too."""
        parts = (path or "").split("|")
        for size in range(len(parts) - 1, 0, -1):
            upper = "|".join(parts[:size])
            if upper in self.of_section:
                return Answering(tuple(self.of_section[upper]), upper)
        return Answering(())

    def row_of(self, fact: Fact) -> RowKey | None:
        """The row of a table, a key of `of_row`, that a fact stands in: its units are right before or behind it."""
        at = bisect.bisect_left(self._starts, fact["span"]["start"])
        for row in self._rows[max(at - 1, 0) : at + 1]:
            if fact["section"] in (row[0]["section"], above_row(row[0]["section"])) and any(
                _is_of_row(fact, said) for said in _row_key(row[0])[1:] if said
            ):
                return _row_key(row[0])
        return None

    def of_fact(self, fact: Fact) -> Answering:
        """Who answers for a target or a subsidy."""
        row = self.row_of(fact)
        if row is not None:
            return Answering(tuple(self.of_row[row]))
        if fact["section"] in self.of_section:
            return Answering(tuple(self.of_section[fact["section"]]))
        return self.above(fact["section"])


def above_row(path: str | None) -> str | None:
    """The heading that a row's table stands under: `二、|5.` is under `二、`, `5.` of an annex under none."""
    return (path or "").rpartition("|")[0] or None


def _row_key(duty: Fact) -> RowKey:
    return duty["section"], duty["task"], duty["measure"]


def _is_of_row(fact: Fact, task: str) -> bool:
    """Whether a fact stands in the task's own cell, or the row that it was read from names the task."""
    quote, name = "".join(fact["quote"].split()), "".join(task.split())
    return quote in name or (fact["rule"].startswith("TBL") and name in quote)


def answering(report: Report) -> Callable[[Fact], Answering]:
    """A function that gives the units for a fact of this report."""
    return Duties(report).of_fact
