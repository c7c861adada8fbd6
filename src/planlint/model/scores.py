"""How well two readings of plans agree, counted: facts by kind, fields by value, precision, recall, F1, Cohen's kappa.

Kappa is (p - e) / (1 - e), where p is the share of pairs with one value and e what chance alone would give; it is undefined where both say one
and the same value throughout.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class KindScore:
    """One kind of fact: how many each side has, how many stand at one place, and how many say the same."""

    kind: str
    one: int = 0
    other: int = 0
    placed: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Of what the first has, how much is right; None where it has nothing."""
        return self.right / self.one if self.one else None

    @property
    def recall(self) -> float | None:
        """Of what the second has, how much the first found."""
        return self.right / self.other if self.other else None

    @property
    def f1(self) -> float | None:
        """Both in one; None where neither has anything."""
        return 2 * self.right / (self.one + self.other) if self.one + self.other else None


@dataclass(slots=True)
class FieldScore:
    """One field of the facts that both have: the values in pairs."""

    kind: str
    name: str
    values: list[tuple[Any, Any]] = field(default_factory=list)

    @property
    def agreement(self) -> float | None:
        """The share of pairs with one value."""
        return sum(a == b for a, b in self.values) / len(self.values) if self.values else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None where it is undefined."""
        return kappa(self.values)


@dataclass(slots=True)
class Scores:
    """The scores of several plans together."""

    plans: int
    kinds: dict[str, KindScore]
    fields: dict[tuple[str, str], FieldScore]

    @property
    def facts(self) -> KindScore:
        """All facts together, numbers of the ledger aside: these are far more, and most of them are years."""
        whole = KindScore("facts")
        for kind, score in self.kinds.items():
            if kind == "numbers":
                continue
            whole.one += score.one
            whole.other += score.other
            whole.placed += score.placed
            whole.right += score.right
        return whole


def kappa(values: Sequence[tuple[Any, Any]]) -> float | None:
    """Cohen's kappa of paired values: 1 for full agreement, 0 for that of chance; None where chance alone agrees fully, or nothing is paired."""
    if not values:
        return None
    n = len(values)
    observed = sum(a == b for a, b in values) / n
    ones, others = Counter(a for a, _ in values), Counter(b for _, b in values)
    chance = sum(count * others[value] for value, count in ones.items()) / (n * n)
    return (observed - chance) / (1 - chance) if chance < 1 else None
