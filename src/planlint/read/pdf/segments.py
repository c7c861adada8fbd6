"""The paths drawn on a page of a PDF in, their straight segments out."""

from __future__ import annotations

from ctypes import byref, c_float
from typing import TYPE_CHECKING

from planlint.read.pdf.library import FORM, LINE_TO, MOVE_TO, PATH, Matrix, pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.read.pages.strokes import Point
    from planlint.read.pdf.glyphs import Turn

# A drawing (a map, a chart) has more strokes than any table; it is left alone.
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 200
_DEEPEST = 3


def segments_of(page: int, turn: Turn) -> list[tuple[Point, Point]]:
    """The straight segments of a page; none for a page that is a drawing."""
    found: list[tuple[Point, Point]] = []
    for i, path in enumerate(_paths(page)):
        if i >= _MOST_OBJECTS:
            return []
        found += _segments(path, turn)
    return found


def _paths(holder: int, depth: int = 1) -> Iterator[int]:
    """The paths of a page, those inside its forms as well."""
    library = pdfium()
    if depth == 1:
        count, get = library.FPDFPage_CountObjects, library.FPDFPage_GetObject
    else:
        count, get = library.FPDFFormObj_CountObjects, library.FPDFFormObj_GetObject
    for i in range(count(holder)):
        item = get(holder, i)
        kind = library.FPDFPageObj_GetType(item)
        if kind == PATH:
            yield item
        elif kind == FORM and depth < _DEEPEST:
            yield from _paths(item, depth + 1)


def _segments(path: int, turn: Turn) -> Iterator[tuple[Point, Point]]:
    """The straight segments of one path, closing ones included."""
    library = pdfium()
    matrix, x, y = Matrix(), c_float(), c_float()
    if not library.FPDFPageObj_GetMatrix(path, byref(matrix)):
        return
    first: Point | None = None
    last: Point | None = None
    for i in range(min(library.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = library.FPDFPath_GetPathSegment(path, i)
        library.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        at_x, at_y = x.value, y.value
        point = turn(
            matrix.a * at_x + matrix.c * at_y + matrix.e, matrix.b * at_x + matrix.d * at_y + matrix.f
        )
        kind = library.FPDFPathSegment_GetType(segment)
        if kind == LINE_TO and last is not None:
            yield last, point
        if kind == MOVE_TO:
            first = point
        last = point
        if library.FPDFPathSegment_GetClose(segment) and first is not None:
            yield last, first
