"""Draws small PDF files line by line, so that a test says exactly where things stand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
LEFT, TOP, WIDE, HIGH, SIZE, PITCH = 80, 740, 28, 30, 16, 26


def pdf(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    """One page a function."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=True, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(canvas: Canvas, x: float, y: float, text: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def set_lines(paragraphs: list[str], wide: int = WIDE) -> list[str]:
    """Paragraphs cut into lines of so many characters, the first one with its indent of two."""
    lines = []
    for paragraph in paragraphs:
        line, room = "", float(wide)
        for char in "　　" + paragraph:
            room -= 0.5 if char.isascii() else 1
            if room < 0:
                lines.append(line)
                line, room = "", wide - (0.5 if char.isascii() else 1)
            line += char
        lines.append(line)
    return lines


def column(
    canvas: Canvas, x: float, lines: list[str], top: float = TOP, size: float = SIZE, pitch: float = PITCH
) -> None:
    for i, line in enumerate(lines):
        indent = len(line) - len(line.lstrip("　"))
        words(canvas, x + indent * size, top - i * pitch, line.lstrip("　"), size)
