"""The paths drawn on a page of a PDF in, their straight segments out."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfObject, PdfPage

    from planlint.read.pages.strokes import Point
    from planlint.read.pdf.glyphs import Turn

# A drawing (a map, a chart) has more strokes than any table; it is left alone.
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 200


def segments_of(page: PdfPage, turn: Turn) -> list[tuple[Point, Point]]:
    """The straight segments of a page; none for a page that is a drawing."""
    import pypdfium2.raw as pdfium

    found: list[tuple[Point, Point]] = []
    for i, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if i >= _MOST_OBJECTS:
            return []
        found += _segments(item, turn)
    return found


def _segments(item: PdfObject, turn: Turn) -> Iterator[tuple[Point, Point]]:
    """The straight segments of one path, closing ones included."""
    import pypdfium2.raw as pdfium

    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first: Point | None = None
    last: Point | None = None
    for i in range(min(pdfium.FPDFPath_CountSegments(item.raw), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn(*matrix.on_point(x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
            yield last, first
