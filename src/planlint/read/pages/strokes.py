"""Straight strokes, horizontal or vertical: those that lie in one line as one, those that lie together as groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    Point = tuple[float, float]

# How far two strokes may lie apart and still be one, in points.
NEAR = 3.0
_SHORTEST = 4.0


class Stroke(NamedTuple):
    """A straight stroke: `at` is its fixed coordinate, `start` and `end` how far it runs."""

    at: float
    start: float
    end: float


def strokes_of(segments: Iterable[tuple[Point, Point]]) -> tuple[list[Stroke], list[Stroke]]:
    """The horizontal and the vertical strokes among straight segments, those in one line and touching as one."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    for a, b in segments:
        if abs(a[1] - b[1]) <= 1 and abs(a[0] - b[0]) >= _SHORTEST:
            across.append(Stroke((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
        elif abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) >= _SHORTEST:
            down.append(Stroke((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))
    return merged(across), merged(down)


def merged(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes that lie in one line and touch, as one."""
    found: list[Stroke] = []
    for group in clustered(strokes):
        at = sum(s.at for s in group) / len(group)
        along = sorted(group, key=lambda s: s.start)
        start, end = along[0].start, along[0].end
        for stroke in along:
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
