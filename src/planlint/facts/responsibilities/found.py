"""What the ways of naming units give: names, each at its place, and the role that the place gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.fact import Role
    from planlint.model.span import Span
    from planlint.model.table import InTable


@dataclass(frozen=True, slots=True)
class Name:
    """One unit of a list: its name, the gloss in brackets behind it, its clean span, its role if the list says one.

    `rank` counts from 0 within the list; `behind` holds the separators that the list has used before the name, `sign` the mark it wears (*).
    """

    unit: str
    gloss: str | None
    span: Span
    role: Role | None
    rank: int
    behind: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Names of units from one place, the role that the place gives, and the id of the mechanism.

    `open_roles` tells that the place says no more of who leads than that all answer: what the document says of its lists decides. `row` counts
    the rows of the plan's tables; `task`, `measure` and `deadline` are what the row says beside the names, `section` is the row's own path.
    """

    names: list[Name]
    role: Role
    rule: str
    open_roles: bool = False
    row: int | None = None
    task: str | None = None
    measure: str | None = None
    deadline: str | None = None
    section: str | None = None
    in_table: InTable | None = None
