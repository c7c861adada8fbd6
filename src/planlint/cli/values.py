"""Option values converted without pydantic: typer since 0.29 loads it for every string, which costs more than reading a plan.

It is a shortcut and nothing else: a typer that has no such door, or a parameter of another type, goes typer's own way.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer


def convert_plainly(parameter: Any) -> None:  # noqa: ANN401 - click's parameter, vendored or not
    """Give a parameter of text, paths, choices or a flag a converter of our own."""
    descriptor = getattr(parameter, "type_descriptor", None)
    if descriptor is None or not hasattr(parameter, "_runtime_param"):
        return
    annotation = descriptor.annotation
    item = get_args(annotation)[0] if get_origin(annotation) is list else annotation
    if isinstance(item, type) and issubclass(item, (str, Path, bool, Enum)):
        parameter._runtime_param = PlainValue(item, several=item is not annotation)  # noqa: SLF001 - see above


class PlainValue:
    """Turns the words of the command line into values of one type."""

    def __init__(self, item: type[str | Path | bool | Enum], *, several: bool) -> None:
        self._item = item
        self._several = several

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401
        """The value of an option or argument; BadParameter where a choice is not among those that there are."""
        if value is None:
            return () if self._several else None
        if self._several:
            return [self._convert(item, param, ctx) for item in value]
        return self._convert(value, param, ctx)

    def _convert(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401
        if isinstance(value, self._item):
            return value
        if issubclass(self._item, Enum):
            for choice in self._item:
                if choice.value == value:
                    return choice
            choices = ", ".join(repr(choice.value) for choice in self._item)
            raise typer.BadParameter(f"{value!r} is not one of {choices}.", ctx=ctx, param=param)
        plain: Any = self._item
        return plain(value)
