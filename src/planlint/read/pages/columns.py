"""The pieces of a page in, its columns in reading order out: what runs over both columns parts the page into bands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.read.pages.pieces import Piece

# Prose fills its column; the cells of a table do not.
_FILLED = 0.6
_LEAST_LINES = 6
_MIDDLE = (0.3, 0.7)


def columns_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """One group of pieces for each stretch that is read from top to bottom."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [list(pieces)]
    groups: list[list[Piece]] = []
    left: list[Piece] = []
    right: list[Piece] = []
    wide: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -p.middle):
        if piece.x0 < gutter < piece.x1:
            groups += [left, right]
            left, right = [], []
            wide.append(piece)
        else:
            groups.append(wide)
            wide = []
            (left if piece.x1 <= gutter else right).append(piece)
    groups += [wide, left, right]
    return [group for group in groups if group]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where a blank strip parts two columns of prose; None on a page with one."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    first, last = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    starts = sorted(
        {
            p.x0
            for p in pieces
            if first + _MIDDLE[0] * (last - first) < p.x0 < first + _MIDDLE[1] * (last - first)
        }
    )
    for start in starts:
        x = start - 1
        left = [p for p in pieces if p.x1 <= x]
        right = [p for p in pieces if p.x0 >= x]
        across = len(pieces) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST_LINES or across > 0.2 * len(pieces):
            continue
        edge = max(p.x1 for p in left)
        if _is_prose(left, edge - first) and _is_prose(right, last - start):
            return (edge + start) / 2
    return None


def _is_prose(pieces: Sequence[Piece], width: float) -> bool:
    widths = sorted(p.x1 - p.x0 for p in pieces)
    return width > 0 and widths[len(widths) // 2] >= _FILLED * width
