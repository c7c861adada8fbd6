"""A check rule as a value: what to find, what to say, what it rests on, and the texts that test it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.model.finding import Level, Tier

# What a check can be; each name is one file under check/kinds/.
KINDS = (
    "source", "existence", "substitution", "pair", "sequence", "sum", "count", "parallel", "series", "target", "subsidy",
    "responsibility", "period", "consistency", "citation", "schema", "outline", "shorthand", "table", "confusion", "doubled", "calendar", "bound", "place", "near_name", "repeated_sum", "attachment", "official",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckTest:
    """A text that must (`bad`) or must not (`good`) raise the rule; `at` is where the finding begins and ends, if it says so.

    `settings` (`with:` in the file) is what the configuration must say for it: a roster, a profile, a period. `fixed` are the lines that
    the rule's repair of `bad` writes, as they read afterwards.
    """

    bad: str | None = None
    good: str | None = None
    at: tuple[int, int] | None = None
    settings: dict[str, Any] = field(default_factory=dict, hash=False)
    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One check. `scope` is G (any plan) or S (needs a schema or configuration); `fix` the tier of its repairs, None for none.

    `source` is the document and clause it rests on, `strength` how firmly: standard, derived or house-style.
    """

    id: str
    name: str
    title: str
    title_en: str
    kind: str
    level: Level
    scope: str
    fix: Tier | None
    message: str
    message_en: str
    why: str
    why_en: str
    remedy: str
    remedy_en: str
    source: str
    source_en: str
    strength: str
    profiles: tuple[str, ...]
    options: dict[str, Any] = field(hash=False)
    tests: tuple[CheckTest, ...]
    path: Path

    def says(self, values: Mapping[str, object]) -> Text:
        """The rule's message with its places filled; a rule of a user's may speak Chinese alone."""
        return Text.own(self.id, {"zh": self.message, "en": self.message_en or self.message}, **values)
