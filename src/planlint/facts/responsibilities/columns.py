"""Units in columns of tables: below 牵头单位 a unit leads, below 配合单位 it cooperates."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planlint.facts.responsibilities.lists import names_of
from planlint.facts.responsibilities.places import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.context import Reading
    from planlint.facts.deadlines import Clock
    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.fact import Role
    from planlint.model.span import Span

# A cell that holds nothing but one of these holds no unit.
_NOBODY = frozenset({"无", "—", "——", "-", "/", "同上"})


def unit_columns(reading: Reading, clock: Clock, words: UnitWords) -> Iterator[tuple[Span, Found]]:
    """The units of each cell in a column of units, where the cell stands; a merged cell counts once."""
    for row in reading.tables.rows:
        said = row.words("task") or row.words("indicator")
        task, measure = (*said, None, None)[:2]
        due = clock.dated(row.time) if row.time is not None else None
        for cell in row.own("lead", "responsible", "cooperate", "implement"):
            if cell.text in _NOBODY:
                continue
            role = cast("Role", cell.column.kind)
            names = names_of(reading.clean.text, cell.span, words)
            yield cell.span, Found(
                [name for name in names if not words.persons.search(name.unit)], role, f"TBL-{role}", explicit=False,
                task=task, measure=measure, deadline=due.date if due is not None else None,
            )  # fmt: skip
