"""Rows as the columns want them: a short row is aligned by what its cells are, merged cells and 同上 are the cell above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.tables.fitting import best_ways, fits
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.table import Column, ColumnKind
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

# What goes on over several rows: the names before a row's own words.
_NAMES: frozenset[ColumnKind | None] = frozenset({"number", "category", "place", "task", "indicator"})
# Each task has one who answers for it, so where most rows are blank the cell above goes on.
_ANSWERS: frozenset[ColumnKind | None] = frozenset({"lead", "responsible", "implement"})
_LEAST_BLANKS = 2


def is_group(row: Sequence[object]) -> bool:
    """Whether a row is one cell over all columns, or one cell and nothing beside it: 一、经济发展."""
    cells = [cell for cell in row if cell is not None]
    return len({getattr(cell, "span", None) for cell in cells}) < 2


def put_in_columns(row: Row, columns: Sequence[Column], rules: Rulebook) -> Row | None:
    """A printed row as one cell for each column; None where its cells can be put there in no way, or in several."""
    width = len(columns)
    while len(row) > width and row[-1] is None:
        row = row[:-1]
    if len(row) == width:
        return list(row)
    cells = [cell for cell in row if cell is not None]
    if len(row) > width or len(cells) < 2:
        return None
    padded = [*row, *[None] * (width - len(row))]
    if len(cells) < len(row) and all(
        c is None or fits(c, column, rules) for c, column in zip(padded, columns, strict=True)
    ):
        return padded  # its blanks keep their places
    found = best_ways(cells, columns, rules, joined=False)
    return found[0].row if len(found) == 1 else None


def completed(
    rows: Sequence[Row], columns: Sequence[Column], ditto: frozenset[str], *, marked: bool
) -> Iterator[Row]:
    """The rows with 同上 and what is merged from above read as the cell above."""
    above: Row = [None] * len(columns)
    last = max((i for i, c in enumerate(columns) if c.kind in ("task", "indicator")), default=-1)
    gone_on = set() if marked else _going_on(rows, columns)
    for row in rows:
        own = [i for i, cell in enumerate(row) if cell is not None]
        first = min(own, default=0)
        full: Row = []
        for i, (cell, upper) in enumerate(zip(row, above, strict=True)):
            same = cell is not None and cell.text in ditto
            merged = (
                cell is None
                and upper is not None
                and (
                    (columns[i].kind in _NAMES and i < first and i < last)
                    or (i in gone_on and any(j < i for j in own))
                )
            )
            full.append(upper._replace(inherited=True) if upper is not None and (same or merged) else cell)
        yield full
        above = full


def _going_on(rows: Sequence[Row], columns: Sequence[Column]) -> set[int]:
    """The columns of units that were merged over rows: most rows below the first are blank there. A single blank is a blank."""
    found: set[int] = set()
    for i, column in enumerate(columns):
        if column.kind in _ANSWERS and rows and rows[0][i] is not None:
            blank = sum(row[i] is None for row in rows)
            if blank >= _LEAST_BLANKS and 2 * blank >= len(rows):
                found.add(i)
    return found


def is_blank(text: str, rules: Rulebook) -> bool:
    """Whether a cell says that it holds nothing: —, /."""
    return text in table_words(rules).blanks
