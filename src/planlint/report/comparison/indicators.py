"""目标指标: a value a row for files; for a reader a matrix of indicators and plans, with the reason where nothing may be compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.comparison.place import of, place
from planlint.report.comparison.plans import MATRIX_PLANS, MOST_ROWS
from planlint.report.comparison.remarks import cell_text, reason_of, said, value_text
from planlint.sheets.sheet import Cell, Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.model.comparison import Comparison, IndicatorCell, IndicatorRow
    from planlint.sheets.sheet import Filled
    from planlint.words import Words


class Value(NamedTuple):
    """One value of one plan, with the row that it stands in."""

    row: IndicatorRow
    cell: IndicatorCell


def _values(comparison: Comparison) -> Iterator[Value]:
    return (Value(row, cell) for row in comparison.indicators for cell in row.cells)


def _notes(value: Value, words: Words) -> str | None:
    return words.join(said(note, words) for note in value.row.notes) or None


def _often(value: Value, words: Words) -> str | None:
    return words.recurring(value.cell.recurrence) or None


INDICATORS = Sheet(
    "indicators",
    of=_values,
    title="by.indicator",
    columns=(
        Column("indicator_name", of("row", "name")),
        Column("noun", of("row", "key", "noun")),
        Column("rank_level", of("cell", "level")),
        Column("mode", of("cell", "mode")),
        Column("scope", of("cell", "scope")),
        Column("dimension", of("row", "key", "dimension"), Kind.CODE, codes="dimension."),
        Column("comparable", of("row", "comparable"), Kind.TRUTH),
        Column("reason", lambda value, words: reason_of(value.row, words), Kind.SAID),
        Column("notes", _notes, Kind.SAID),
        Column("plan", of("cell", "plan")),
        Column("year", of("cell", "year"), Kind.DATE),
        Column("since", of("cell", "since"), Kind.DATE),
        Column("state", of("cell", "state"), Kind.CODE, codes="state."),
        Column("comparator", lambda value: value.cell.comparator if value.cell.state == "value" else None),
        Column("normal_value", of("cell", "value"), Kind.NUMBER),
        Column("normal_max", of("cell", "value_max"), Kind.NUMBER),
        Column("normal_unit", of("cell", "unit")),
        Column("given_value", of("cell", "given_value"), Kind.NUMBER),
        Column("given_unit", of("cell", "given_unit")),
        Column("hedge", of("cell", "hedge")),
        Column("aspirational", of("cell", "aspirational"), Kind.TRUTH),
        Column("softener", of("cell", "softener")),
        Column("basis", of("cell", "basis")),
        Column("recurrence", _often, Kind.SAID),
        Column("baseline_year", lambda value: value.cell.baseline or value.cell.baseline_year, Kind.DATE),
        Column("baseline", of("cell", "baseline_value"), Kind.NUMBER),
        Column("attribute", of("cell", "attribute"), Kind.CODE),
        Column("part_of", of("cell", "part_of")),
        Column("rank", of("cell", "rank"), Kind.NUMBER),
        Column("printed", of("cell", "name")),
        Column("section", of("cell", "section")),
        Column("fact", of("cell", "fact")),
        *place(of("cell", "evidence")),
    ),
)
SUGGESTIONS = Sheet(
    "suggestions",
    of=of("suggestions"),
    title="compare.suggestions",
    columns=(
        Column("noun", of("noun")),
        Column("other", of("other")),
        Column("score", of("score"), Kind.NUMBER),
    ),
)
EVIDENCE = Sheet(
    "evidence",
    of=_values,
    title="compare.evidence",
    columns=(
        Column("indicator_name", lambda value: f"{value.row.name}·{value.row.key.mode or '—'}"),
        Column("plan", of("cell", "plan")),
        Column("year", of("cell", "year"), Kind.DATE),
        Column("value", lambda value, words: value_text(value.cell, words), Kind.SAID),
        Column("quote", lambda value: flat(value.cell.evidence.quote)),
        Column("line", lambda value: str(value.cell.evidence.line)),
    ),
)


# ---- side by side ------------------------------------------------------------------------------------------------------
def shown(comparison: Comparison, words: Words) -> Filled:
    """The matrix, or of too many plans the values of the indicators that several have."""
    if len(comparison.plans) <= MATRIX_PLANS:
        labels = [plan.label for plan in comparison.plans]
        sheet = Sheet(
            "matrix",
            of("indicators"),
            (*_row_heads(lambda row: row), *map(_texts, labels)),
            "by.indicator",
            fixed=2,
        )
        filled = sheet.filled(comparison, View.EYES, words).listed()
        return replace(filled, notes=tuple(_refusals(comparison.indicators, words)))
    shared = comparison.shared_indicators
    columns = (
        *_row_heads(lambda value: value.row),
        Column("plan", of("cell", "plan")),
        Column("value", lambda value, words: cell_text(value.cell, words), Kind.SAID),
    )
    values = [Value(row, cell) for row in shared for cell in row.cells]
    sheet = Sheet("values", lambda _: values, columns, "by.indicator", fixed=2)
    seen = {_marked(value.row) for value in values[:MOST_ROWS]}
    notes = list(_refusals([row for row in shared if _marked(row) in seen], words))
    left = len(comparison.indicators) - len(shared)
    if left:
        notes.insert(0, words.say("compare.rows_left", n=left))
    filled = sheet.filled(comparison, View.EYES, words).listed(MOST_ROWS, words["compare.more"])
    return replace(filled, notes=tuple(notes))


def _row_heads(row_of: Callable[[Any], IndicatorRow]) -> tuple[Column, ...]:
    return (
        Column("indicator_name", lambda row: _marked(row_of(row))),
        Column("mode", lambda row: row_of(row).shared_mode or ""),
    )


def _texts(label: str) -> Column:
    """The column of one plan: its values below each other."""

    def value(row: IndicatorRow, words: Words) -> str:
        return "\n".join(cell_text(cell, words) for cell in row.of(label))

    return Column(label, value, Kind.SAID, label=label)


def _marked(row: IndicatorRow) -> str:
    return f"≠ {row.name}" if row.is_refused else row.name


def _refusals(rows: Sequence[IndicatorRow], words: Words) -> Iterator[str]:
    yield words["compare.legend"]
    refused = [row for row in rows if row.is_refused]
    if refused:
        yield words["compare.mark"]
    for row in refused:
        yield f"≠ {row.name}·{row.shared_mode or '—'}{words['colon']}{reason_of(row, words)}"


# ---- in a workbook -----------------------------------------------------------------------------------------------------
def linked_matrix(comparison: Comparison) -> Sheet:
    """The matrix of a workbook: each cell opens its quotes and leads to its first row in the sheet of all values."""
    first: dict[int, int] = {}
    at = 1
    for row in comparison.indicators:
        first[id(row)] = at
        at += len(row.cells)
    columns = (
        Column("indicator_name", of("name")),
        Column("mode", of("key", "mode")),
        Column("comparable", of("comparable"), Kind.TRUTH),
        Column("reason", reason_of, Kind.SAID),
        *(_linked(plan.label, first) for plan in comparison.plans),
    )
    return Sheet("matrix", of("indicators"), columns, "compare.matrix", fixed=2)


def _linked(label: str, first: dict[int, int]) -> Column:
    def value(row: IndicatorRow, words: Words) -> Cell | None:
        cells = row.of(label)
        if not cells:
            return None
        note = "\n".join(f"L{cell.evidence.line} {cell.evidence.quote}" for cell in cells)
        text = "\n".join(cell_text(cell, words) for cell in cells)
        return Cell(text, note, (words["by.indicator"], first[id(row)] + row.cells.index(cells[0])))

    return Column(label, value, Kind.SAID, label=label)
