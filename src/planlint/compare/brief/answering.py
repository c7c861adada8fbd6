"""Which units answer for a fact: those of its row in a table, else of its section, else of the nearest section above it."""

from __future__ import annotations

import bisect
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.fact import Responsibility, Subsidy, Target

# Section, task and measure of a row.
RowKey = tuple["str | None", str, "str | None"]


class Answer(NamedTuple):
    """The duties that hold for a fact; `above` is the section that they were taken from where it is not the fact's own."""

    duties: tuple[Responsibility, ...]
    above: str | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """The units, each once."""
        return tuple(dict.fromkeys(duty.unit for duty in self.duties))


class Answering:
    """The responsibilities of one plan by the section, and the row of a table, that they stand in."""

    def __init__(self, duties: Iterable[Responsibility]) -> None:
        self.of_section: dict[str | None, list[Responsibility]] = defaultdict(list)
        self.of_row: dict[RowKey, list[Responsibility]] = defaultdict(list)
        for duty in duties:
            if duty.task is None:
                self.of_section[duty.section].append(duty)
            else:
                self.of_row[duty.section, duty.task, duty.measure].append(duty)
        self._rows = sorted(self.of_row.items(), key=lambda row: row[1][0].span.start)
        self._starts = [duties[0].span.start for _, duties in self._rows]

    def of(self, fact: Target | Subsidy) -> Answer:
        """Who answers for a target or a subsidy."""
        row = self.row_of(fact)
        if row is not None:
            return Answer(tuple(self.of_row[row]))
        if fact.section in self.of_section:
            return Answer(tuple(self.of_section[fact.section]))
        return self.above(fact.section)

    def above(self, path: str | None) -> Answer:
        """A list of units at the end of a section answers for the sections in it too."""
        parts = (path or "").split("|")
        for size in range(len(parts) - 1, 0, -1):
            upper = "|".join(parts[:size])
            if upper in self.of_section:
                return Answer(tuple(self.of_section[upper]), upper)
        return Answer(())

    def row_of(self, fact: Target | Subsidy) -> RowKey | None:
        """The row of a table, a key of `of_row`, that a fact stands in: its units are right before or behind it."""
        at = bisect.bisect_left(self._starts, fact.span.start)
        for key, _ in self._rows[max(at - 1, 0) : at + 1]:
            section, *said = key
            if fact.section in (section, above_row(section)) and any(
                _is_of_row(fact, what) for what in said if what
            ):
                return key
        return None


def above_row(path: str | None) -> str | None:
    """The heading that a row's table stands under: `二、|5.` is under `二、`, `5.` of an annex under none."""
    return (path or "").rpartition("|")[0] or None


def _is_of_row(fact: Target | Subsidy, task: str) -> bool:
    """Whether a fact stands in the task's own cell, or the row that it was read from names the task."""
    quote, name = "".join(fact.quote.split()), "".join(task.split())
    return quote in name or (fact.rule.startswith("TBL") and name in quote)
