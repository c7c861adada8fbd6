"""All tables of a source text whose heads are known, whatever tells their cells apart; each kind of copy has its own module."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.tables.grids import Lattice, blank_parted, grids, wide_parted
from planlint.tables.heads import caption_above, column_of, unit_above
from planlint.tables.recognise import continued, plain, recognised
from planlint.tables.vocabulary import table_words
from planlint.tables.whole_lines import Uncut, page_width, unfolded
from planlint.text.widths import half_width_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import SourceDocument
    from planlint.model.table import Doubt, Table, TableCell
    from planlint.rulebook import Rulebook
    from planlint.text.wrap_width import Wrap

# Every table that is held together by 约束性 and 预期性 has this head.
_ATTRIBUTE_HEAD = re.compile("属\\s*性")
_LONGEST_LINE = 40
_NOWHERE = Span(0, 0)
# Kinds of the column that a table may begin with.
_OPENING = ("number", "category", "indicator", "task", "beneficiary", "unit", "quantity", "period", "place")


# Where rows are years or places, nobody lists what the other columns hold.
_ALONE = ("period", "place")
# Within so many lines another head is known.
_NEAR = 3


def find_tables(source: SourceDocument, rules: Rulebook) -> tuple[Table, ...]:
    """The tables of one text, in reading order, disjoint; spans count in the source."""
    # figures of any width are figures, a text in one line has lines; every character stays at its place
    source = replace(source, text=unfolded(half_width_figures(source.text)))
    found: list[Table] = []
    wrap = page_width(source.text)
    marked = list(grids(source, wrap))
    for lattice, doubts in _candidates(marked, source.text, rules, wrap):
        _add(found, lattice, doubts, source.text, rules)
    for lattice in [*marked, *wide_parted(source.text, wrap)]:
        table = plain(lattice)
        if table is not None and not _overlaps(found, table):
            bisect.insort(found, table, key=lambda t: t.span.start)
    return tuple(found)


def _add(found: list[Table], lattice: Lattice, doubts: list[Doubt], text: str, rules: Rulebook) -> None:
    """Put the tables of a lattice at their places among those found, or its rows to the table that goes on from the page before."""
    tables = list(recognised(lattice, rules, doubts))
    if not tables and found:
        longer = continued(found[-1], lattice, text)
        if longer is not None:
            found[-1] = longer
    for table in tables:
        if not _overlaps(found, table):
            start = table.span.start
            placed = replace(table, caption=caption_above(text, start), unit=unit_above(text, start))
            bisect.insort(found, placed, key=lambda t: t.span.start)


def _candidates(
    marked: list[Lattice], text: str, rules: Rulebook, wrap: Wrap | None
) -> Iterator[tuple[Lattice, list[Doubt]]]:
    """Lattices, the surest kind first: those whose cells the text itself tells apart, `marked`."""
    yield from ((lattice, []) for lattice in marked)
    starts = _lines_of_heads(text, rules)
    if starts:
        from planlint.tables.stacked import stacked

        yield from (
            (Lattice(rows, marked=True), doubts) for rows, doubts in stacked(text, starts, rules, wrap)
        )
    from planlint.tables.fused import fused
    from planlint.tables.spaced import spaced

    if _ATTRIBUTE_HEAD.search(text) is not None:
        yield from ((Lattice(rows, marked=True), doubts) for rows, doubts in spaced(text, rules))
    for lattice in blank_parted(text, wrap):
        yield lattice, []
    if wrap is None:
        yield from ((Lattice(rows, marked=True), doubts) for rows, doubts in fused(text, rules))
    else:
        uncut = Uncut(text, wrap)
        for rows, doubts in fused(uncut.text, rules):
            yield (
                Lattice([[_at_source(cell, uncut) for cell in row] for row in rows], marked=True),
                [doubt._replace(span=uncut.source(doubt.span)) for doubt in doubts],
            )


def _at_source(cell: TableCell | None, uncut: Uncut) -> TableCell | None:
    return cell._replace(span=uncut.source(cell.span)) if cell is not None else None


def _lines_of_heads(text: str, rules: Rulebook) -> list[int]:
    """Where the lines begin that are nothing but a head (序号, 重点任务, 市级牵头部门), with another one close behind."""
    last = table_words(rules).last_letters
    starts: list[int] = []
    waiting: list[tuple[int, int]] = []
    at = number = 0
    for line in text.splitlines(keepends=True):
        if len(line) <= _LONGEST_LINE and (bare := line.strip()):
            number += 1
            kind = column_of(bare, _NOWHERE, rules).kind if bare[-1] in last else None
            if kind is not None:
                starts += [start for start, line_number in waiting if number - line_number <= _NEAR]
                waiting.clear()
                if kind in _ALONE:
                    starts.append(at)
                elif kind in _OPENING:
                    waiting.append((at, number))
        at += len(line)
    return starts


def _overlaps(found: list[Table], table: Table) -> bool:
    i = bisect.bisect_right(found, table.span.start, key=lambda t: t.span.start)
    before = found[i - 1] if i else None
    after = found[i] if i < len(found) else None
    return (before is not None and before.span.end > table.span.start) or (
        after is not None and after.span.start < table.span.end
    )
