"""The shape of planlint.yaml, as pydantic checks it and as `planlint schema config` prints it. Imported only when a file is read."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from planlint.words import Text

PROFILES = ("recommended", "strict", "gongwen", "all")


def _listed(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever the file holds
    return [value] if isinstance(value, str) else value


def _setting(value: Any) -> Any:  # noqa: ANN401 - as above
    """`TGT001: error`, `TGT001: off` (which YAML reads as False) and `TGT001: {level: error, words: […]}` alike."""
    if value is None or value is True:
        return {}
    if value is False or isinstance(value, str):
        return {"level": value}
    return value


def _level(value: Any) -> Any:  # noqa: ANN401 - as above
    return "off" if value is False else value


def _names(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
        return value
    raise ValueError(Text.of("config.names"))


def _pairs(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str) or (
        isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    ):
        return value
    raise ValueError(Text.of("config.pairs"))


_STRINGS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_LEVELS = ["error", "warning", "info", "off"]
Strings = Annotated[list[str], BeforeValidator(_listed), WithJsonSchema(_STRINGS)]
Level = Annotated[
    Literal["error", "warning", "info", "off"],
    BeforeValidator(_level),
    WithJsonSchema({"enum": [*_LEVELS, False]}),
]


class RuleSetting(BaseModel):
    """What a configuration says of one rule: its level, and options by name."""

    model_config = ConfigDict(extra="allow")
    level: Level | None = Field(None, description="setting.level")


_SETTING_SCHEMA = {
    "anyOf": [
        {"enum": [*_LEVELS, True, False]},
        {"type": "object", "properties": {"level": {"enum": [*_LEVELS, False]}}},
    ]
}


class PeriodShape(BaseModel):
    """The years of the plan."""

    model_config = ConfigDict(extra="forbid")
    start: int = Field(ge=1949, le=2200, description="setting.period_start")
    end: int = Field(ge=1949, le=2200, description="setting.period_end")

    @model_validator(mode="after")
    def _in_order(self) -> PeriodShape:
        if self.end < self.start:
            raise ValueError(Text.of("config.years", end=self.end, start=self.start))
        return self


class UnitsShape(BaseModel):
    """The units that may answer for a task, and their short names."""

    model_config = ConfigDict(extra="forbid")
    roster: Annotated[Any, BeforeValidator(_names), WithJsonSchema(_STRINGS)] = Field(
        None, description="setting.roster"
    )
    aliases: Annotated[
        Any,
        BeforeValidator(_pairs),
        WithJsonSchema(
            {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
        ),
    ] = Field(None, description="setting.aliases")


class ConfigShape(BaseModel):
    """planlint.yaml."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, title="planlint.yaml")
    extends: Strings = Field(["builtin:recommended"], description="setting.extends")
    rules: dict[str, Annotated[RuleSetting, BeforeValidator(_setting), WithJsonSchema(_SETTING_SCHEMA)]] = (
        Field(default_factory=dict, description="setting.rules")
    )
    rule_folders: Strings = Field(
        default_factory=list, alias="rule-folders", description="setting.rule_folders"
    )
    period: PeriodShape | None = Field(None, description="setting.period")
    units: UnitsShape | None = Field(None, description="setting.units")
    ignore: Strings = Field(default_factory=list, description="setting.ignore")
    schema_name: str | None = Field(None, alias="schema", description="setting.schema")
    fail_on: Literal["error", "warning", "info", "never"] | None = Field(
        None, alias="fail-on", description="setting.fail_on"
    )

    @field_validator("extends")
    @classmethod
    def _known_profile(cls, value: list[str]) -> list[str]:
        for name in value:
            if name.startswith("builtin:") and name.removeprefix("builtin:") not in PROFILES:
                known = tuple(f"builtin:{profile}" for profile in PROFILES)
                raise ValueError(Text.of("config.profile", name=name, known=known))
        return value


def config_schema() -> dict[str, Any]:
    """The JSON Schema of planlint.yaml, for editors; `rules` may also name a folder."""
    schema = ConfigShape.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    rules = schema["properties"]["rules"]
    schema["properties"]["rules"] = {
        "description": rules.pop("description"),
        "anyOf": [rules, *_STRINGS["anyOf"]],
    }
    return schema


def keys_by_parent() -> dict[str, tuple[str, ...]]:
    """The keys that may stand under each key, for suggestions; the top is ``""``."""

    def names(shape: type[BaseModel]) -> tuple[str, ...]:
        return tuple(field.alias or name for name, field in shape.model_fields.items())

    return {"": names(ConfigShape), "period": names(PeriodShape), "units": names(UnitsShape)}
