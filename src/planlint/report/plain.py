"""The readable report without a terminal: plain text in aligned columns, no colour codes, nothing imported to draw it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from planlint.report.tables import GAP, widths
from planlint.report.width import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.report.rows import Row
    from planlint.report.tables import Table
    from planlint.report.words import Words


class PlainPage:
    """Draws titles, paragraphs and tables as lines of text."""

    def __init__(self, words: Words, width: int) -> None:
        self._words = words
        self._width = width

    def title(self, text: str) -> Iterator[str]:
        """The document's own line."""
        yield from self.paragraph(text)

    def head(self, text: str) -> Iterator[str]:
        """The line over a table."""
        yield "\n"
        yield from self.paragraph(text)

    def paragraph(self, text: str) -> Iterator[str]:
        """Text, broken where the line ends."""
        for line in wrap(text, self._width, ""):
            yield f"{line}\n"

    def pairs(self, rows: Sequence[Row]) -> Iterator[str]:
        """Names and values."""
        left = max((columns(name) for name, _ in rows), default=0) + GAP
        for name, value in rows:
            for i, line in enumerate(wrap(value, self._width - left - GAP, "")):
                lead = name if i == 0 else ""
                yield f"{' ' * GAP}{_pad(lead, left)}{line}\n"

    def table(self, table: Table, rows: Sequence[Row]) -> Iterator[str]:
        """A table with a head and a rule under it."""
        heads = tuple(self._words[head] for head in table.heads)
        sizes = widths(table, heads, rows, self._width - GAP)
        yield self._line(table, heads, sizes)
        yield f"{' ' * GAP}{(' ' * GAP).join('-' * size for size in sizes)}\n"
        for row in rows:
            cells = [list(wrap(cell, size, "")) for cell, size in zip(row, sizes, strict=True)]
            for lines in zip_longest(*cells, fillvalue=""):
                yield self._line(table, lines, sizes)

    def _line(self, table: Table, cells: Sequence[str], sizes: Sequence[int]) -> str:
        padded = (
            _pad(cell, size, right=head in table.right)
            for head, cell, size in zip(table.heads, cells, sizes, strict=True)
        )
        return f"{' ' * GAP}{(' ' * GAP).join(padded)}".rstrip() + "\n"


def _pad(text: str, size: int, *, right: bool = False) -> str:
    blanks = " " * max(0, size - columns(text))
    return blanks + text if right else text + blanks
