"""What columns hold, by their cells: a column without a head whose cells are all units is one of units, `单位` over 县水利局 too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.rulebook.measures import measure_of
from planlint.tables.fitting import VALUE_LIKE
from planlint.tables.vocabulary import table_words, unit_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import Column, ColumnKind, TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

# What the cells of a column whose head nobody knows can say that it is.
TOLD: tuple[ColumnKind, ...] = ("responsible", "deadline", "quantity", "target", "unit", "attribute")
# How many rows are looked at, and how many of their cells must be what the column is taken for.
_SAMPLE = 60
_MOST = 0.8
_LEAST_CELLS = 2
_WHEN = re.compile(
    "(?:到|于)?(?:20\\d\\d年?|“?十[一二三四五六七八九]五”?|\\d{1,2}月|第?[一二三四]季度)(?:[\\d年月日—\\-－~～至到.度第一二三四季底前末初起内期间]|上半年|下半年)*"
    "|长期(?:坚持|推进)?|持续(?:推进|实施)?|全年|常态化?"
)
# A head that says who, but not who answers: 企业名称, 申报单位.
_OTHERS = re.compile("单位|企业|名称|机构|公司|学校|地[点址区]|[人方]$")
_COMPANY = ("公司", "集团", "银行", "医院", "学校", "大学", "学院")


def told_by_cells(
    columns: tuple[Column, ...], rows: Sequence[Row], rules: Rulebook
) -> tuple[tuple[Column, ...], tuple[int, ...]]:
    """The columns with what their cells say of them, and which of them had no head that says it."""
    result = list(columns)
    told: list[int] = []
    by_place = any(column.kind == "place" for column in columns)
    named = any(column.kind in ("task", "indicator", "place") for column in columns)
    for i, column in enumerate(columns):
        if column.kind not in (None, "unit"):
            continue
        cells = [cell for row in rows[:_SAMPLE] if (cell := row[i]) is not None]
        if column.kind is None and columns[0].kind == "period" and _all_numbers(cells):
            result[i] = column._replace(kind="quantity")
            told.append(i)
            continue
        kind = _kind(column, cells, rules) if named else None
        if kind is not None and (kind == "target" or not any(c.kind == kind for c in columns)):
            result[i] = column._replace(kind=kind)
            # a year over numbers is known for what it is, where the rows are places
            told += [i] if column.kind is None and not (by_place and kind == "target") else []
    return tuple(result), tuple(told)


def _kind(column: Column, cells: list[TableCell], rules: Rulebook) -> ColumnKind | None:
    if column.kind is None and column.year is not None and _all_numbers(cells):
        return "target"
    blanks = table_words(rules).blanks
    words = ["".join(cell.text.split()) for cell in cells if cell.text not in blanks]
    if len(words) < _LEAST_CELLS:
        return None
    if column.kind == "unit":
        agencies = sum(unit_list(w, rules) and measure_of(w, rules) is None for w in words)
        return "responsible" if agencies >= _MOST * len(words) else None
    if _OTHERS.search(column.head):
        return None
    if sum(unit_list(w, rules) and not w.endswith(_COMPANY) for w in words) >= _MOST * len(words):
        return "responsible"
    if sum(_WHEN.fullmatch(w) is not None for w in words) >= _MOST * len(words):
        return "deadline"
    return None


def _all_numbers(cells: Sequence[TableCell]) -> bool:
    return bool(cells) and all(VALUE_LIKE.fullmatch("".join(cell.text.split())) for cell in cells)
