"""What is drawn of one document is there whole or not at all: a document that cannot be drawn is told, and the others are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.sheets.look import Look, Report

Item = TypeVar("Item")
Piece = TypeVar("Piece")


def each_whole(
    items: Iterable[tuple[str, Item]],
    look: Look,
    draw: Callable[[Item], Iterable[Piece]],
    instead: Callable[[Report], Iterable[Piece]] = lambda _: (),
) -> Iterator[list[Piece]]:
    """The pieces that `draw` makes of each named item; `instead` draws the record of one that failed."""
    for name, item in items:
        try:
            pieces = list(draw(item))
        except Exception as error:
            if look.failed is None:
                raise
            pieces = list(instead(look.failed(name, error)))
        if pieces:
            yield pieces


def named(reports: Iterable[Report]) -> Iterator[tuple[str, Report]]:
    """Each report with the path of its document."""
    return ((report["source"]["path"], report) for report in reports)
