"""The strokes and pieces of a page in, its ruled tables out: the grid that the strokes draw, merged where a stroke is missing."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, NamedTuple

from planlint.read.linear import GridCell
from planlint.read.pages.pieces import Piece, joint, lines_of
from planlint.read.pages.strokes import NEAR, Stroke, clustered, strokes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.read.pages.strokes import Point

_MOST_CELLS = 20_000


class Ruled(NamedTuple):
    """A table with the height of its upper edge."""

    top: float
    cells: list[GridCell]


class _Frame(NamedTuple):
    """A grid: x of its columns from the left, y of its rows from the top, and the strokes that draw it."""

    xs: list[float]
    ys: list[float]
    across: list[Stroke]
    down: list[Stroke]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands inside."""
        x = (piece.x0 + piece.x1) / 2
        return self.xs[0] - NEAR < x < self.xs[-1] + NEAR and self.ys[-1] < piece.middle < self.ys[0]


def ruled_tables(
    segments: Iterable[tuple[Point, Point]], pieces: list[Piece]
) -> tuple[list[Ruled], list[Piece]]:
    """The tables of a page, and the pieces that stand in none."""
    across, down = strokes_of(segments)
    found = []
    for frame in _frames(across, down):
        inside = [piece for piece in pieces if frame.holds(piece)]
        cells = _cells(frame, inside)
        if sum(bool(cell.text) for cell in cells) >= 2:
            found.append(Ruled(frame.ys[0], cells))
            taken = set(map(id, inside))
            pieces = [piece for piece in pieces if id(piece) not in taken]
    return found, pieces


def _frames(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[_Frame]:
    """Strokes that cross one another, as grids of at least two columns and two rows' worth of lines."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for line in across:
        touching = [column for column in down if _cross(line, column)]
        own: tuple[list[Stroke], list[Stroke]] = ([line], touching)
        rest = []
        for group in groups:
            if any(column in group[1] for column in touching):
                own = (group[0] + own[0], group[1] + [c for c in own[1] if c not in group[1]])
            else:
                rest.append(group)
        groups = [*rest, own]
    frames = []
    for lines, columns in groups:
        xs = [sum(s.at for s in group) / len(group) for group in clustered(columns)]
        ys = [sum(s.at for s in group) / len(group) for group in clustered(lines)][::-1]
        if len(xs) >= 3 and len(ys) >= 2 and len(xs) * len(ys) <= _MOST_CELLS:
            frames.append(_Frame(xs, ys, lines, columns))
    return frames


def _cross(line: Stroke, column: Stroke) -> bool:
    return (
        line.start - NEAR <= column.at <= line.end + NEAR
        and column.start - NEAR <= line.at <= column.end + NEAR
    )


def _cells(frame: _Frame, pieces: Sequence[Piece]) -> list[GridCell]:
    """The cells with their words; two places with no stroke between them are one cell."""
    rows, columns = len(frame.ys) - 1, len(frame.xs) - 1
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for y in range(rows):
        for x in range(columns):
            if (y, x) in owner:
                continue
            across = 1
            while (
                x + across < columns
                and (y, x + across) not in owner
                and not _parted(frame.down, frame.xs[x + across], (frame.ys[y] + frame.ys[y + 1]) / 2)
            ):
                across += 1
            below = 1
            while y + below < rows and not any(
                _parted(frame.across, frame.ys[y + below], (frame.xs[x + i] + frame.xs[x + i + 1]) / 2)
                for i in range(across)
            ):
                below += 1
            sizes[y, x] = (below, across)
            owner.update({(y + j, x + i): (y, x) for j in range(below) for i in range(across)})
    words: dict[tuple[int, int], list[Piece]] = {place: [] for place in sizes}
    falling = [-y for y in frame.ys]
    for piece in pieces:
        x = min(max(bisect.bisect_right(frame.xs, (piece.x0 + piece.x1) / 2) - 1, 0), columns - 1)
        y = min(max(bisect.bisect_right(falling, -piece.middle) - 1, 0), rows - 1)
        words[owner[y, x]].append(piece)
    return [GridCell(y, x, _text(words[y, x]), *sizes[y, x]) for y, x in sizes]


def _parted(strokes: Sequence[Stroke], at: float, beside: float) -> bool:
    """Whether a stroke runs at this place and past that coordinate."""
    return any(abs(s.at - at) <= NEAR and s.start - NEAR <= beside <= s.end + NEAR for s in strokes)


def _text(pieces: Sequence[Piece]) -> str:
    """A cell's lines as one; the cell broke them, so nothing stands between them."""
    text = ""
    for line in lines_of(pieces):
        words = line.text.replace("\t", " ")
        text += (joint(text, words) if text else "") + words
    return text
