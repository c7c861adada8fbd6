"""Units in columns of tables: below 牵头单位 a unit leads, below 配合单位 it cooperates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from planlint.facts.responsibilities.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.fact import Role
    from planlint.model.span import Span
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook

_GLOSSES: dict[str, Role] = {"牵头": "lead", "牵头单位": "lead", "配合": "cooperate", "参与": "cooperate"}
_ROLES = ("lead", "responsible", "cooperate", "implement")


def unit_columns(reading: Reading, reader: UnitReader, rules: Rulebook) -> Iterator[tuple[Span, Found]]:
    """The units of each cell in a column of units, where the cell stands; those of a merged cell answer for each of its rows."""
    blanks = rules.words("tables")["blanks"]
    for number, row in enumerate(reading.tables.rows):
        said = row.words("task") or row.words("indicator")
        task, measure = (*said, None, None)[:2]
        due = reading.zones.dated(row.time) if row.time is not None else None
        section = reading.tables.section_of(row, reading.outline)
        for cell in row.cells:
            if cell.column.kind not in _ROLES or cell.text in blanks:
                continue
            role = cast("Role", cell.column.kind)
            names = [name for name in reader.names(cell.span) if not reader.words.is_person(name.unit)]
            yield cell.span, Found(
                [_said(name) for name in names], role, f"TBL-{role}", open_roles=role == "responsible",
                row=number, task=task, measure=measure, deadline=due.date if due is not None else None,
                section=section, in_table=row.at(cell),
            )  # fmt: skip


def _said(name: Name) -> Name:
    """A name with the role that the bracket behind it gives: 市教育局（牵头）."""
    role = _GLOSSES.get(name.gloss or "")
    return replace(name, role=role, gloss=None) if role is not None else name
