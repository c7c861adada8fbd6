"""How the columns of a sheet share the line of a screen: the wide ones squeezed, or in blocks below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.sheets.sheet import Filled

GAP = 2
# The least that a wide column is squeezed to.
_LEAST = 8
# In blocks: the least and the most that a column gets before the others have what they need, and the most of a fixed one.
_LEAST_IN_BLOCK, _MOST, _MOST_FIXED = 14, 44, 26


def shared(sheet: Filled, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How many columns of the screen each column gets; the wide ones share what the others leave."""
    sizes = [_longest(sheet, rows, i) for i in range(len(sheet.heads))]
    left = width - GAP * (len(sizes) - 1)
    flexible = [i for i, column in enumerate(sheet.columns) if column.wide]
    left -= sum(size for i, size in enumerate(sizes) if i not in flexible)
    # the smallest first: what it does not need is there for the others
    for position, i in enumerate(sorted(flexible, key=lambda i: sizes[i])):
        share = max(_LEAST, left // (len(flexible) - position))
        sizes[i] = min(sizes[i], share)
        left -= sizes[i]
    return sizes


def blocks(sheet: Filled, rows: Sequence[Sequence[str]], width: int) -> Iterator[tuple[list[int], list[int]]]:
    """Which columns stand beside the fixed ones in each block, and how many columns of the screen each of them gets."""
    natural = [
        min(_longest(sheet, rows, i), _MOST_FIXED if i < sheet.fixed else _MOST) for i in range(len(sheet.heads))
    ]  # fmt: skip
    taken = sum(natural[i] + GAP for i in range(sheet.fixed))
    for block in _together(sheet, natural, taken, width):
        sizes = [natural[i] for i in block]
        left = width - sum(sizes[:-1]) - GAP * (len(sizes) + 1)
        sizes[-1] = max(_LEAST_IN_BLOCK, min(_longest(sheet, rows, block[-1]), left))
        yield block, sizes


def _together(sheet: Filled, natural: Sequence[int], taken: int, width: int) -> Iterator[list[int]]:
    fixed = range(sheet.fixed)
    block: list[int] = []
    left = width - taken
    for i in range(sheet.fixed, len(sheet.heads)):
        need = min(natural[i], max(_LEAST_IN_BLOCK, width - taken - GAP)) + GAP
        if block and need > left:
            yield [*fixed, *block]
            block, left = [], width - taken
        block.append(i)
        left -= need
    if block or not sheet.heads[sheet.fixed :]:
        yield [*fixed, *block]


def _longest(sheet: Filled, rows: Sequence[Sequence[str]], i: int) -> int:
    return max(columns(sheet.heads[i]), *(columns(line) for row in rows for line in row[i].split("\n")), 0)
