"""The paths drawn on a page in, its straight horizontal and vertical strokes out: borders as lines, thin bars or the edges of boxes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfObject, PdfPage

    from planlint.read.pdf.glyphs import Turn

    Point = tuple[float, float]

# How far a stroke may lean or two strokes lie apart and still be one, in points.
NEAR = 3.0
_SHORTEST = 4.0
# A drawing (a map, a chart) has more strokes than any table; it is left alone.
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 200


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight stroke: `at` is its fixed coordinate, `start` and `end` how far it runs."""

    at: float
    start: float
    end: float


def strokes_of(page: PdfPage, turn: Turn) -> tuple[list[Stroke], list[Stroke]]:
    """The horizontal and the vertical strokes of a page, those in one line and touching as one."""
    import pypdfium2.raw as pdfium

    across: list[Stroke] = []
    down: list[Stroke] = []
    for i, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if i >= _MOST_OBJECTS:
            return [], []
        for a, b in _segments(item, turn):
            if abs(a[1] - b[1]) <= 1 and abs(a[0] - b[0]) >= _SHORTEST:
                across.append(Stroke((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
            elif abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) >= _SHORTEST:
                down.append(Stroke((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))
    return _merged(across), _merged(down)


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


def _merged(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes that lie in one line and touch, as one."""
    found: list[Stroke] = []
    for group in clustered(strokes):
        at = sum(s.at for s in group) / len(group)
        start, end = group[0].start, group[0].end
        for stroke in sorted(group, key=lambda s: s.start):
            if stroke.start > end + NEAR:
                found.append(Stroke(at, start, end))
                start, end = stroke.start, stroke.end
            start, end = min(start, stroke.start), max(end, stroke.end)
        found.append(Stroke(at, start, end))
    return found


def clustered(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Strokes grouped by where they lie."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        if groups and stroke.at - groups[-1][0].at <= NEAR:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups
