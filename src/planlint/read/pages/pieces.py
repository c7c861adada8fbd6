"""Characters with their places in, the pieces, segments and lines that they make up out; y grows upward, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In units of the font size: a gap that parts columns, one that is a blank, and how far a character may sit off the line.
_COLUMN_GAP = 1.5
_BLANK_GAP = 0.45
_OFF_LINE = 0.5


@dataclass(slots=True, eq=False)
class Piece:
    """Characters that follow one another on one line without a gap."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.y0 + self.y1) / 2


class Line(NamedTuple):
    """One printed line: its pieces from left to right, joined by tabs."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    pieces: int = 1


def pieces_of(glyphs: Iterable[Piece]) -> list[Piece]:
    """Characters in the order of the file as pieces; any gap that can be seen parts two of them."""
    pieces: list[Piece] = []
    last: Piece | None = None
    for glyph in glyphs:
        if last is None or not _follows(last, glyph):
            if not glyph.text.isspace():
                pieces.append(glyph)
                last = glyph
            continue
        last.x1 = glyph.x1 if glyph.x1 > last.x1 else last.x1
        if glyph.text.isspace():
            last.text += "" if last.text.endswith(" ") else " "
            continue
        last.text += glyph.text
        if glyph.y0 != last.y0 or glyph.y1 != last.y1:
            last.y0, last.y1 = min(last.y0, glyph.y0), max(last.y1, glyph.y1)
            last.size = max(last.size, glyph.size)
    for piece in pieces:
        piece.text = piece.text.strip()
    return [piece for piece in pieces if piece.text]


def _follows(piece: Piece, glyph: Piece) -> bool:
    size = glyph.size if glyph.size > piece.size else piece.size
    if not -size < glyph.x0 - piece.x1 < _BLANK_GAP * size:
        return False
    return abs(glyph.y0 + glyph.y1 - piece.y0 - piece.y1) < 2 * _OFF_LINE * size


def segments_of(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of each row that no wide gap parts, as one; what the file draws later (a quotation mark) finds its place."""
    found: list[Piece] = []
    for row in _rows(pieces):
        open_piece: Piece | None = None
        for piece in row:
            if open_piece is not None and piece.x0 - open_piece.x1 < _COLUMN_GAP * max(
                piece.size, open_piece.size
            ):
                open_piece.text += _seam(open_piece, piece) + piece.text
                open_piece.x1 = max(open_piece.x1, piece.x1)
                open_piece.y0, open_piece.y1 = min(open_piece.y0, piece.y0), max(open_piece.y1, piece.y1)
                open_piece.size = max(open_piece.size, piece.size)
            else:
                open_piece = Piece(piece.text, piece.x0, piece.x1, piece.y0, piece.y1, piece.size)
                found.append(open_piece)
    return found


def _seam(before: Piece, piece: Piece) -> str:
    return joint(before.text, piece.text) if piece.x0 - before.x1 < _BLANK_GAP * before.size else " "


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The pieces as lines from top to bottom."""
    return [_line(row) for row in _rows(segments_of(pieces))]


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one line, from left to right; the lines from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.middle):
        row = rows[-1] if rows else None
        if row is not None and _same_row(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _same_row(row: list[Piece], piece: Piece) -> bool:
    shared = min(row[0].y1, piece.y1) - max(row[0].y0, piece.y0)
    return shared > 0.6 * min(row[0].y1 - row[0].y0, piece.y1 - piece.y0)


def _line(row: list[Piece]) -> Line:
    text = "\t".join(piece.text for piece in row)
    biggest = max(row, key=lambda p: len(p.text))
    return Line(
        text, row[0].x0, max(p.x1 for p in row), min(p.y0 for p in row), max(p.y1 for p in row), biggest.size, len(row),
    )  # fmt: skip


def joint(before: str, after: str) -> str:
    """What stands between two stretches of text that were one: a blank between two words of Latin letters, else nothing."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
