"""All tables of a source text whose heads are known, whatever tells their cells apart; each kind of copy has its own module."""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.tables.grids import grids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import SourceDocument
    from planlint.model.table import Doubt, Table
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid


# One of these stands in the heads of every table whose cells only its words tell apart.
_SIGNS = (
    "序号",
    "编号",
    "属性",
    "\n序\n",
    "指标\n",
    "指标名称\n",
    "类别\n",
    "任务\n",
    "内容\n",
    "对象\n",
    "项目\n",
    "分类\n",
    "领域\n",
)


def find_tables(source: SourceDocument, rules: Rulebook) -> tuple[Table, ...]:
    """The tables of facts of one text, in reading order, disjoint; spans count in the source."""
    found: list[Table] = []
    for grid, doubts in _candidates(source, rules):
        _add(found, grid, doubts, source.text, rules)
    return tuple(found)


def _add(found: list[Table], grid: Grid, doubts: list[Doubt], text: str, rules: Rulebook) -> None:
    """Put the table of a grid at its place among those found, or its rows to the table that goes on from the page before."""
    # most plans have no table, and do not wait for the patterns of heads
    from planlint.tables.heads import caption_above
    from planlint.tables.recognise import continued, recognised

    table = recognised(grid, rules, doubts)
    if table is None:
        longer = continued(found[-1], grid, text) if found else None
        if longer is not None:
            found[-1] = longer
    elif not _overlaps(found, table):
        table = replace(table, caption=caption_above(text, table.span.start))
        bisect.insort(found, table, key=lambda t: t.span.start)


def _candidates(source: SourceDocument, rules: Rulebook) -> Iterator[tuple[Grid, list[Doubt]]]:
    """Grids, the surest kind first."""
    for grid in grids(source):
        yield grid, []
    if any(sign in source.text for sign in _SIGNS):
        from planlint.tables.fused import fused
        from planlint.tables.spaced import spaced
        from planlint.tables.stacked import stacked

        yield from stacked(source.text, rules)
        yield from spaced(source.text, rules)
        yield from fused(source.text, rules)


def _overlaps(found: list[Table], table: Table) -> bool:
    i = bisect.bisect_right(found, table.span.start, key=lambda t: t.span.start)
    before = found[i - 1] if i else None
    after = found[i] if i < len(found) else None
    return (before is not None and before.span.end > table.span.start) or (
        after is not None and after.span.start < table.span.end
    )
