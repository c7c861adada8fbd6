r"""Values with commas or tabs between them, one sheet a file; a cell that a spreadsheet would run as a formula is made text.

A row is one line, whatever its texts hold: a line break inside a cell is shown as `\n`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from planlint.sheets.sheet import Cell
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled
    from planlint.words import Words

# A cell that begins with one of these is run as a formula by spreadsheets; a Chinese Excel takes the wide signs, too.
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def commas(sheet: Filled, look: Look) -> Iterator[str]:
    """The lines of a sheet, its heads first."""
    return _lines(sheet, ",", look.words)


def tabs(sheet: Filled, look: Look) -> Iterator[str]:
    """The same with tabs."""
    return _lines(sheet, "\t", look.words)


def _lines(sheet: Filled, delimiter: str, words: Words) -> Iterator[str]:
    yield _line(sheet.heads, delimiter)
    for row in sheet.rows:
        yield _line([_cell(value, words) for value in row], delimiter)


def _line(row: Sequence[Any], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(row)
    return out.getvalue()


def _cell(value: object, words: Words) -> object:
    """None is empty, a list is joined, and text that begins like a formula gets an apostrophe."""
    if isinstance(value, Cell):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, (list, tuple)):
        value = "；".join(map(str, value))
    if not isinstance(value, str):
        return value
    value = visible(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
