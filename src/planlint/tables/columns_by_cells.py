"""What columns hold, by their cells: a column without a head whose cells are all units is one of units, `单位` over 县水利局 too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planlint.rulebook.classes import compiled_with
from planlint.rulebook.measures import measure_of
from planlint.tables.fitting import VALUE_LIKE
from planlint.tables.vocabulary import table_words, unit_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import Column, ColumnKind, TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

# What the cells of a column whose head nobody knows can say that it is.
TOLD: tuple[ColumnKind, ...] = (
    "responsible", "lead", "cooperate", "implement", "deadline", "quantity", "target", "unit", "attribute",
)  # fmt: skip
# Of these a table may have several.
_MANY: frozenset[ColumnKind] = frozenset({"quantity", "target"})
# How many rows are looked at, and how many of their cells must be what the column is taken for.
_SAMPLE = 60
_MOST = 0.8
_LEAST_CELLS = 2
_LONGEST_MEASURE = 8
_WHEN = re.compile(
    "(?:到|于)?(?:20\\d\\d年?|“?十[一二三四五六七八九]五”?|\\d{1,2}月|第?[一二三四]季度)(?:[\\d年月日—\\-－~～至到.度第一二三四季底前末初起内期间]|上半年|下半年)*"
    "|长期(?:坚持|推进)?|持续(?:推进|实施)?|全年|常态化?"
)
# A head that says who, but not who answers: 企业名称, 申报单位.
_OTHERS = "${tables.others}|地[点址区]|[人方]$"


def told_by_cells(
    columns: tuple[Column, ...], rows: Sequence[Row], rules: Rulebook
) -> tuple[tuple[Column, ...], tuple[int, ...]]:
    """The columns with what their cells say of them, and which of them had no head that says it."""
    result = list(columns)
    told: list[int] = []
    kinds = {column.kind for column in columns}
    named = bool(kinds & {"task", "indicator", "place"})
    for i, column in enumerate(columns):
        if column.kind not in (None, "unit"):
            continue
        cells = [cell for row in rows[:_SAMPLE] if (cell := row[i]) is not None]
        kind = _counted(column, columns, cells) or (_kind(column, cells, rules) if named else None)
        if kind is None or (kind not in _MANY and kind in kinds):
            continue
        kinds.add(kind)
        result[i] = column._replace(kind=kind)
        # a head that names its year or its unit is known for what it is, where the rows are places
        if column.kind is None and not ("place" in kinds and kind in _MANY):
            told.append(i)
    return tuple(result), tuple(told)


def holds_values(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether values stand beside tasks: below 年度任务 nothing but numbers, in a table of 项目 | 年度任务."""
    if not any(column.kind == "task" for column in columns):
        return False
    targets = [
        [cell for row in rows[:_SAMPLE] if (cell := row[i]) is not None]
        for i, c in enumerate(columns)
        if c.kind == "target"
    ]
    return bool(targets) and len(rows) > 1 and all(_all_numbers(cells) for cells in targets)


def _counted(
    column: Column, columns: Sequence[Column], cells: Sequence[TableCell]
) -> Literal["quantity", "target"] | None:
    """Whether the cells are numbers that the head, the row's year or the row's place makes values."""
    if column.kind is not None or not _all_numbers(cells):
        return None
    if column.year is not None and any(c.kind in ("task", "indicator", "place") for c in columns):
        return "target"
    by_year = columns[0].kind == "period"
    by_place = column.unit is not None and any(c.kind == "place" for c in columns)
    return "quantity" if by_year or by_place else None


def _kind(column: Column, cells: list[TableCell], rules: Rulebook) -> ColumnKind | None:
    known = table_words(rules)
    words = ["".join(cell.text.split()) for cell in cells if cell.text not in known.blanks]
    if len(words) < _LEAST_CELLS:
        return None
    companies = tuple(rules.words("tables")["companies"])
    agencies = sum(unit_list(w, rules) and not w.endswith(companies) for w in words)
    if column.kind == "unit":
        measures = sum(measure_of(w, rules) is not None for w in words)
        return "responsible" if agencies >= _MOST * len(words) and not measures else None
    if sum(w in known.attributes for w in words) == len(words):
        return "attribute"
    if sum(len(w) <= _LONGEST_MEASURE and measure_of(w, rules) is not None for w in words) >= _MOST * len(
        words
    ):
        return "unit"
    if compiled_with(_OTHERS, rules).search(column.head):
        return None
    if agencies >= _MOST * len(words):
        return known.units.said(column.head) or "responsible"
    if sum(_WHEN.fullmatch(w) is not None for w in words) >= _MOST * len(words):
        return "deadline"
    return None


def _all_numbers(cells: Sequence[TableCell]) -> bool:
    return bool(cells) and all(VALUE_LIKE.fullmatch("".join(cell.text.split())) for cell in cells)
