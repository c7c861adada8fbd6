"""What a kind of plan must contain, one YAML file each under rules/schemas/: 行动计划 needs 目标, 重点任务, 保障措施."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from planlint.errors import RulebookError, UsageError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.words import Text

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


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def title_en(self) -> str: ...


def title_of(one: _Titled) -> Text:
    """The title of a kind of plan, or of one of its requirements; those of a user may be Chinese alone."""
    return Text.own(one.id, {"zh": one.title, "en": one.title_en or one.title})


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
    )  # fmt: skip


def pick_schema(
    schemas: Sequence[PlanSchema], kind: str | None, wanted: str | None = None
) -> PlanSchema | None:
    """The schema that a user named, else the one whose kinds fit the plan's kind best; UsageError for a name that none has."""
    if wanted is not None:
        folded = wanted.strip().casefold()
        for schema in schemas:
            if folded in (name.casefold() for name in schema.names if name):
                return schema
        raise UsageError(_unknown(schemas, wanted))
    if kind is None:
        return None
    fits = [(len(word), schema) for schema in schemas for word in schema.kinds if kind.endswith(word)]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _unknown(schemas: Sequence[PlanSchema], wanted: str) -> Text:
    import difflib

    names = {name.casefold(): name for schema in schemas for name in schema.names if name}
    near = difflib.get_close_matches(wanted.strip().casefold(), list(names), 1, 0.5)
    hint = Text.of("rules.near", name=names[near[0]]) if near else ""
    known = tuple(Text.of("schema.choice", id=schema.id, title=title_of(schema)) for schema in schemas)
    return Text.of("schema.none_such", name=wanted, near=hint, known=known)


def schema_json() -> dict[str, Any]:
    """The JSON Schema of a schema file, for editors."""
    from planlint.rulebook.schema_shape import schema_json as shape_json

    return shape_json()
