r"""Tables whose cells stand one a line, as a copied page leaves them: `序号\n指标\n2027年目标\n1\n轨道里程（公里）\n60` …

Rows are told apart by their numbers 1, 2, 3 … where they have some; a row must fill the columns, or nothing of it is read.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span
from planlint.model.table import Doubt
from planlint.tables.fitting import VALUES, Way, fits, is_heading, is_value, misfit, ways_by_length
from planlint.tables.heads import is_listed
from planlint.tables.lines import Lines, lines_from
from planlint.tables.measures_below import below_one_number
from planlint.tables.row_numbers import row_number
from planlint.tables.stacked_heads import head_variants
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.table import Column, TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row
    from planlint.text.wrap_width import Wrap

# A row longer than this many lines is none: the text has gone on.
_LONGEST_ROW = 24
# How many lines of a category may stand before a row's number, and how many numbers a table may leave out.
_LONGEST_CATEGORY = 4
_MOST_LEFT_OUT = 2
_SHORT = 16
_MOST_STARTS = 5
# So many heads that a table may begin with, in so few lines, are words of a list.
_MOST_OPENING, _DENSE = 12, 20
# By how many rows the ways to read the heads are told apart.
_SAMPLE = 10
# A last row that cannot be read is its number and two cells at least; a line longer than this is of the text behind it.
_LEAST_LAST, _LONGEST_LAST = 3, 60
# A row without a number that fits worse than this is none.
_WORST_UNNUMBERED, _WORST_NUMBERED = 1.9, 4.0


class _Found(NamedTuple):
    """The rows that were read, those that could not be, and what speaks against the reading."""

    rows: list[Row]
    doubts: list[Doubt]
    cost: float


def stacked(
    text: str, starts: Sequence[int], rules: Rulebook, wrap: Wrap | None = None
) -> Iterator[tuple[list[Row], list[Doubt]]]:
    """The rows of the tables whose cells stand one a line, heads first, each with the rows that could not be read.

    `starts` are where lines begin that are nothing but a head, one that a table may begin with.
    """
    end = 0
    for i, start in enumerate(starts):
        if start < end or _is_word_list(text, starts, i):
            continue
        heads, tried = _best_heads(text, starts[i : i + _MOST_STARTS], rules, wrap)
        end = tried + 1
        if heads is None:
            continue
        lines = Lines(lines_from(text, heads.start, heads.wrap))
        lines.at = heads.used
        rows, doubts, _ = _rows(lines, heads.columns, heads.row, rules)
        read = [cell.span.end for row in rows for cell in row if cell is not None]
        end = max([end, *read, *(doubt.span.end for doubt in doubts)])
        yield [heads.row, *rows], doubts


def _is_word_list(text: str, starts: Sequence[int], i: int) -> bool:
    """Whether the next lines are heads and heads only, more than any table has: words of a list, a table of contents."""
    following = starts[i + _MOST_OPENING] if i + _MOST_OPENING < len(starts) else None
    return following is not None and text.count("\n", starts[i], following) <= _DENSE


class _Heads(NamedTuple):
    """A way to read some lines as heads."""

    start: int
    columns: tuple[Column, ...]
    row: Row
    used: int
    wrap: Wrap | None


def _best_heads(
    text: str, starts: Sequence[int], rules: Rulebook, wrap: Wrap | None
) -> tuple[_Heads | None, int]:
    """The heads under which the first rows fit best, and the last place that need not be tried again.

    Lines are read as they stand, and as they were before a page cut them; what fits better counts.
    """
    best: tuple[float, _Heads] | None = None
    tried = stop = starts[0]
    for start in starts:
        if start > stop:
            break
        tried = start
        for cut in dict.fromkeys((None, wrap)):
            lines = Lines(lines_from(text, start, cut))
            variants = list(head_variants(lines, rules))
            if start == starts[0]:
                # what stands in the first place's row of heads may be where they begin: a caption (主要指标) may look like a head
                stop = max((c.span.end for _, row, _ in variants for c in row if c is not None), default=stop)
            for columns, row, used in variants:
                lines.at = used
                found = _rows(lines, columns, row, rules, most=_SAMPLE)
                if not _is_table(found, columns):
                    continue
                if best is None or _worth(found) > best[0]:
                    best = _worth(found), _Heads(start, columns, row, used, cut)
                if wrap is None and found.rows and not found.doubts and not found.cost:
                    return best[1], tried
    # of a run of heads that are none of a table, the rest is none either
    return (best[1], tried) if best is not None else (None, max(tried, stop))


def _is_table(found: _Found, columns: Sequence[Column]) -> bool:
    numbered = any(column.kind == "number" for column in columns)
    if not numbered and any(column.kind == "target" for column in columns):
        cells = [cell.text for row in found.rows for cell in row if cell is not None]
        if not any(ch.isdigit() for text in cells for ch in text):
            return False  # words below words: no row has a value
    return bool(found.rows and (numbered or len(found.rows) > 1)) or len(found.doubts) > 1


def _worth(found: _Found) -> float:
    return 2 * len(found.rows) - 3 * len(found.doubts) - found.cost / 2


def _rows(
    lines: Lines, columns: Sequence[Column], head: Row, rules: Rulebook, *, most: int | None = None
) -> _Found:
    """The rows from here on, for as long as they can be told."""
    rows: list[Row] = []
    doubts: list[Doubt] = []
    cost = 0.0
    lines.heads = [cell.text for cell in head if cell is not None]
    numbered = next((i for i, column in enumerate(columns) if column.kind == "number"), None)
    number = 1
    while lines.peek() is not None and (most is None or len(rows) + len(doubts) < most):
        lines.at += lines.heads_at()
        if numbered is None:
            found = _plain_row(lines, columns, rules, first=not rows)
            if found is None:
                break
            cost += found.cost
            rows.append(_filled(found.row, columns, rows))
            continue
        opened = _opening(lines, number, numbered)
        if opened is None:
            rows += _total_row(lines, columns, rules)
            break
        group, number = opened
        lines.at += group
        found = _numbered_row(lines, columns, number, numbered, rules)
        together = [found] if found is not None else below_one_number(lines, columns, number, rules)
        for one in together:
            cost += one.cost
            rows.append(_filled(one.row, columns, rows))
        if not together:
            skipped = _skip(lines, number) or _last_unread(lines, rows)
            if skipped is None:
                break
            doubts.append(skipped)
        number += 1
    return _Found(rows, doubts, cost)


def _is_behind(cell: TableCell, rules: Rulebook) -> bool:
    """Whether a line stands behind all rows: 合计, a heading, a paragraph of the text that goes on."""
    return _is_total(cell, rules) or is_heading(cell.text) or len(cell.text) > _LONGEST_LAST


def _is_total(cell: TableCell, rules: Rulebook) -> bool:
    return "".join(cell.text.split()) in table_words(rules).totals


def _total_row(lines: Lines, columns: Sequence[Column], rules: Rulebook) -> list[Row]:
    """The row 合计 behind the last one, if it has a number for each of the last columns."""
    cell = lines.peek()
    if cell is None or not _is_total(cell, rules):
        return []
    values = list(itertools.takewhile(is_value, lines.next(len(columns))[1:]))
    if not values or any(c.kind not in (*VALUES, None) for c in columns[-len(values) :]):
        return []
    names = next((i for i, c in enumerate(columns) if c.kind not in ("number", "category")), 0)
    row: Row = [None] * len(columns)
    row[names] = cell
    row[len(columns) - len(values) :] = values
    lines.at += 1 + len(values)
    return [row]


def _opening(lines: Lines, number: int, numbered: int) -> tuple[int, int] | None:
    """How many lines of a group's name stand before the next row, and the row's number; None where no row follows."""
    for ahead in range(_LONGEST_CATEGORY + 2):
        cell = lines.peek(ahead)
        if cell is None:
            return None
        printed = row_number(cell.text)
        if printed is not None and (
            number <= printed <= number + _MOST_LEFT_OUT or (printed == 1 and ahead == 1)
        ):
            # a category that belongs to the row stands before its number, a group's name before the row
            return (0 if numbered else min(ahead, 1) if ahead <= 1 else ahead), printed
        if len(cell.text) > 2 * _SHORT:
            return None
    return None


def _numbered_row(
    lines: Lines, columns: Sequence[Column], number: int, numbered: int, rules: Rulebook
) -> Way | None:
    """The row with this number; the next row's number, or the end of the table, must close it."""
    width = len(columns)
    quick = lines.next(width)
    if len(quick) == width and _all_fit(quick, columns, rules) and row_number(quick[numbered].text) == number:
        following = lines.peek(width)
        ends = following is None or _is_behind(following, rules) or lines.heads_at(width) > 0
        if ends or _number_of(following) == number + 1:
            lines.at += width
            return Way(list(quick), 0)
    found: list[tuple[float, int, Row]] = []
    closed = False
    ways = ways_by_length(lines.next(_LONGEST_ROW), columns, rules)
    for size in range(2, len(ways)):
        if not _may_end(lines, size, number, numbered, columns[-1], rules):
            continue
        closed = closed or lines.peek(size) is not None
        found += [(way.cost, size, way.row) for way in ways[size] if _number_of(way.row[numbered]) == number]
        if numbered == 0 and found and _number_of(lines.peek(size)) == number + 1:
            break
    if not closed:
        found += _last(lines, ways, len(columns), number, numbered)
    return _best(lines, found, _WORST_NUMBERED)


