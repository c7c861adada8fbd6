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
_CUT = re.compile("[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_BORDERS = re.compile(f"[ \n{BORDER}]*{BORDER}[ \n{BORDER}]*")


def breaks(text: str, tables: Sequence[Table]) -> Iterator[Edit]:
    """A border before and behind each cell; what separates two cells becomes one."""
    at = 0
    for table in tables:
        inside = False
        for (start, end), closed in _cells(table):
            if start < at:
                continue
            gap = _gap_start(text, at, start, _SEPARATORS if inside else _BLANKS)
            if inside and gap > at:
                yield Edit(at, at, BORDER)  # words of no cell stand between the two
            yield Edit(gap, start, BORDER)
            if closed:
                yield from (Edit(*match.span(), "") for match in _CUT.finditer(text, start, end))
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


def _cells(table: Table) -> list[tuple[Span, bool]]:
    """The places of heads and cells, in order, and whether each is one line, however many the source prints it on."""
    places = {column.span: True for column in table.columns if column.head}
    places |= {doubt.span: False for doubt in table.doubts}
    places |= {cell.span: "\n" not in cell.text for row in table.rows for cell in row if cell is not None}
    return sorted(places.items())


def _gap_start(text: str, at: int, start: int, separators: str) -> int:
    """Where the separators before a cell begin, at `at` at the earliest."""
    while start > at and text[start - 1] in separators:
        start -= 1
    return start
