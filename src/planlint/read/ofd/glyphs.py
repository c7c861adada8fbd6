"""A text object of an OFD page in, its characters with their places out: each TextCode sets one stretch, DeltaX and DeltaY its steps."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from planlint.read.elements import children
from planlint.read.ofd.measures import numbers, steps
from planlint.read.pages.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planlint.read.ofd.measures import Affine

# How much of its size a character stands above and below the line on which it is set.
_ABOVE, _BELOW = 0.88, 0.12
# Text that leans more than a slanted type does is a watermark or a seal's.
_LEANING = 0.2
_SMALLEST, _LARGEST = 0.5, 2000.0


def glyphs_of(text: Element, place: Affine, height: float) -> Iterator[Piece]:
    """The characters of a text object; none for one that stands aslant. `place` leads to points, y grows downward in it."""
    size = (numbers(text.get("Size")) or [0.0])[0]
    wide = (numbers(text.get("HScale")) or [1.0])[0]
    if abs(place.b) > _LEANING * abs(place.a) and abs(place.a) > _LEANING * abs(place.b):
        return
    printed = size * math.hypot(place.c, place.d)
    if not _SMALLEST <= printed <= _LARGEST:
        return
    x = y = 0.0
    for code in children(text, "TextCode"):
        words = (code.text or "").strip("\r\n\t")
        x = numbers(code.get("X"))[0] if numbers(code.get("X")) else x
        y = numbers(code.get("Y"))[0] if numbers(code.get("Y")) else y
        for char, at_x, at_y, ends in _set(words, (x, y), code, size * wide):
            if not char.isprintable():
                continue
            (left, base), (right, _) = place.at(at_x, at_y), place.at(ends, at_y)
            foot = height - base
            yield Piece(
                char, min(left, right), max(left, right), foot - _BELOW * printed, foot + _ABOVE * printed, printed
            )  # fmt: skip


def _set(
    words: str, start: tuple[float, float], code: Element, size: float
) -> Iterator[tuple[str, float, float, float]]:
    """Each character, where it stands and where it ends; without distances they follow one another by their width."""
    x, y = start
    count = len(words) - 1
    across, down = steps(code.get("DeltaX"), count), steps(code.get("DeltaY"), count)
    for i, char in enumerate(words):
        width = size * (1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5)
        yield char, x, y, x + width
        if i < count:
            x += across[i] if across else 0.0 if down else width
            y += down[i] if down else 0.0