def _best(lines: Lines, found: list[tuple[float, int, Row]], worst: float) -> Way | None:
    """The cheapest of several ways, and on to the line behind it; None where two are alike or all are bad."""
    found.sort(key=lambda one: one[:2])
    if not found or found[0][0] > worst or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    lines.at += found[0][1]
    return Way(found[0][2], found[0][0])


def _may_end(lines: Lines, size: int, number: int, numbered: int, last: Column, rules: Rulebook) -> bool:
    """Whether a row of this many lines is followed by the next one, with a category or a group's name before it, or by nothing."""
    following = lines.peek(size)
    if lines.heads_at(size) or (following is not None and _is_total(following, rules)):
        return True
    for ahead in range(_LONGEST_CATEGORY + 1 if numbered else 2):
        following = lines.peek(size + ahead)
        if following is None:
            return ahead == 0
        printed = row_number(following.text)
        if printed is not None and number < printed <= number + 1 + _MOST_LEFT_OUT:
            return True
        if len(following.text) > _SHORT or any(ch.isdigit() for ch in following.text):
            return False
        if not numbered and misfit(following, last, rules) == 0:
            return False  # it may be a line of this row's last cell
    return False


def _last(
    lines: Lines, ways: Sequence[Sequence[Way]], width: int, number: int, numbered: int
) -> list[tuple[float, int, Row]]:
    """The last row of a table: nothing marks its end, so it must fill its columns without a doubt."""
    found = [
        (way.cost, -size, way.row)
        for size in range(2, min(width + 4, len(ways)))
        for way in ways[size]
        if _number_of(way.row[numbered]) == number and not _value_follows(lines, size)
    ]
    if not found:
        return []
    # of two ends the later one, of two ways to the same end none
    least, size, _ = min(found, key=lambda one: one[:2])
    return [(least, -size, row) for cost, end, row in found if (cost, end) == (least, size)]


