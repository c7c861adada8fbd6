"""All rule files as a user sees them, whatever their kind: `find_rule(rulebook, "ROL050")` is the file of that rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.rulebook.book import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planlint.rulebook.book import Rulebook

# The folders under rules/, in the order in which they are listed. A new kind of rule is one word here.
KINDS = ("roles", "checks", "schemas", "lexicon")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file under rules/: its kind, what it is called, and where it stands. `does` is its role or level, if it has one.

    A role rule and many a user's rule have no title in English: then the name says it.
    """

    kind: str
    id: str
    name: str
    title: str
    title_en: str
    does: str
    path: Path

    def title_in(self, language: str) -> str:
        """The title in a language; empty where the file has none."""
        return str(getattr(self, f"title_{language}", self.title))

    @property
    def names(self) -> tuple[str, ...]:
        """What a user may call it."""
        return tuple(dict.fromkeys(name for name in (self.id, self.name, self.title, self.path.stem) if name))


def rule_files(rulebook: Rulebook) -> Iterator[RuleFile]:
    """Every rule file, kind by kind; RulebookError where one is no YAML."""
    for kind in KINDS:
        for path in rulebook.files(kind):
            value = read_yaml(path)
            yield _described(kind, path, value if isinstance(value, dict) else {})


def find_rule(rulebook: Rulebook, name: str) -> RuleFile | None:
    """The rule file of this id, name, title or file name, upper or lower case alike."""
    for rule in rule_files(rulebook):
        if name.casefold() in (known.casefold() for known in rule.names):
            return rule
    return None


def _described(kind: str, path: Path, value: dict[str, Any]) -> RuleFile:
    # a vocabulary is no rule with an id: its file name is its name, and the comment on top says what it is for
    own = kind != "lexicon"
    title = str(value.get("title", "")) if own else _top_comment(path)
    does = str(value.get("role") or value.get("level") or "") if own else ""
    return RuleFile(
        kind, str(value.get("id", path.stem)) if own else path.stem, str(value.get("name", path.stem)) if own else path.stem,
        title, str(value.get("title_en", "")) if own else title, does, path,
    )  # fmt: skip


def _top_comment(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ").partition(". ")[0].rstrip(".") if first.startswith("#") else ""
