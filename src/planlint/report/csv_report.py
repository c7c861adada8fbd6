r"""CSV: all kinds of facts in one table, or a table a kind; cells that a spreadsheet would run as formulas are made text.

A row is one line, whatever its texts hold: a line break inside a cell is shown as `\n`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from planlint.report.render import each_drawn
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.render import Look
    from planlint.report.words import Words

COLUMNS: dict[str, tuple[str, ...]] = {
    "sections": ("id", "label", "heading", "level", "parent"),
    "targets": (
        "id", "section", "indicator", "comparator", "value", "value_max", "unit", "deadline", "recurrence", "aspirational",
        "placeholder", "mode", "hedge", "baseline", "baseline_year", "attribute", "quote", "rule",
    ),
    "milestones": ("id", "section", "deadline", "quote", "rule"),
    "subsidies": (
        "id", "section", "beneficiary", "kind", "amount", "amount_min", "amount_max", "rate", "cap", "per", "verb", "payer",
        "conditions", "quote", "rule",
    ),
    "responsibilities": ("id", "section", "agency", "canonical", "gloss", "role", "task", "measure", "deadline", "quote", "rule"),
    "citations": ("id", "title", "document_number", "quote", "rule"),
    "numbers": ("role", "fact", "quote", "rule"),
}  # fmt: skip
_PLACE = ("line", "column", "start", "end")
# A column of ours and the key of the report, where a unit of measure and a unit of government must not share a column.
_KEYS = {"agency": "unit", "fact_kind": "kind"}
# A cell that begins with one of these is run as a formula by spreadsheets; a Chinese Excel takes the wide signs, too.
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def as_csv(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """All facts of all documents in one table, with a column that names the kind of fact."""
    columns = list(dict.fromkeys(name for kind in look.kinds for name in COLUMNS[kind]))
    yield line([look.words[name] for name in ("path", "fact_kind", *columns, *_PLACE)])
    yield from each_drawn(reports, look, lambda report: _rows(report, columns, look))


def _rows(report: Report, columns: list[str], look: Look) -> Iterator[str]:
    for kind in look.kinds:
        for fact in report[kind]:
            own = [fact.get(_KEYS.get(name, name)) if name in COLUMNS[kind] else None for name in columns]
            yield _row(
                report, [kind if look.words.lang == "en" else look.words[kind], *own], fact, look.words
            )


def csv_of_kind(kind: str, reports: Iterable[Report], words: Words) -> Iterator[str]:
    """One kind of fact of all documents, with a head line; a missing value is an empty cell."""
    yield line([words[name] for name in ("path", *COLUMNS[kind], *_PLACE)])
    for report in reports:
        for fact in report[kind]:
            yield _row(report, [fact[_KEYS.get(name, name)] for name in COLUMNS[kind]], fact, words)


def _row(report: Report, values: list[Any], fact: dict[str, Any], words: Words) -> str:
    row = [report["source"]["path"], *values, *(fact["span"][name] for name in _PLACE)]
    return line([cell(value, words) for value in row])


def line(row: list[Any]) -> str:
    """One row as a line of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()


def cell(value: object, words: Words) -> object:
    """A value as a cell: None is empty, a list is joined, and text that begins like a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, list):
        value = "；".join(map(str, value))
    if not isinstance(value, str):
        return value
    value = visible(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
