"""The comparison on a screen: as many plans side by side as the width allows, the others in further blocks below."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from planlint.report.comparison.layout import grids
from planlint.report.width import columns, wrap
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.comparison import Comparison
    from planlint.report.comparison.layout import Grid
    from planlint.report.comparison.view import View

_GAP = 2
# The least and the most that a column gets before the others have what they need.
_LEAST = 14
_MOST = 44
_FIXED_MOST = 26
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def as_console(comparison: Comparison, view: View) -> Iterator[str]:
    """The pieces of the text."""
    words = view.words
    yield _line(words.say("compare.head", count=len(comparison.plans)), view, _BOLD)
    shown = comparison.plans[:20]
    for plan in shown:
        for text in wrap(
            f"{plan.label}  {plan.document.title or ''}  {visible(plan.path)}", view.width - _GAP, "  "
        ):
            yield f"{text}\n"
    if len(comparison.plans) > len(shown):
        yield "  …\n"
    for grid in grids(comparison, view.by, words):
        yield "\n"
        yield _line(grid.title, view, _BOLD)
        if not grid.rows:
            yield f"  {words['compare.nothing']}\n"
            continue
        for block in _blocks(grid, view.width):
            yield from _drawn(grid, block, view)
        for note in grid.after:
            for text in wrap(note, view.width - _GAP, "  "):
                yield f"{text}\n"


def _blocks(grid: Grid, width: int) -> Iterator[list[int]]:
    """Which columns stand beside the fixed ones in each block."""
    fixed = range(grid.fixed)
    taken = sum(_natural(grid, i, _FIXED_MOST) + _GAP for i in fixed)
    block: list[int] = []
    left = width - taken
    for i in range(grid.fixed, len(grid.heads)):
        need = min(_natural(grid, i, _MOST), max(_LEAST, width - taken - _GAP)) + _GAP
        if block and need > left:
            yield [*fixed, *block]
            block, left = [], width - taken
        block.append(i)
        left -= need
    if block or not grid.heads[grid.fixed :]:
        yield [*fixed, *block]


def _natural(grid: Grid, i: int, most: int) -> int:
    longest = max((columns(line) for row in grid.rows for line in row[i].split("\n")), default=0)
    return min(max(longest, columns(grid.heads[i])), most)


def _drawn(grid: Grid, block: Sequence[int], view: View) -> Iterator[str]:
    rows = [row for row in grid.rows if any(row[i] for i in block[grid.fixed :]) or len(block) == grid.fixed]
    if not rows:
        return
    sizes = [_natural(grid, i, _FIXED_MOST if i < grid.fixed else _MOST) for i in block]
    sizes[-1] = max(
        _LEAST, min(_widest(grid, block[-1]), view.width - sum(sizes[:-1]) - _GAP * (len(sizes) + 1))
    )
    yield _line(_joined([grid.heads[i] for i in block], sizes), view, _DIM)
    yield f"  {'  '.join('-' * size for size in sizes)}\n"
    before: tuple[str, ...] = ()
    for row in rows:
        # what the row above says already is not said again: the steps of one ladder
        head = [
            ("" if i == 0 and row[:1] == before[:1] and grid.fixed > 1 else row[i])
            for i in block[: grid.fixed]
        ]
        cells = [*head, *(row[i] for i in block[grid.fixed :])]
        broken = [list(wrap(cell, size, "")) for cell, size in zip(cells, sizes, strict=True)]
        for lines in zip_longest(*broken, fillvalue=""):
            yield f"{_joined(lines, sizes)}\n"
        before = row


def _widest(grid: Grid, i: int) -> int:
    return max(columns(grid.heads[i]), *(columns(line) for row in grid.rows for line in row[i].split("\n")))


def _joined(cells: Sequence[str], sizes: Sequence[int]) -> str:
    padded = (
        cell + " " * max(0, size - columns(cell))
        for cell, size in zip(map(visible, cells), sizes, strict=True)
    )
    return f"  {'  '.join(padded)}".rstrip()


def _line(text: str, view: View, style: str) -> str:
    return f"{style}{text}{_PLAIN}\n" if view.colour else f"{text}\n"
