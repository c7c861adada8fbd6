"""Whether the lines of a text were cut at a column: `wrap_of(lines)` knows the width at which a page, a mail or a terminal cut them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable

# Cut lines are this long at least; a list of names is shorter.
_NARROWEST, _WIDEST = 18, 90
# An indent, a hanging mark, a number that did not fit: so much shorter or longer is a cut line too.
_SHORTER, _LONGER = 3, 1
# So many lines at the width, and so large a share of all long lines, are no accident; hardly a line is longer.
_LEAST, _SHARE, _BEYOND = 4, 0.4, 0.03
_HALF = 0.5


class Wrap(NamedTuple):
    """A width, counted in characters or in columns of a screen (a Han character takes two)."""

    width: int
    columns: bool

    def is_full(self, line: str) -> bool:
        """Whether a line reaches the width, so that what follows may be its other half."""
        slack = _SHORTER * (2 if self.columns else 1)
        return _length(line, columns=self.columns) >= self.width - slack


def wrap_of(lines: Iterable[str]) -> Wrap | None:
    """The width at which the lines were cut; None where paragraphs stand on one line each, however long."""
    kept = [line for line in lines if len(line) > _NARROWEST // 2]
    if sum(len(line) > _WIDEST for line in kept) > _BEYOND * len(kept):
        return None  # paragraphs
    return _wrap(kept, columns=False) or _wrap(kept, columns=True)


def _wrap(lines: list[str], *, columns: bool) -> Wrap | None:
    scale = 2 if columns else 1
    counts = Counter(_length(line, columns=columns) for line in lines)
    if not counts:
        return None
    width = max(
        (size for size in counts if size >= _NARROWEST * scale),
        key=lambda size: (counts[size], size),
        default=0,
    )
    full = sum(n for size, n in counts.items() if width - _SHORTER * scale <= size <= width + _LONGER * scale)
    long = sum(n for size, n in counts.items() if size >= width * _HALF)
    beyond = sum(n for size, n in counts.items() if size > width + _LONGER * scale)
    if (
        not width
        or full < _LEAST
        or counts[width] < _LEAST - 1
        or full < _SHARE * long
        or beyond > _BEYOND * long
    ):
        return None
    return Wrap(width, columns)


def _length(line: str, *, columns: bool) -> int:
    return sum(1 + (east_asian_width(ch) in "WF") for ch in line) if columns else len(line)
