"""Markdown: a report for people, in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.rows import document_rows, unknown_numbers
from planlint.report.tables import TABLES
from planlint.report.words import Lang, word

if TYPE_CHECKING:
    from collections.abc import Iterable


def markdown(report: dict[str, Any], lang: Lang) -> str:
    """One document's report as Markdown."""
    title = report["document"].get("title") or report["source"]["path"]
    parts = [f"# {_cell(title)}\n", _table((word("document", lang), report["source"]["path"]), document_rows(report, lang))]
    for kind, heads, rows_of in TABLES:
        if kind not in report:
            continue
        rows = list(rows_of(report, lang))
        body = _table(tuple(word(h, lang) for h in heads), rows) if rows else word("none", lang) + "\n"
        parts.append(f"## {word(kind, lang)}\n\n{body}")
    unknown = unknown_numbers(report)
    if unknown:
        parts.append(f"{word('unknown_left', lang)}：{'；'.join(map(_cell, unknown))}\n")
    return "\n".join(parts)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
