"""Which lines can be which cells: 95 fits below 2027年目标, 县人社局 below 牵头单位, and a name may go on over several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.tables.vocabulary import table_words, unit_list
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

# How many lines a cell may take, by its column; every other cell is one line.
_MOST_LINES = {
    "category": 4, "target": 3, "baseline": 3, "task": 6, "indicator": 2, "lead": 4, "responsible": 6, "cooperate": 6, "implement": 4,
}  # fmt: skip
_SHORT = 6
_DIGIT = re.compile("\\d")
_LABELLED = re.compile(f"{HAN}{{2,10}}[≥≤＞＜><]?\\d")
_VALUE_LIKE = re.compile("^[—–－-]+$|[≥≤＞＜><]|^\\d+(?:\\.\\d+)?%?$")
_WHEN = re.compile("\\d|[年月底季长持续]|完成|常态|全程")
_SUM = re.compile("\\d|免|全额|减半|不超过")
# More ways than these to read a row are no help; a hostile text has thousands.
_MOST_WAYS = 2


def ways(cells: list[TableCell], columns: list[Column], rules: Rulebook) -> list[Row]:
    """The ways to put lines into columns, two at most: with two nobody can tell."""
    found: list[Row] = []
    for way in _ways(cells, columns, 0, rules):
        found.append(way)
        if len(found) == _MOST_WAYS:
            break
    return found


def fits(cell: TableCell, column: Column, rules: Rulebook) -> bool:
    """Whether a cell is what its head wants: a number or a dash below 2027年目标, a known word below 属性, a name below 指标."""
    words = table_words(rules)
    kind = column.kind
    if kind in ("target", "baseline"):
        return _DIGIT.search(cell.text) is not None or cell.text in words.blanks
    if kind == "attribute":
        return "".join(cell.text.split()) in words.attributes
    if kind in ("lead", "responsible", "cooperate", "implement"):
        return cell.text in words.blanks or unit_list(cell.text, rules)
    if kind == "deadline":
        return _WHEN.search(cell.text) is not None or cell.text in words.blanks
    if kind == "amount":
        return _SUM.search(cell.text) is not None
    if kind in ("indicator", "task", "category"):
        return len(cell.text) > 1 and _VALUE_LIKE.search(cell.text) is None
    return True


def _ways(cells: list[TableCell], columns: list[Column], at: int, rules: Rulebook) -> Iterator[Row]:
    """Every way to fill the columns from `at` on: a category may be left out, a value may have several lines with labels."""
    if at == len(columns):
        if not cells:
            yield []
        return
    column = columns[at]
    if column.kind == "category":
        for rest in _ways(cells, columns, at + 1, rules):
            yield [None, *rest]
    # a name that goes on below a category that goes on could be cut anywhere
    most = (
        1
        if column.kind == "indicator" and at and columns[at - 1].kind == "category"
        else _MOST_LINES.get(column.kind or "", 1)
    )
    for size in range(1, most + 1):
        parts = cells[:size]
        if len(parts) < size or not _go_together(parts, column, rules):
            return
        joined = TableCell(Span(parts[0].span.start, parts[-1].span.end), _words(parts, column))
        if fits(joined, column, rules):
            for rest in _ways(cells[size:], columns, at + 1, rules):
                yield [joined, *rest]


def _go_together(parts: list[TableCell], column: Column, rules: Rulebook) -> bool:
    """Whether lines may be one cell: short words of a category, values with labels (县城≥30, 乡镇≥15), units, sentences."""
    if len(parts) == 1:
        return True
    if column.kind == "category":
        return all(len(part.text) <= _SHORT and not _DIGIT.search(part.text) for part in parts)
    if column.kind in ("target", "baseline"):
        return all(_LABELLED.match(part.text) for part in parts)
    if column.kind in ("task", "indicator"):
        return not any(_VALUE_LIKE.search(part.text) or unit_list(part.text, rules) for part in parts)
    return all(unit_list(part.text, rules) for part in parts)


def _words(parts: list[TableCell], column: Column) -> str:
    return ("" if column.kind in ("category", "indicator") else "\n").join(part.text for part in parts)
