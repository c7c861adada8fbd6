"""Attribute values of an OFD in, numbers and transformations out: `"g 3 5.5 2"` is 5.5, 5.5, 5.5, 2; millimetres become points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

POINTS = 72 / 25.4
# Nothing on a page is a kilometre away; such numbers come from a broken file.
_FARTHEST = 1e6


def numbers(text: str | None) -> list[float]:
    """The numbers of a list such as `0 0 210 297`; what is no number is 0, so that the others keep their places."""
    return [_number(word) for word in (text or "").split()]


def steps(text: str | None, count: int) -> list[float]:
    """The first `count` distances of DeltaX or DeltaY, in which `g 3 5.5` says 5.5 three times; the last one goes on."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if len(found) >= count:
            break
        if word == "g":
            times = int(_number(next(words, "0")))
            found += [_number(next(words, "0"))] * max(0, min(times, count - len(found)))
        else:
            found.append(_number(word))
    return found + found[-1:] * (count - len(found))


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        return 0.0
    return value if -_FARTHEST < value < _FARTHEST else 0.0


class Affine(NamedTuple):
    """How coordinates lead to those of the page: (x, y) is at (ax + cy + e, bx + dy + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, element: Element) -> Affine:
        """The transformation for what an object holds: its own CTM first, then the corner of its boundary, then this one."""
        ctm, boundary = numbers(element.get("CTM")), numbers(element.get("Boundary"))
        a, b, c, d, e, f = ctm if len(ctm) == 6 else Affine()
        x, y = boundary[:2] if len(boundary) >= 2 else (0.0, 0.0)
        ox, oy = self.at(e + x, f + y)
        return Affine(
            self.a * a + self.c * b, self.b * a + self.d * b, self.a * c + self.c * d, self.b * c + self.d * d, ox, oy,
        )  # fmt: skip
