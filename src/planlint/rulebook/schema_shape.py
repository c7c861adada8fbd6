"""The shape of the files under rules/schemas/, as pydantic checks it and as `planlint schema plan` prints it. Imported only for those."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from planlint.errors import RulebookError
from planlint.rulebook.places import read_placed, say_problems
from planlint.rulebook.plan_schema import ELEMENTS, FIELDS, LEVELS, NEEDS
from planlint.rulebook.regexes import run_away

if TYPE_CHECKING:
    from pathlib import Path

Id = Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
Level = Literal[LEVELS]  # type: ignore[valid-type]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Need(_Shape):
    id: Id = Field(description="报告中的编号")
    title: str = Field(min_length=1, description="要求（中文）")
    title_en: str = Field("", description="要求（英文）")


def _regex(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"不是有效的正则表达式（{error.msg}），请改正") from error
    why = run_away(value)
    if why is not None:
        raise ValueError(f"会回溯失控（{why}），请改写")
    return value


class SectionShape(_Need):
    """A part that must be there."""

    names: list[str] = Field(min_length=1, description="标题中出现其一即可")
    unless: list[str] = Field(default_factory=list, description="标题中出现其一的不算")
    level: Level = Field("warning", description="缺少时的级别；none 只列入要求，不报问题")
    others: int = Field(0, ge=0, description="没有这样的标题时，不属于其他部分的一级标题达到几个也算")


class TextShape(_Need):
    """Words that must stand somewhere."""

    pattern: str = Field(description="全文须有匹配的文字（正则表达式）")
    level: Level = "info"
    _checked = field_validator("pattern")(_regex)


class FactShape(_Need):
    """Something that the facts must show."""

    need: Literal[NEEDS] = Field(description="要求的种类")  # type: ignore[valid-type]
    rule: str | None = Field(None, pattern="^[A-Z]{2,5}[0-9]{3}$", description="逐处报告该问题的规则")


class ElementShape(_Need):
    """An element of an official document."""

    element: Literal[ELEMENTS] = Field(description="公文要素")  # type: ignore[valid-type]
    level: Level = "error"


class ValueShape(_Need):
    """What a datum may be."""

    field: Literal[FIELDS] = Field(description="文档的哪一项")  # type: ignore[valid-type]
    pattern: str | None = Field(None, description="须匹配的正则表达式")
    one_of: list[str] = Field(default_factory=list, description="允许的值")
    least: int | None = Field(None, description="最小值")
    most: int | None = Field(None, description="最大值")
    _checked = field_validator("pattern")(_regex)

    @model_validator(mode="after")
    def _says_something(self) -> ValueShape:
        if self.pattern is None and not self.one_of and self.least is None and self.most is None:
            raise ValueError("没有限定任何值，请写 pattern、one_of、least 或 most 之一")
        return self


class SourceShape(_Shape):
    """Where the requirement comes from."""

    doc: str
    strength: Literal["standard", "derived", "house-style"]


class SchemaShape(_Shape):
    """One file of rules/schemas/."""

    id: Id = Field(description="--schema 的名称")
    name: Id | None = Field(None, description="英文名")
    title: str = Field(min_length=1, description="中文名")
    title_en: str = Field("", description="英文名（显示用）")
    kinds: list[str] = Field(default_factory=list, description="标题以其一结尾的规划自动采用")
    summary: str = ""
    why: str = ""
    source: SourceShape
    sections: list[SectionShape] = Field(default_factory=list, description="必备章节")
    texts: list[TextShape] = Field(default_factory=list, description="必备文字")
    facts: list[FactShape] = Field(default_factory=list, description="必备事项")
    elements: list[ElementShape] = Field(default_factory=list, description="公文要素")
    order: list[Literal[ELEMENTS]] = Field(default_factory=list, description="要素的先后次序")  # type: ignore[valid-type]
    values: list[ValueShape] = Field(default_factory=list, description="允许的值")

    @model_validator(mode="after")
    def _once(self) -> SchemaShape:
        ids = [
            n.id
            for group in (self.sections, self.texts, self.facts, self.elements, self.values)
            for n in group
        ]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"编号 {'、'.join(twice)} 重复，请各用一个")
        if not ids:
            raise ValueError("没有任何要求，请至少写 sections、texts、facts、elements、values 之一")
        return self


_GROUPS: dict[str, type[BaseModel]] = {
    "sections": SectionShape,
    "texts": TextShape,
    "facts": FactShape,
    "elements": ElementShape,
    "values": ValueShape,
}


def problems_of_schema(path: Path) -> list[str]:
    """All problems of one schema file, each `file:line: what, remedy`."""
    try:
        placed = read_placed(path)
    except RulebookError as error:
        return list(error.problems)
    if not isinstance(placed.value, dict):
        return [
            *placed.problems,
            f"{path}:1: 文种文件应是 “键: 值” 的对照，请对照内置文种的写法（planlint rules show action-plan）",
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
