"""Role rules, one YAML file each under rules/roles/: which number is what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.rulebook.book import read_yaml
from planlint.rulebook.classes import with_classes

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class RoleExample:
    """A sentence whose number between ⟦ and ⟧ must (or must not) get the rule's role."""

    text: str
    expect: str


@dataclass(frozen=True, slots=True)
class RoleRule:
    """The first rule, by `order`, whose conditions all hold decides a number's role.

    `number` is searched in the number with its bounds and unit (不少于40家), `before` in the half-sentence left of the number, `after` right of it, `clause` and `sentence` in the whole
    clause and half-sentence, `section` in the headings' path, `tense` in what the zone is (review, plan, norm, unknown); `needs` are literals of which one must stand in the half-sentence.
    """

    id: str
    name: str
    title: str
    role: str
    order: int
    kinds: frozenset[str]
    needs: tuple[str, ...]
    number: str | None
    before: str | None
    after: str | None
    clause: str | None
    sentence: str | None
    unless: str | None
    section: str | None
    tense: str | None
    summary: str
    why: str
    limits: str
    examples: tuple[RoleExample, ...]
    path: Path


PATTERN_FIELDS = ("number", "before", "after", "clause", "sentence", "unless", "section", "tense")


@lru_cache(maxsize=8)
def load_roles(rulebook: Rulebook) -> tuple[RoleRule, ...]:
    """All role rules of the rulebook in the order in which they are asked."""
    rules = [role_from(read_yaml(path), path, rulebook) for path in rulebook.files("roles")]
    return tuple(sorted(rules, key=lambda rule: (rule.order, rule.id)))


def role_from(raw: dict[str, Any], path: Path, rulebook: Rulebook) -> RoleRule:
    """One rule from its file's value, the classes in its patterns put out as words."""
    patterns = {name: raw.get(name) for name in PATTERN_FIELDS}
    return RoleRule(
        id=raw["id"], name=raw["name"], title=raw.get("title", ""), role=raw["role"], order=int(raw["order"]),
        kinds=frozenset(raw.get("kinds", ())), needs=tuple(raw.get("needs", ())),
        summary=raw.get("summary", ""), why=raw.get("why", ""), limits=raw.get("limits", ""),
        examples=tuple(RoleExample(e["text"], e["expect"]) for e in raw.get("examples", ())), path=path,
        **{name: with_classes(pattern, rulebook) if pattern else None for name, pattern in patterns.items()},
    )  # fmt: skip
