"""What a kind of plan must contain, one YAML file each under rules/schemas/: 行动计划 needs 目标, 重点任务, 保障措施."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, UsageError
from planlint.rulebook.book import builtin_rules, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.rulebook.book import Rulebook


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
    """One kind of document. `kinds` are the words a title ends in that pick it, `genres` pick it where no title does; else its name does."""

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
    genres: tuple[str, ...] = ()

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


@lru_cache(maxsize=8)
def load_schemas(rulebook: Rulebook) -> tuple[PlanSchema, ...]:
    """All schemas; a file of a user's folder replaces ours of the same name or id. RulebookError with every problem of the user's files."""
    own = builtin_rules() / "schemas"
    paths = rulebook.files("schemas")
    if any(path.parent != own for path in paths):
        from planlint.rulebook.schema_shape import problems_of_schema

        problems = [p for path in paths if path.parent != own for p in problems_of_schema(path)]
        if problems:
            raise RulebookError(problems)
    by_id: dict[str, PlanSchema] = {}
    # ours first, so that a user's schema of the same id takes its place
    for path in sorted(paths, key=lambda path: path.parent != own):
        schema = schema_from(read_yaml(path), path)
        by_id[schema.id] = schema
    return tuple(by_id[key] for key in sorted(by_id))


def schema_from(raw: dict[str, Any], path: Path) -> PlanSchema:
    """One schema from its file's value."""

    def items(cls: type[Any], key: str) -> tuple[Any, ...]:
        return tuple(
            cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in {"title_en": "", **item}.items()})
            for item in raw.get(key) or ()
        )

    return PlanSchema(
        id=raw["id"], name=raw.get("name", raw["id"]), title=raw["title"], title_en=raw.get("title_en", ""),
        kinds=tuple(raw.get("kinds") or ()), summary=raw.get("summary", ""), sections=items(SectionNeed, "sections"),
        texts=items(TextNeed, "texts"), facts=items(FactNeed, "facts"), elements=items(ElementNeed, "elements"),
        order=tuple(raw.get("order") or ()), values=items(ValueNeed, "values"), path=path,
        genres=tuple(raw.get("genres") or ()),
    )  # fmt: skip


def pick_schema(
    schemas: Sequence[PlanSchema], kind: str | None, wanted: str | None = None, genre: str | None = None
) -> PlanSchema | None:
    """The schema that a user named, else the one whose kinds fit the plan's kind best, else that of its genre; UsageError for a name that none has."""
    if wanted is not None:
        folded = wanted.strip().casefold()
        for schema in schemas:
            if folded in (name.casefold() for name in schema.names if name):
                return schema
        raise UsageError(_unknown(schemas, wanted))
    fits = [(len(word), schema) for schema in schemas for word in schema.kinds if (kind or "").endswith(word)]
    if fits:
        return max(fits, key=lambda fit: fit[0])[1]
    return next((schema for schema in schemas if genre in schema.genres), None)


def _unknown(schemas: Sequence[PlanSchema], wanted: str) -> str:
    import difflib

    names = {name.casefold(): name for schema in schemas for name in schema.names if name}
    near = difflib.get_close_matches(wanted.strip().casefold(), list(names), 1, 0.5)
    hint = f"，是否指 “{names[near[0]]}”？" if near else ""
    choices = "、".join(f"{schema.id}（{schema.title}）" for schema in schemas)
    return f"--schema: 没有文种 “{wanted}”{hint}；可用：{choices}"


def schema_json() -> dict[str, Any]:
    """The JSON Schema of a schema file, for editors."""
    from planlint.rulebook.schema_shape import schema_json as shape_json

    return shape_json()
