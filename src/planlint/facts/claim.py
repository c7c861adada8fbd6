"""What a finder has used of the numbers, told to the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """The clean span of a number that a finder has read, its role, its fact's id (if it is one) and the rule that decided."""

    span: Span
    role: str
    fact: str | None
    rule: str
