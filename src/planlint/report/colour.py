"""The readable report on a terminal, drawn with rich (imported here alone)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from planlint.report.tables import GAP, widths
from planlint.text.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.report.rows import Row
    from planlint.report.tables import Table
    from planlint.report.words import Words

_STYLES = {
    "line": "dim",
    "deadline": "cyan",
    "value": "bold",
    "amount": "bold",
    "rate": "bold",
    "cap": "bold",
}


class ColourPage:
    """Draws titles, paragraphs and tables with the terminal's colours."""

    def __init__(self, words: Words, width: int) -> None:
        self._words = words
        self._out = io.StringIO()
        self._width = width
        self._console = Console(
            file=self._out, force_terminal=True, width=width, highlight=False, legacy_windows=False
        )

    def title(self, text: str) -> Iterator[str]:
        """The document's own line."""
        yield self._drawn(Text(visible_lines(text), style="bold"))

    def head(self, text: str) -> Iterator[str]:
        """The line over a table."""
        yield "\n"
        yield self._drawn(Text(text, style="bold green"))

    def paragraph(self, text: str) -> Iterator[str]:
        """Text, broken where the line ends."""
        yield self._drawn(Text(visible_lines(text)))

    def pairs(self, rows: Sequence[Row]) -> Iterator[str]:
        """Names and values."""
        grid = RichTable.grid(padding=(0, GAP))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in rows:
            grid.add_row(Text(f"  {name}"), Text(visible_lines(value)))
        yield self._drawn(grid)

    def table(self, table: Table, rows: Sequence[Row]) -> Iterator[str]:
        """A table with a head and a rule under it."""
        heads = tuple(self._words[head] for head in table.heads)
        sizes = widths(table, heads, rows, self._width - GAP)
        drawn = RichTable(
            box=SIMPLE_HEAD, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
        )
        for key, head, size in zip(table.heads, heads, sizes, strict=True):
            drawn.add_column(
                head,
                width=size,
                overflow="fold",
                justify="right" if key in table.right else "left",
                style=_STYLES.get(key),
            )
        for row in rows:
            drawn.add_row(*(Text(visible_lines(cell)) for cell in row))
        yield self._drawn(drawn)

    def _drawn(self, thing: Any) -> str:  # noqa: ANN401 - anything that rich can draw
        self._console.print(thing)
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text
