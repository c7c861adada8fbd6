"""Tables, pairs and styled lines on a terminal with colours, drawn with rich (imported here alone)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from planlint.sheets.draw.layout import GAP
from planlint.text.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planlint.sheets.sheet import Filled


def pairs(rows: Sequence[tuple[str, str]], width: int) -> str:
    """Names and values."""
    grid = RichTable.grid(padding=(0, GAP))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(Text(f"  {name}"), Text(visible_lines(value)))
    return _drawn(grid, width)


def table(sheet: Filled, rows: Sequence[Sequence[str]], sizes: Sequence[int], width: int) -> str:
    """A table with a head and a rule under it."""
    drawn = RichTable(
        box=SIMPLE_HEAD, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="dim"
    )
    for column, head, size in zip(sheet.columns, sheet.heads, sizes, strict=True):
        drawn.add_column(
            head, width=size, overflow="fold", justify="right" if column.right else "left", style=column.style or None
        )  # fmt: skip
    for row in rows:
        drawn.add_row(*(Text(visible_lines(cell)) for cell in row))
    return _drawn(drawn, width)


def painter() -> Callable[[list[tuple[str, str]]], str]:
    """A function from pieces with their styles to one line with colour codes; rich neither wraps nor marks up the text."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, legacy_windows=False, soft_wrap=True)

    def paint(line: list[tuple[str, str]]) -> str:
        console.print(Text.assemble(*line), soft_wrap=True)
        text = out.getvalue()
        out.seek(0)
        out.truncate()
        return text

    return paint


def _drawn(thing: Any, width: int) -> str:  # noqa: ANN401 - anything that rich can draw
    out = io.StringIO()
    Console(file=out, force_terminal=True, width=width, highlight=False, legacy_windows=False).print(thing)
    return out.getvalue()
