r"""The borders of table cells: `指标\t单位\t60` becomes three paragraphs, which no other pass joins again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.span import Span
    from planlint.model.table import Table

# Stands for the border until all passes are through: no pass takes it for a line break that may go.
BORDER = "\x1f"
_BLANKS = " \t\u3000\xa0|"
_SEPARATORS = _BLANKS + "\r\n:-"
_BORDERS = re.compile(f"[ \n{BORDER}]*{BORDER}[ \n{BORDER}]*")


def breaks(text: str, tables: Sequence[Table]) -> Iterator[Edit]:
    """A border before and behind each cell; what separates two cells becomes one."""
    at = 0
    for table in tables:
        inside = False
        for start, end in _cells(table):
            if start < at:
                continue
            gap = _gap_start(text, at, start, _SEPARATORS if inside else _BLANKS)
            if inside and gap > at:
                yield Edit(at, at, BORDER)  # words of no cell stand between the two
            yield Edit(gap, start, BORDER)
            at, inside = end, True
        after = at
        while after < len(text) and text[after] in _BLANKS:
            after += 1
        yield Edit(at, after, BORDER)
        at = after


def ends(text: str) -> Iterator[Edit]:
    r"""Each border as one "\n", together with the blanks and line breaks around it."""
    for match in _BORDERS.finditer(text):
        at_edge = match.start() == 0 or match.end() == len(text)
        yield Edit(*match.span(), "" if at_edge else "\n")


def _cells(table: Table) -> list[Span]:
    """The places of heads and cells, in order."""
    spans: set[Span] = {column.span for column in table.columns if column.head}
    spans.update(cell.span for row in table.rows for cell in row if cell is not None)
    spans.update(doubt.span for doubt in table.doubts)
    return sorted(spans)


def _gap_start(text: str, at: int, start: int, separators: str) -> int:
    """Where the separators before a cell begin, at `at` at the earliest."""
    while start > at and text[start - 1] in separators:
        start -= 1
    return start
