"""A comparison as one long list, a line a value: what a pivot table or a statistics program reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.fact import Comparator
    from planlint.model.plan_facts import Dimension


@dataclass(frozen=True, slots=True)
class PivotRow:
    """One value of one plan: 云岭, 高标准农田, 新增, –, 2025, 26666800 平方米, which the field calls 4 万亩.

    All values of a concept have one `display_unit`, so that they can be added and drawn; `unit` is what they are compared in. `rank` is that
    in its band and year. What commits without a number, or leaves a blank, has no row: it is no value.
    """

    place: str
    tier: str | None
    concept: str
    name: str
    dimension: Dimension
    mode: str | None
    level: str | None
    scope: str | None
    basis: str | None
    year: str | None
    since: str | None
    comparator: Comparator
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    display_value: Decimal
    display_max: Decimal | None
    display_unit: str | None
    comparable: bool
    rank: int | None
    quote: str
    file: str
    line: int
