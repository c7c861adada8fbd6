"""What a kind of plan must contain, as values: a `PlanSchema` with its needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SectionNeed:
    """A part that must be there: a heading with one of `names` and none of `unless`.

    Where `others` is set, that many top sections that are no other part will do.
    """

    id: str
    title: str
    title_en: str
    names: tuple[str, ...]
    level: str = "warning"
    others: int = 0
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextNeed:
    """Words that must stand somewhere in the plan (自2026年1月1日起施行)."""

    id: str
    title: str
    title_en: str
    pattern: str
    level: str = "info"


@dataclass(frozen=True, slots=True)
class FactNeed:
    """Something that the facts must show; `need` is one of `NEEDS`, `rule` the check that names each place where it is missed."""

    id: str
    title: str
    title_en: str
    need: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ElementNeed:
    """An element of an official document (发文字号, 主送机关 …)."""

    id: str
    title: str
    title_en: str
    element: str
    level: str = "error"


@dataclass(frozen=True, slots=True)
class ValueNeed:
    """What a datum of the document may be: a pattern, a list, or bounds of a number."""

    id: str
    title: str
    title_en: str
    field: str
    pattern: str | None = None
    one_of: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class PlanSchema:
    """One kind of plan. `kinds` are the words a title ends in that pick it; a schema without any is picked by name alone."""

    id: str
    name: str
    title: str
    title_en: str
    kinds: tuple[str, ...]
    summary: str
    sections: tuple[SectionNeed, ...]
    texts: tuple[TextNeed, ...]
    facts: tuple[FactNeed, ...]
    elements: tuple[ElementNeed, ...]
    order: tuple[str, ...]
    values: tuple[ValueNeed, ...]
    path: Path

    @property
    def names(self) -> tuple[str, ...]:
        """What `--schema` may call it."""
        return tuple(dict.fromkeys((self.id, self.name, self.title, self.title_en, *self.kinds)))


NEEDS = (
    "quantified-goal",
    "dated-target",
    "deadline-in-period",
    "assigned-task",
    "quantified-subsidy",
    "capped-rate",
)
ELEMENTS = ("document_number", "title", "addressees", "issuer", "signed_on", "note")
FIELDS = ("document_number", "kind", "issuer", "signed_on", "published_on", "period_years")
LEVELS = ("error", "warning", "info", "none")  # none: told among the requirements, never a finding
