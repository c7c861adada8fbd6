"""The content of an OFD page in, its characters and straight segments out: layers, blocks, texts, paths, composed graphics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.read.elements import local
from planlint.read.ofd.glyphs import glyphs_of
from planlint.read.ofd.measures import POINTS, Affine
from planlint.read.ofd.segments import segments_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from planlint.read.pages.pieces import Piece
    from planlint.read.pages.strokes import Point

# A drawing (a map, a chart) has more paths than any table; its strokes are left alone.
_MOST_PATHS = 6000
# No page lays blocks and composed graphics deeper into one another.
_DEEPEST = 40


@dataclass(slots=True, eq=False)
class Objects:
    """What is drawn on one page of so many points: `graphic` gives what a composed graphic draws, by its id."""

    height: float
    graphic: Callable[[str], Element | None]
    glyphs: list[Piece] = field(default_factory=list)
    segments: list[tuple[Point, Point]] = field(default_factory=list)
    _paths: int = 0

    def draw(self, content: Element | None, origin: tuple[float, float] = (0.0, 0.0)) -> None:
        """Take in the content of a page; `origin` is the corner of its paper, in millimetres."""
        x, y = origin
        self._draw(content, Affine(POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS), 0)
        if self._paths > _MOST_PATHS:
            self.segments.clear()

    def _draw(self, holder: Element | None, place: Affine, depth: int) -> None:
        for item in holder if holder is not None and depth < _DEEPEST else ():
            kind = local(item)
            if item.get("Visible") in ("false", "0"):
                continue
            if kind in ("Layer", "PageBlock"):
                self._draw(item, place, depth + 1)
            elif kind == "TextObject":
                self.glyphs += glyphs_of(item, place.inside(item), self.height)
            elif kind == "PathObject":
                self._paths += 1
                if self._paths <= _MOST_PATHS:
                    self.segments += segments_of(item, place.inside(item), self.height)
            elif kind == "CompositeObject":
                self._draw(self.graphic(item.get("ResourceID", "")), place.inside(item), depth + 1)
