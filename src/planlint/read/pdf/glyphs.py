"""One page of a PDF in, its characters with their places out, as they stand on the page that a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.read.pages.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfPage, PdfTextPage

    Turn = Callable[[float, float], tuple[float, float]]

_BREAKS = "\r\n\x00\ufffe\uffff"


def turn_of(page: PdfPage) -> tuple[Turn, float, float]:
    """How the page's own coordinates lead to those of the page as shown, and its width and height as shown."""
    left, bottom, right, top = page.get_cropbox()
    wide, high = right - left, top - bottom
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, y - bottom),
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    rotation = page.get_rotation() % 360
    turn = turns.get(rotation, turns[0])
    return (turn, high, wide) if rotation in (90, 270) else (turn, wide, high)


def glyphs_of(text_page: PdfTextPage, turn: Turn) -> Iterator[Piece]:
    """The characters that the file holds, each a piece of its own; blanks that the library infers are left to the gaps."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    raw = text_page.raw
    high = ""
    for i in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, i) == 1:
            continue
        char = high if high else chr(pdfium.FPDFText_GetUnicode(raw, i) & 2097151)
        if char in _BREAKS:
            continue
        if "\ud800" <= char <= "\udfff":
            char = "\ufffd"  # half a character that the font could not name
        if not pdfium.FPDFText_GetLooseCharBox(raw, i, box):
            continue
        (ax, ay), (bx, by) = turn(box.left, box.bottom), turn(box.right, box.top)
        size = abs(by - ay) or 1.0
        yield Piece("-" if char == "\x02" else char, min(ax, bx), max(ax, bx), min(ay, by), max(ay, by), size)
