"""Blanks in tables: a row of tasks that nobody leads, that is due on no day, an indicator without a target value."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from planlint.model.table import ColumnKind
from planlint.rulebook.options import OneOf, Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.model.span import Span
    from planlint.model.table import Table, TableCell
    from planlint.rulebook.checks import CheckRule

# More of them than this in one table are told once, with their number.
_MANY = 8
_LONGEST_NAME = 24

OPTIONS = Options(columns=list[OneOf(get_args(ColumnKind))], rows=list[OneOf(get_args(ColumnKind))])  # type: ignore[misc]


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The rows that have a name and, in all the columns that the rule wants, nothing; in tables that have such a column."""
    options = rule.options
    wanted, named = tuple(options["columns"]), tuple(options["rows"])
    blanks = frozenset(context.rulebook.words("tables")["blanks"])
    for table in context.clean.tables:
        if not table.has(*wanted):
            continue
        missing = [name for name, said in _rows(table, named, wanted, blanks) if not said]
        if len(missing) > _MANY:
            spans = [_clean(context, cell) for cell in missing]
            yield context.find(rule, spans[0], related=spans[1:], name=_short(missing[0]), n=len(missing))
            continue
        for cell in missing:
            yield context.find(rule, _clean(context, cell), name=_short(cell), n=1)


def _rows(
    table: Table, named: tuple[str, ...], wanted: tuple[str, ...], blanks: frozenset[str]
) -> Iterator[tuple[TableCell, bool]]:
    """Each row's name, and whether one of the wanted columns says anything."""
    for row in table.rows:
        name = table.cell(row, *named)  # type: ignore[arg-type]
        if name is None or name.inherited or name.text in blanks:
            continue
        cells = [cell for column, cell in zip(table.columns, row, strict=True) if column.kind in wanted]
        yield name, any(cell is not None and cell.text not in blanks for cell in cells)


def _clean(context: CheckContext, cell: TableCell) -> Span:
    return context.clean.from_source(cell.span)


def _short(cell: TableCell) -> str:
    name = " ".join(cell.text.split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
