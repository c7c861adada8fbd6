"""A path object of an OFD page in, its straight segments out: `M 0 0 L 73 0 C` with its boundary and CTM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.read.elements import child
from planlint.read.ofd.measures import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planlint.read.ofd.measures import Affine
    from planlint.read.pages.strokes import Point

# How many numbers follow an operator; the last two are the point that it leads to.
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST_SEGMENTS = 200
_MOST_WORDS = 4 * _MOST_SEGMENTS


def segments_of(path: Element, place: Affine, height: float) -> Iterator[tuple[Point, Point]]:
    """The straight segments of a path, closing ones included."""
    data = child(path, "AbbreviatedData")
    words = (data.text or "").split(maxsplit=_MOST_WORDS)[:_MOST_WORDS] if data is not None else []
    first: Point | None = None
    last: Point | None = None
    at = 0
    while at < len(words):
        operator = words[at]
        operands = numbers(" ".join(words[at + 1 : at + 1 + _OPERANDS.get(operator, 0)]))
        at += 1 + len(operands)
        if operator == "C":
            if last is not None and first is not None:
                yield last, first
            last = first
            continue
        if len(operands) < 2:
            continue
        x, y = place.at(*operands[-2:])
        point = (x, height - y)
        if operator == "L" and last is not None:
            yield last, point
        if operator in "SM":
            first = point
        last = point
