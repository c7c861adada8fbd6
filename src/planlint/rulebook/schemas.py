"""What a kind of plan must contain, one YAML file each under rules/schemas/: 行动计划 needs 目标, 重点任务, 保障措施."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from planlint.errors import RulebookError, UsageError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.plan_schema import ElementNeed, FactNeed, PlanSchema, SectionNeed, TextNeed, ValueNeed
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.rulebook.book import Rulebook


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
