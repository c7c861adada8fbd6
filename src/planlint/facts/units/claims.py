"""What a mechanism finds before it becomes a fact: places in clean text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.fact import Role
    from planlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One name of a list: `市监局（知识产权局）` is the span of 市监局 and the gloss 知识产权局.

    `before` is the separator in front of it at the list's own depth, `role` what the name itself says (甲局（牵头）).
    """

    span: Span
    gloss: str | None = None
    before: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class UnitClaim:
    """A unit that answers; `listed` is the number of the list it stands in (lists share prefixes and scope rules).

    `open` is true where the list's label says no more than responsible, so a scope rule may name the lead.
    """

    unit: Unit
    role: Role
    rule: str
    listed: int
    open: bool = False
