"""Lines of the console report with the terminal's colours, drawn with rich (imported here alone)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable


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
