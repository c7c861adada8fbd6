"""What a reader can click: a chip with its text, and the numbered evidence behind it: `≥40家` → 3: 云岭, line 7, “…”."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.comparison import Comparison
    from planlint.model.plan_facts import Evidence


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of one plan in the list of evidence at the end of the page."""

    number: int
    plan: str
    path: str
    section: str
    line: int
    column: int
    quote: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing to click: `text` large, `marks` small beside it, `note` said only when it is opened.

    `bar` is how full its bar is drawn (0 to 100), None for no bar; `tone` is a class of the style sheet.
    """

    text: str
    refs: tuple[int, ...]
    marks: tuple[str, ...] = ()
    title: str = ""
    note: str = ""
    tone: str = "value"
    heat: int = 0


@dataclass(slots=True)
class EvidenceList:
    """Numbers the evidence in the order in which the page shows it; a place that two cells share has one number."""

    comparison: Comparison
    entries: list[Entry] = field(default_factory=list)
    _known: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _headings: dict[str, dict[str, str]] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for plan in self.comparison.plans:
            self._paths[plan.label] = plan.path
            self._headings[plan.label] = {s.path: s.heading for s in plan.sections}

    def ref(self, plan: str, found: Evidence, section: str | None = None) -> int:
        """The number of this place."""
        key = (plan, *found.span)
        if key not in self._known:
            self._known[key] = number = len(self.entries) + 1
            self.entries.append(
                Entry(
                    number, plan, self._paths.get(plan, ""), self.section_name(plan, section), found.line, found.column,
                    found.quote,
                )
            )  # fmt: skip
        return self._known[key]

    def refs(self, places: Iterable[tuple[str, Evidence, str | None]]) -> tuple[int, ...]:
        """The numbers of several places, each once."""
        return tuple(dict.fromkeys(self.ref(*place) for place in places))

    def section_name(self, plan: str, path: str | None) -> str:
        """`三、(一)培育主体` for a path of labels."""
        if not path:
            return ""
        return f"{path.replace('|', '')}{flat(self._headings[plan].get(path, ''))}"
