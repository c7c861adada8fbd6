"""What was decided of one number, by which rule and because of which words: 40家 is a target, for 不少于 says so in a plan's goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planlint.model.fact import NumberRecord
    from planlint.model.mention import Quantity
    from planlint.model.zone import DeadlineInForce, Zone


@dataclass(frozen=True, slots=True)
class Decision:
    """The role of one quantity. `rule` is a role rule's id, or the name of the step that decided; `because` are the words that it saw.

    `fact` is the id of the fact that was built from the number, where one was.
    """

    quantity: Quantity
    role: str
    rule: str
    because: tuple[str, ...] = ()
    fact: str | None = None


class Said(NamedTuple):
    """What an earlier finder has said of a number: its role, the rule that decided, the fact that it belongs to."""

    role: str
    rule: str
    fact: str | None = None


class Considered(NamedTuple):
    """What one step of the order said of a number; None where it said nothing. Only the first that says something decides."""

    step: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one number of the ledger is what it is: where it stands (line and column, from 1), its zone, the deadline in force there.

    `considered` is what each step of the order says of it; empty for a number that is decided by its shape alone (a date, a heading).
    """

    record: NumberRecord
    place: tuple[int, int]
    zone: Zone
    deadline: DeadlineInForce
    considered: tuple[Considered, ...]
