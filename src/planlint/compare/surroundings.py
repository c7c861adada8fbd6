"""What stands around a subsidy: the text, the headings over it, the title, and whose plan it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.model.plan_facts import Evidence
    from planlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`headings` by the path of their section; `evidence` makes a quote with its line."""

    text: str
    tier: str | None
    title: str | None
    headings: Mapping[str, str]
    evidence: Callable[[str, Span], Evidence]

    def heading_of(self, path: str | None) -> str:
        """The headings over a section, the nearest first: what an item of a list is for stands in one of them."""
        parts = (path or "").split("|")
        paths = ["|".join(parts[:size]) for size in range(len(parts), 0, -1)]
        return "。".join(self.headings[p] for p in paths if p in self.headings)
