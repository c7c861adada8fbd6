"""Findings as text in any format: `render(run, "sarif", look)`; a format's module is imported when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.check.outcome import CheckRun
    from planlint.report.words import Words

# where each format lives; every module has `pieces(run, look)`
_HOMES = {
    "console": "console", "concise": "concise", "json": "json_findings", "jsonl": "json_findings", "sarif": "sarif", "github": "github",
    "gitlab": "gitlab", "junit": "junit", "md": "markdown", "html": "html_report",
}  # fmt: skip
FORMATS = tuple(_HOMES)


@dataclass(frozen=True, slots=True)
class FindingsLook:
    """Where the text goes: its language, the width and colour of the terminal, and whether GitHub keeps a job summary."""

    words: Words
    width: int = 100
    colour: bool = False
    summary: bool = False
    dry: bool = False


def render(run: CheckRun, format_name: str, look: FindingsLook) -> Iterator[str]:
    """The pieces of one report."""
    module = import_module(f"planlint.report.findings.{_HOMES[format_name]}")
    pieces: Callable[[CheckRun, FindingsLook], Iterator[str]] = getattr(
        module, "lines" if format_name == "jsonl" else "pieces"
    )
    return pieces(run, look)
