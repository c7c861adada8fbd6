"""Declared options as pydantic checks them: `option_problems({"patern": "x"}, …)` says 未知的键 “patern”，是否指 “pattern”？"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from planlint.rulebook.options import OneOf, Options, Rows, without_none
from planlint.rulebook.places import say_problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.rulebook.places import PlacedYaml


def option_problems(
    given: Mapping[str, Any], declared: Options, placed: PlacedYaml, path: Path, *, partial: bool = False
) -> list[str]:
    """All that is wrong with a rule's options, with file and line; `partial` where what is left out stands elsewhere.

    `placed` has the lines of the keys, the options at its top.
    """
    keys: dict[str, tuple[str, ...]] = {"": declared.names}
    keys |= {option.name: option.type.names for option in declared if isinstance(option.type, Rows)}
    try:
        _model(declared, partial=partial).model_validate(dict(given))
    except ValidationError as error:
        return say_problems(error, placed, path, keys)
    return []


def _model(declared: Options, *, partial: bool = False) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for option in declared:
        asked = option.required and not partial
        default: Any = ... if asked else option.default
        optional = not asked and option.default is None
        type_ = _checked(option.type)
        fields[option.name.replace("-", "_")] = (
            type_ | None if optional else type_,
            Field(default, alias=option.name),
        )
    config = ConfigDict(extra="forbid", strict=True)
    return create_model("Options", __config__=config, **fields)


@lru_cache(maxsize=64)
def _row(rows: Rows) -> type[BaseModel]:
    return _model(rows)


def _checked(type_: Any) -> Any:  # noqa: ANN401 - a type of any form
    """The type as pydantic knows it."""
    bare = without_none(type_)
    if isinstance(bare, OneOf):
        return Literal[bare.names]
    if isinstance(bare, Rows):
        return list[_row(bare)]  # type: ignore[misc]
    if get_origin(bare) is list:
        return list[_checked(get_args(bare)[0])]  # type: ignore[misc]
    return type_
