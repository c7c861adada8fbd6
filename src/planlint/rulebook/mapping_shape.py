"""The keys of a mapping file, as pydantic checks them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from planlint.model.mapping import Aspect, Level, Mode  # noqa: TC001 - pydantic reads the annotations
from planlint.words import Text


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class JoinShape(_Shape):
    """`{noun: 高新技术企业, modes: [培育, 新增]}`."""

    noun: str
    modes: list[Mode | None] = Field(default_factory=list)
    levels: list[Level | None] = Field(default_factory=list)

    @model_validator(mode="after")
    def _joins_something(self) -> JoinShape:
        if len(self.modes) < 2 and len(self.levels) < 2:
            raise ValueError(Text.of("mapping.join"))
        return self


class SplitShape(_Shape):
    """`{noun: 高新技术企业, by: [mode]}` or `{noun: 众创空间, names: [专业化众创空间]}`."""

    noun: str
    by: list[Aspect] = Field(default_factory=list)
    names: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _splits_something(self) -> SplitShape:
        if not self.by and not self.names:
            raise ValueError(Text.of("mapping.split"))
        return self


class SuggestionShape(_Shape):
    """One suggestion as --write-mapping writes it; only `accept` is for the user to change."""

    noun: str
    other: str
    accept: bool = False
    score: Any = None
    plans: Any = None
    other_plans: Any = None
    gains: Any = None
    remains: Any = None
    conflicts: Any = None


class MappingShape(_Shape):
    """The whole file."""

    nouns: dict[str, list[str]] | None = None
    join: list[JoinShape] | None = None
    split: list[SplitShape] | None = None
    suggestions: list[SuggestionShape] | None = None


KEYS = {
    "": tuple(MappingShape.model_fields),
    "join": tuple(JoinShape.model_fields),
    "split": tuple(SplitShape.model_fields),
    "suggestions": tuple(SuggestionShape.model_fields),
}
