"""What a reader asks of one plan beyond its facts one by one: who answers for what, which tasks nobody has, what each number measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from planlint.model.plan_facts import KeyedSubsidy, KeyedTarget
    from planlint.model.span import Span
    from planlint.model.table import InTable


class Measured(NamedTuple):
    """A number of the ledger as part of a quantity: `300` of 300万元 is 3,000,000 元; both None where it counts nothing."""

    value: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class BriefBenefit:
    """A subsidy as a company's adviser reads it.

    `tier` is the level that it is earned with, 及以上 cut off, which `and_above` keeps; `is_waived` says that a due is forgone; `lacks` are
    the questions that the text leaves open: beneficiary, conditions, cap, term, department.
    """

    keyed: KeyedSubsidy
    tier: str | None
    and_above: bool
    is_waived: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One task: its name, what is to be done, the units by role, by when, and the words of the targets that stand in it.

    The row of a table is a task; elsewhere a section is one, also where nobody answers for it. `clause` is the heading as a reader finds it,
    `above` that of the section whose units answer for it where it has none of its own.
    """

    name: str
    measure: str | None
    section: str | None
    units: Mapping[str, tuple[str, ...]]
    dates: tuple[str, ...]
    targets: tuple[str, ...]
    clause: str | None
    above: str | None
    in_table: InTable | None
    quote: str
    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class Brief:
    """One plan. `targets`, `benefits` and `answering` (the units that answer for a fact) are by the id of the fact.

    `noise` says how much of each kind cleaning took out; `numbers` run along the ledger.
    """

    tier: str | None
    place: str | None
    noise: Mapping[str, int]
    targets: Mapping[str, KeyedTarget]
    benefits: Mapping[str, BriefBenefit]
    answering: Mapping[str, tuple[str, ...]]
    tasks: tuple[Task, ...]
    numbers: tuple[Measured, ...]
