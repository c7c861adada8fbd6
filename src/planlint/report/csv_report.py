"""CSV: one table a kind of fact, Chinese heads, cells that a spreadsheet would run as formulas made text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from planlint.report.words import Lang, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: dict[str, tuple[str, ...]] = {
    "targets": ("id", "section", "indicator", "comparator", "value", "value_max", "unit", "deadline", "recurrence", "aspirational",
                "placeholder", "mode", "hedge", "quote", "rule"),
    "milestones": ("id", "section", "deadline", "quote", "rule"),
    "subsidies": ("id", "section", "beneficiary", "kind", "amount", "amount_min", "amount_max", "rate", "cap", "per", "verb", "payer",
                  "conditions", "quote", "rule"),
    "responsibilities": ("id", "section", "unit", "canonical", "gloss", "role", "quote", "rule"),
    "citations": ("id", "title", "document_number", "quote", "rule"),
    "numbers": ("role", "fact", "quote", "rule"),
    "sections": ("id", "label", "heading", "level", "parent"),
}  # fmt: skip
_PLACE = ("line", "column", "start", "end")


def table(kind: str, reports: Iterable[dict[str, Any]], lang: Lang) -> str:
    """One kind of fact of all reports as CSV with a head line; a missing value is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = COLUMNS[kind]
    writer.writerow([word("path", lang), *(word(c, lang) for c in columns), *(word(c, lang) for c in _PLACE)])
    for report in reports:
        for fact in report.get(kind, ()):
            row = [report["source"]["path"], *(fact.get(c) for c in columns), *(fact["span"][c] for c in _PLACE)]
            writer.writerow([cell(value, lang) for value in row])
    return out.getvalue()


def tables(kinds: Sequence[str], reports: Sequence[dict[str, Any]], lang: Lang) -> str:
    """All kinds one after another, each under a line with its name, with an empty line between."""
    parts = [f"# {word(kind, lang)}\r\n{table(kind, reports, lang)}" for kind in kinds if kind in COLUMNS]
    return "\r\n".join(parts)


def cell(value: object, lang: Lang) -> object:
    """A value as a cell: None is empty, a list is joined, and text that begins like a formula gets an apostrophe."""
    if value is None or value is False:
        return ""
    if value is True:
        return word("yes", lang)
    if isinstance(value, list):
        value = "；".join(map(str, value))
    if isinstance(value, str):
        value = value.replace("\r", " ").replace("\n", " ")
        if value[:1] in "=+-@\t" and value:
            return "'" + value
    return value
