"""How a comparison is shown, and the one place that knows its formats: `render(comparison, "md", view)` gives the pieces.

A new format is one entry in SUFFIXES and one in `_ENTRIES`: a module of this folder with a function `(comparison, view) -> pieces`.
Pieces of text are written as UTF-8; a format in BINARY yields bytes and is never written to the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.report.words import Words

SUFFIXES = {
    "console": ".txt",
    "json": ".json",
    "csv": ".csv",
    "md": ".md",
    "graphml": ".graphml",
    "xlsx": ".xlsx",
    "html": ".html",
}
BINARY: tuple[str, ...] = ("xlsx",)
_ENTRIES = {
    "console": ("planlint.report.comparison.console", "as_console"),
    "json": ("planlint.report.comparison.json_report", "as_json"),
    "csv": ("planlint.report.comparison.csv_report", "as_csv"),
    "md": ("planlint.report.comparison.markdown", "as_markdown"),
    "xlsx": ("planlint.report.comparison.xlsx", "as_xlsx"),
    "graphml": ("planlint.report.comparison.graphml", "as_graphml"),
    "html": ("planlint.report.comparison.html_report", "as_html"),
}


@dataclass(frozen=True, slots=True)
class View:
    """What is shown and where it goes. `by` is one facet or None for all; `width` and `colour` are those of the terminal."""

    words: Words
    by: str | None = None
    width: int = 80
    colour: bool = False
    ascii_only: bool = False


def render(comparison: Comparison, format_name: str, view: View) -> Iterator[str]:
    """The pieces of the text; the format's module is imported here."""
    module, function = _ENTRIES[format_name]
    pieces: Iterator[str] = getattr(import_module(module), function)(comparison, view)
    return pieces
