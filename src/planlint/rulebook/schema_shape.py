"""The shape of the files under rules/schemas/, as pydantic checks it and as `planlint schema plan` prints it. Imported only for those."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from planlint.errors import RulebookError, located
from planlint.rulebook.places import read_placed, say_problems
from planlint.rulebook.plan_schema import ELEMENTS, FIELDS, LEVELS, NEEDS
from planlint.rulebook.regexes import run_away
from planlint.words import Text

if TYPE_CHECKING:
    from pathlib import Path

Id = Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
Level = Literal[LEVELS]  # type: ignore[valid-type]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Need(_Shape):
    id: Id = Field(description="need.id")
    title: str = Field(min_length=1, description="need.title")
    title_en: str = Field("", description="need.title_en")


def _regex(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(Text.of("regex.value_broken", why=error.msg)) from error
    why = run_away(value)
    if why is not None:
        raise ValueError(Text.of("regex.value_runs_away", why=why))
    return value


class SectionShape(_Need):
    """A part that must be there."""

    names: list[str] = Field(min_length=1, description="need.names")
    unless: list[str] = Field(default_factory=list, description="need.unless")
    level: Level = Field("warning", description="need.level")
    others: int = Field(0, ge=0, description="need.others")


class TextShape(_Need):
    """Words that must stand somewhere."""

    pattern: str = Field(description="need.pattern")
    level: Level = "info"
    _checked = field_validator("pattern")(_regex)


class FactShape(_Need):
    """Something that the facts must show."""

    need: Literal[NEEDS] = Field(description="need.need")  # type: ignore[valid-type]
    rule: str | None = Field(None, pattern="^[A-Z]{2,5}[0-9]{3}$", description="need.rule")


class ElementShape(_Need):
    """An element of an official document."""

    element: Literal[ELEMENTS] = Field(description="need.element")  # type: ignore[valid-type]
    level: Level = "error"


class ValueShape(_Need):
    """What a datum may be."""

    field: Literal[FIELDS] = Field(description="need.field")  # type: ignore[valid-type]
    pattern: str | None = Field(None, description="need.value_pattern")
    one_of: list[str] = Field(default_factory=list, description="need.values")
    least: int | None = Field(None, description="need.least")
    most: int | None = Field(None, description="need.most")
    _checked = field_validator("pattern")(_regex)

    @model_validator(mode="after")
    def _says_something(self) -> ValueShape:
        if self.pattern is None and not self.one_of and self.least is None and self.most is None:
            raise ValueError(Text.of("schema.no_bound"))
        return self


class SourceShape(_Shape):
    """Where the requirement comes from."""

    doc: str
    doc_en: str = ""
    strength: Literal["standard", "derived", "house-style"]


class SchemaShape(_Shape):
    """One file of rules/schemas/."""

    id: Id = Field(description="plan_kind.id")
    name: Id | None = Field(None, description="plan_kind.name")
    title: str = Field(min_length=1, description="plan_kind.title")
    title_en: str = Field("", description="plan_kind.title_en")
    kinds: list[str] = Field(default_factory=list, description="plan_kind.kinds")
    genres: list[str] = Field(default_factory=list, description="plan_kind.genres")
    summary: str = ""
    why: str = ""
    source: SourceShape
    sections: list[SectionShape] = Field(default_factory=list, description="plan_kind.sections")
    texts: list[TextShape] = Field(default_factory=list, description="plan_kind.texts")
    facts: list[FactShape] = Field(default_factory=list, description="plan_kind.facts")
    elements: list[ElementShape] = Field(default_factory=list, description="need.element")
    order: list[Literal[ELEMENTS]] = Field(default_factory=list, description="plan_kind.order")  # type: ignore[valid-type]
    values: list[ValueShape] = Field(default_factory=list, description="need.values")

    @model_validator(mode="after")
    def _once(self) -> SchemaShape:
        ids = [
            n.id
            for group in (self.sections, self.texts, self.facts, self.elements, self.values)
            for n in group
        ]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(Text.of("schema.same_id", ids=tuple(twice)))
        if not ids:
            raise ValueError(Text.of("schema.nothing"))
        return self


_GROUPS: dict[str, type[BaseModel]] = {
    "sections": SectionShape,
    "texts": TextShape,
    "facts": FactShape,
    "elements": ElementShape,
    "values": ValueShape,
}


def problems_of_schema(path: Path) -> list[Text]:
    """All problems of one schema file, each `file:line: what, remedy`."""
    try:
        placed = read_placed(path)
    except RulebookError as error:
        return list(error.texts)
    if not isinstance(placed.value, dict):
        return [
            *placed.problems,
            located(f"{path}:1", "schema.shape"),
        ]
    try:
        SchemaShape.model_validate(placed.value)
    except ValidationError as error:
        keys = {"": SchemaShape.model_fields, "source": SourceShape.model_fields}
        keys |= {group: shape.model_fields for group, shape in _GROUPS.items()}
        return [*placed.problems, *say_problems(error, placed, path, keys)]
    return list(placed.problems)


def schema_json() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a schema file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SchemaShape.model_json_schema(),
        "title": "planlint rules/schemas",
    }
