"""What a kind of plan must contain, one YAML file each under rules/schemas/: 行动计划 needs 目标, 重点任务, 保障措施."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, UsageError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.plan_schema import ElementNeed, FactNeed, PlanSchema, SectionNeed, TextNeed, ValueNeed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.rulebook.book import Rulebook


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
