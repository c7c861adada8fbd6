"""One fact, number or finding under review: where it was found, what it is now, what was said of it, and who disputes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from planlint.review.action import FINDINGS

if TYPE_CHECKING:
    from planlint.model.span import Span

State = Literal["open", "accepted", "corrected", "added", "rejected"]


class Dispute(NamedTuple):
    """Two people who did not know of each other say different things of a field: what stood there, and who says what instead."""

    field: str
    stood: Any
    who: str
    says: Any


@dataclass(slots=True)
class Item:
    """One fact, number or finding and what was said of it.

    `at` is where it was found first, which names it; `fact` is as it is now, `base` as the program found it.
    """

    kind: str
    at: Span
    nth: int
    fact: Any
    base: Any = None
    found: bool = True
    state: State = "open"
    by: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    disputes: list[Dispute] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Its name in a page, from kind and place."""
        rule = f"-{self.fact.rule}" if self.kind == FINDINGS else ""
        return f"{self.kind}-{self.at.start}-{self.at.end}-{self.nth}{rule}"
