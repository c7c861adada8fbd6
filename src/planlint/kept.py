"""What was read out of a file, kept between starts: `made_of(path, parse)` is `parse(path)`, or what an earlier start made of the same file.

Nothing is kept unless the program lays a keeper here (see `planlint.start`); the library reads every file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


class Keeper(Protocol):
    """Values by file and by what made them; `get` gives None for what is not kept, or for a file or a maker that has changed since."""

    def get(self, path: Path, parse: Callable[[Path], Any]) -> Any:  # noqa: ANN401, D102 - plain values of any shape
        ...

    def put(self, path: Path, parse: Callable[[Path], Any], value: Any) -> None:  # noqa: ANN401, D102
        ...


KEEPER: Keeper | None = None


def made_of(path: Path, parse: Callable[[Path], T]) -> T:
    """The value of the file, made of lists, dicts, texts and numbers; what `parse` raises is raised, and not kept."""
    if KEEPER is None:
        return parse(path)
    kept = KEEPER.get(path, parse)
    if kept is not None:
        return kept  # type: ignore[no-any-return]
    value = parse(path)
    KEEPER.put(path, parse, value)
    return value
