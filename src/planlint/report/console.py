"""The screen: tables drawn with rich (imported here alone), plain and 80 columns wide when there is no terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

from planlint.report.rows import document_rows, unknown_numbers
from planlint.report.tables import TABLES
from planlint.report.words import Lang, word

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN_WIDTH = 80
# How many numbers without a role are listed; the rest is counted.
_MOST_UNKNOWN = 20
_NARROW = ("line", "deadline", "rate", "per", "count")


def console_report(report: dict[str, Any], lang: Lang) -> str:
    """One document's report as text for the screen, with colours only where standard output is a terminal."""
    from rich.console import Console

    out = io.StringIO()
    terminal = sys.stdout.isatty()
    console = Console(file=out, force_terminal=terminal, no_color=not terminal, width=None if terminal else _PLAIN_WIDTH,
                      highlight=False, legacy_windows=False)  # fmt: skip
    if terminal:
        console.width = Console().width
    _document(console, report, lang)
    for kind, heads, rows_of in TABLES:
        if kind in report:
            _draw(console, word(kind, lang), heads, list(rows_of(report, lang)), lang)
    unknown = unknown_numbers(report)
    if unknown:
        rest = len(unknown) - _MOST_UNKNOWN
        console.print(f"{word('unknown_left', lang)}：" + "；".join(unknown[:_MOST_UNKNOWN]) + (f" … +{rest}" if rest > 0 else ""), markup=False)
    return out.getvalue()


def _document(console: Console, report: dict[str, Any], lang: Lang) -> None:
    from rich.table import Table

    console.print(report["source"]["path"], style="bold", markup=False)
    table = Table(box=None, show_header=False, padding=(0, 1))
    for name, value in document_rows(report, lang):
        table.add_row(name, value)
    console.print(table)


def _draw(console: Console, title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]], lang: Lang) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    console.print(f"\n{title}（{len(rows)}）" if lang == "zh" else f"\n{title} ({len(rows)})", style="bold", markup=False)
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for head in heads:
        table.add_column(word(head, lang), no_wrap=head in _NARROW, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