def _value_follows(lines: Lines, size: int) -> bool:
    """Whether the line behind so many is a value: then it is of this row, too."""
    following = lines.peek(size)
    return following is not None and is_value(following)


def _plain_row(lines: Lines, columns: Sequence[Column], rules: Rulebook, *, first: bool) -> Way | None:
    """A row without a number: a line for each column where that fits, else the cheapest way to fill the columns."""
    width = len(columns)
    quick = lines.next(width)
    if sum(is_listed(cell.text, rules) for cell in quick) > 1:
        return None  # heads again, or a list of words that are no table
    if len(quick) == width and _all_fit(quick, columns, rules):
        lines.at += width
        return Way(list(quick), 0)
    ways = ways_by_length(lines.next(_LONGEST_ROW), columns, rules)
    found = [
        (way.cost, size, way.row)
        for size in range(2, len(ways))
        for way in ways[size]
        if sum(cell is not None for cell in way.row) > 1 and not (first and way.row[0] is None)
    ]
    return _best(lines, found, _WORST_UNNUMBERED)


def _all_fit(cells: Sequence[TableCell], columns: Sequence[Column], rules: Rulebook) -> bool:
    return all(fits(cell, column, rules) for cell, column in zip(cells, columns, strict=True))


def _filled(row: Row, columns: Sequence[Column], rows: Sequence[Row]) -> Row:
    """What a row does not print before its own words goes on from the row above."""
    first = next((i for i, cell in enumerate(row) if cell is not None and columns[i].kind != "number"), 0)
    above = rows[-1] if rows else [None] * len(row)
    return [
        upper._replace(inherited=True)
        if cell is None and upper is not None and (i < first or column.kind == "category")
        else cell
        for i, (cell, upper, column) in enumerate(zip(row, above, columns, strict=True))
    ]


def _number_of(cell: TableCell | None) -> int | None:
    return row_number(cell.text) if cell is not None else None


def _skip(lines: Lines, number: int) -> Doubt | None:
    """A row that does not fill the columns: passed over up to the next number, and told."""
    for size in range(1, _LONGEST_ROW):
        following = lines.peek(size)
        if following is None:
            return None
        if row_number(following.text) == number + 1:
            passed = lines.next(size)
            lines.at += size
            return _doubt(passed)
    return None


def _last_unread(lines: Lines, rows: Sequence[Row]) -> Doubt | None:
    """The last row of a table some of whose rows were read, if it does not fill the columns: up to where the text goes on."""
    size = 1
    while (
        size < _LONGEST_ROW
        and (cell := lines.peek(size)) is not None
        and len(cell.text) <= _LONGEST_LAST
        and "。" not in cell.text
        and not is_heading(cell.text)
    ):
        size += 1
    if not rows or size < _LEAST_LAST:
        return None
    passed = lines.next(size)
    lines.at += size
    return _doubt(passed)


def _doubt(passed: Sequence[TableCell]) -> Doubt:
    return Doubt(Span(passed[0].span.start, passed[-1].span.end), " ".join(cell.text for cell in passed))
