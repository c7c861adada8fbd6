r"""Lays a table out on a page: rows of words in, places of words and of ruled lines out, with the first line of a row at the row's top.

The lines of a text that have tabs in them are rows: `blocks(["一、目标", "指标\t单位", "企业\t家"])` is a line and a table of two rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Rows = list[list[str]]


def blocks(lines: list[str]) -> Iterator[str | Rows]:
    """Paragraphs as they are, rows that follow one another as one table, all of its rows as wide as the widest."""
    rows: Rows = []
    for line in lines:
        if "\t" in line:
            rows.append([cell.strip() for cell in line.split("\t")])
            continue
        if rows:
            yield _squared(rows)
            rows = []
        yield line
    if rows:
        yield _squared(rows)


def heights(rows: Rows, column: int) -> list[int]:
    """For each row how many rows its cell in a column reaches over, 0 for one that the cell above reaches: a blank below 类别 is merged."""
    found = [1] * len(rows)
    if rows[0][column] not in ("类别", "领域"):
        return found
    for y in range(len(rows) - 1, 1, -1):
        if not rows[y][column]:
            found[y - 1] += found[y]
            found[y] = 0
    return found


@dataclass(frozen=True)
class Laid:
    """One row on the page: its height, and its words as (x, distance below the row's top, words)."""

    height: float
    words: list[tuple[float, float, str]]


def lay_out(
    rows: Rows, left: float, right: float, size: float, width: Callable[[str], float]
) -> tuple[list[float], list[Laid]]:
    """The vertical lines from left to right, and the rows; `width` measures words, `size` is that of the type."""
    pad = size / 2
    widest = [max(min(width(row[x]), 11 * size) for row in rows) + 2 * pad for x in range(len(rows[0]))]
    scale = (right - left) / sum(widest)
    edges = [left]
    for wide in widest:
        edges.append(edges[-1] + wide * scale)
    laid = []
    for row in rows:
        cells = [
            list(_folded(words, edges[x + 1] - edges[x] - 2 * pad, width)) for x, words in enumerate(row)
        ]
        deep = max(map(len, cells))
        placed = [
            (edges[x] + pad, (i + 1.2) * size * 1.3, part)
            for x, parts in enumerate(cells)
            for i, part in enumerate(parts)
        ]
        laid.append(Laid((deep + 0.9) * size * 1.3, placed))
    return edges, laid


def _folded(words: str, room: float, width: Callable[[str], float]) -> Iterator[str]:
    part = ""
    for char in words:
        if part and width(part + char) > room and char not in "，。；：、）":
            yield part
            part = ""
        part += char
    if part:
        yield part


def _squared(rows: Rows) -> Rows:
    most = max(map(len, rows))
    return [row + [""] * (most - len(row)) for row in rows]
