"""Lines in, paragraphs out: a line that reaches the right edge runs on into the next one that is not indented."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planlint.read.pages.pieces import joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.read.pages.pieces import Line

# In units of the font size: how far from the right edge a full line may end, and how little an indent is.
_SHORT_OF_EDGE = 1.6
_INDENT = 0.8
# No column of text is narrower; what looks full there is a heading among its like.
_NARROWEST = 9
# The share of the width that a line fills at least where lines end unevenly.
_RAGGED = 0.8
_OPENS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条]|[●■◆※—·①-⑳]|附件|附表|注\d?[:：])"
)
_ENDS = "。！？；：:;”）"


class Measure(NamedTuple):
    """How the text of one column is set: its edges, the size of its type and the distance of its lines."""

    left: float
    right: float
    size: float
    pitch: float


def measure_of(lines: Sequence[Line]) -> Measure:
    """The measure that most lines keep to."""
    sizes = Counter(round(line.size) for line in lines for _ in line.text)
    if not lines:
        return Measure(0, 0, 1, 1)
    size = float(sizes.most_common(1)[0][0]) or 1.0
    body = [line for line in lines if abs(line.size - size) <= 0.15 * size] or list(lines)
    edges = Counter(round(line.x0 / 3) for line in body)
    common = [x for x, count in edges.items() if count >= max(2, 0.15 * len(body))]
    left = 3.0 * min(common) if common else min(line.x0 for line in body)
    right = sorted(line.x1 for line in body)[int(0.9 * (len(body) - 1))]
    steps = sorted(a.y0 - b.y0 for a, b in itertools.pairwise(lines) if 0 < a.y0 - b.y0 < 4 * size)
    return Measure(left, right, size, steps[len(steps) // 2] if steps else 1.5 * size)


def runs_on(before: Line, after: Line, measures: tuple[Measure, Measure], *, far: bool = False) -> bool:
    """Whether a line goes on in the next one, each in the measure of its column; `far`: a page or a column lies between them."""
    of_before, of_after = measures
    if (
        before.pieces > 2
        or after.pieces > 2
        or abs(before.size - after.size) > 0.15 * max(before.size, after.size)
    ):
        return False
    apart = before.y0 - after.y0
    if not far and not 0 < apart <= 1.5 * max(of_after.pitch, before.size):
        return False
    if _is_title(before, after, of_after):
        return not far and apart <= 2.2 * before.size
    is_full = before.x1 >= of_before.right - _SHORT_OF_EDGE * of_before.size
    if before.x1 - of_before.left < _NARROWEST * of_before.size:
        return False
    if not is_full and not _is_ragged(before, after, of_before):
        return False
    if after.x0 > of_after.left + _INDENT * of_after.size:
        return False
    return not (_OPENS.match(after.text) and before.text[-1:] in _ENDS)


def _is_ragged(before: Line, after: Line, measure: Measure) -> bool:
    """Whether a line ends near the edge within a sentence, in a text that is not justified."""
    long = before.x1 >= measure.left + _RAGGED * (measure.right - measure.left)
    return long and before.text[-1:] not in _ENDS and not _OPENS.match(after.text)


def _is_title(before: Line, after: Line, measure: Measure) -> bool:
    """Two centred lines in larger type: one title set on two lines."""
    if (
        min(before.size, after.size) < 1.15 * measure.size
        or abs(before.size - after.size) > 0.02 * before.size
    ):
        return False
    middle = (measure.left + measure.right) / 2
    return all(abs((line.x0 + line.x1) / 2 - middle) < 2 * line.size for line in (before, after))


def join(before: str, after: str) -> str:
    """Two lines as one."""
    return before + joint(before, after) + after
