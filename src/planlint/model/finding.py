"""What a check says: findings with place, reason and remedy; requirements of a schema met or missed. Spans are SOURCE spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from planlint.model.alignment import Edit
    from planlint.model.span import Span
    from planlint.words import Text

Level = Literal["error", "warning", "info"]
Tier = Literal["safe", "ask"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of the source text that repair a finding. `safe` has one right answer, `ask` needs a person."""

    tier: Tier
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a drafter can act on. A document-level finding has the span of the title, else of the whole text.

    `section` is the heading path that the place lies in (`二、|(一)`), part of the finding's identity in a baseline; `said` is the rule's
    message and what fills it, worded by whoever shows it; `of_document`
    says that the plan as a whole is meant (a part is missing) and the span is only where that is shown.
    """

    rule: str
    name: str
    level: Level
    said: Text
    quote: str
    span: Span
    section: str | None = None
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    of_document: bool = False

    @property
    def message(self) -> str:
        """What it says, in the default language."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of a schema against one plan, with the spans that show it."""

    id: str
    status: Literal["met", "missed", "not-applicable"]
    said: Text
    evidence: tuple[Span, ...] = ()

    @property
    def message(self) -> str:
        """What is required, in the default language."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that the checks say of one document, findings sorted by place, then rule."""

    path: str
    schema: str | None
    findings: tuple[Finding, ...]
    requirements: tuple[Requirement, ...]
    crashed: tuple[str, ...] = ()
