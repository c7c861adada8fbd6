"""Check rules, one YAML file each under rules/checks/ (or a list under `rules:` in a file of the user's): what to find, what to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.bounded_yaml import yaml_files

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.model.finding import Level, Tier
    from planlint.rulebook.book import Rulebook
    from planlint.rulebook.options import Declared

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

    `source` is the document and clause it rests on, and that source's strength: standard, derived or house-style.
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
    source: tuple[str, str]
    profiles: tuple[str, ...]
    options: dict[str, Any] = field(hash=False)
    tests: tuple[CheckTest, ...]
    path: Path


@lru_cache(maxsize=8)
def read_checks(rulebook: Rulebook, declared: Declared) -> tuple[CheckRule, ...]:
    """All checks by id, ours first and a user's of the same id in their place; RulebookError with every problem of the user's files.

    `declared` gives the options of a kind. The kinds are a stage, which no rulebook knows: `check/rules.py` brings both together.
    """
    rules = {rule.id: rule for path in yaml_files(builtin_rules() / "checks") for rule in rules_of(path)}
    problems: list[str] = []
    for folder in rulebook.folders:
        for path in (*yaml_files(folder / "checks"), *yaml_files(folder)):
            from planlint.rulebook.check_shape import problems_of_check

            found = problems_of_check(path, declared)
            problems += found
            if not found:
                rules.update((rule.id, rule) for rule in rules_of(path))
    if problems:
        raise RulebookError(problems)
    return tuple(rules[key] for key in sorted(rules))


def rules_of(path: Path) -> list[CheckRule]:
    """The rules of one file: the file itself, or each item of its `rules:`."""
    value = read_yaml(path)
    items = value["rules"] if isinstance(value, dict) and "rules" in value else [value]
    return [check_from(item, path) for item in items]


def check_from(raw: dict[str, Any], path: Path) -> CheckRule:
    """One check from its file's value; what the file leaves out has a default."""
    source = raw.get("source") or {}
    return CheckRule(
        id=raw["id"], name=raw["name"], title=raw.get("title", raw["name"]), title_en=raw.get("title_en", ""), kind=raw["kind"],
        level=raw["level"], scope=raw.get("scope", "G"), fix=raw.get("fix"), message=raw["message"],
        message_en=raw.get("message_en", ""), why=raw.get("why", ""), why_en=raw.get("why_en", ""), remedy=raw.get("remedy", ""),
        remedy_en=raw.get("remedy_en", ""), source=(source.get("doc", ""), source.get("strength", "house-style")),
        profiles=tuple(raw.get("profiles") or ()), options=raw.get("options") or {}, path=path,
        tests=tuple(
            CheckTest(t.get("bad"), t.get("good", t.get("ok")), tuple(t["at"]) if t.get("at") else None, t.get("with") or {}, t.get("fixed"))
            for t in raw.get("tests") or ()
        ),
    )  # fmt: skip
