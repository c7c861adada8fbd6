"""One page of a PDF in, its characters with their places out, as they stand on the page that a reader sees."""

from __future__ import annotations

from ctypes import byref, c_float
from typing import TYPE_CHECKING

from planlint.read.pages.pieces import Piece
from planlint.read.pdf.library import Box, pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Turn = Callable[[float, float], tuple[float, float]]

_BREAKS = "\r\n\x00\ufffe\uffff"
_LETTER = (0.0, 0.0, 612.0, 792.0)


def turn_of(page: int) -> tuple[Turn, float]:
    """How the page's own coordinates lead to those of the page as shown, and its height as shown."""
    left, bottom, right, top = _box(page)
    wide, high = right - left, top - bottom
    turns: tuple[tuple[Turn, float], ...] = (
        (lambda x, y: (x - left, y - bottom), high),
        (lambda x, y: (y - bottom, right - x), wide),
        (lambda x, y: (right - x, top - y), high),
        (lambda x, y: (top - y, x - left), wide),
    )
    return turns[max(pdfium().FPDFPage_GetRotation(page), 0) % 4]


def _box(page: int) -> tuple[float, float, float, float]:
    """The part of the page that is shown: left, bottom, right, top."""
    library = pdfium()
    sides = [c_float() for _ in range(4)]
    places = [byref(side) for side in sides]
    if library.FPDFPage_GetCropBox(page, *places) or library.FPDFPage_GetMediaBox(page, *places):
        left, bottom, right, top = (side.value for side in sides)
        return left, bottom, right, top
    return _LETTER


def glyphs_of(words: int, turn: Turn) -> Iterator[Piece]:
    """The characters that the file holds, each a piece of its own; blanks that the library infers are left to the gaps."""
    library = pdfium()
    unicode_of, is_generated, find_box = (
        library.FPDFText_GetUnicode, library.FPDFText_IsGenerated, library.FPDFText_GetLooseCharBox,
    )  # fmt: skip
    box = Box()
    place = byref(box)
    for i in range(library.FPDFText_CountChars(words)):
        char = chr(unicode_of(words, i) & 2097151)
        if char in _BREAKS or (char == " " and is_generated(words, i) == 1):
            continue
        if "\ud800" <= char <= "\udfff":
            char = "\ufffd"  # half a character that the font could not name
        if not find_box(words, i, place):
            continue
        (x0, y0), (x1, y1) = turn(box.left, box.bottom), turn(box.right, box.top)
        if x1 < x0:
            x0, x1 = x1, x0
        if y1 < y0:
            y0, y1 = y1, y0
        yield Piece("-" if char == "\x02" else char, x0, x1, y0, y1, y1 - y0 or 1.0)
