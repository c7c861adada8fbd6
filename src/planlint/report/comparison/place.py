"""The columns that every sheet of a comparison shares: the characters that a row stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.sheets.sheet import Column, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.plan_facts import Evidence


def of(*names: str) -> Callable[[Any], Any]:
    """A function that gives a value of a row: `of("cell", "year")` is its `cell.year`."""

    def value(row: Any) -> Any:  # noqa: ANN401 - any row
        for name in names:
            row = getattr(row, name)
        return row

    return value


def place(found: Callable[[Any], Evidence]) -> tuple[Column, ...]:
    """Quote and place, of the evidence that a function finds in a row."""
    return (
        Column("quote", lambda row: found(row).quote),
        Column("line", lambda row: found(row).line, Kind.NUMBER),
        Column("column", lambda row: found(row).column, Kind.NUMBER),
        Column("start", lambda row: found(row).span.start, Kind.NUMBER),
        Column("end", lambda row: found(row).span.end, Kind.NUMBER),
    )
