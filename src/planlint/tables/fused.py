"""Tables that are one line without any blank: `1粮食产量万吨1075≥1075约束性2肉类产量万吨158180预期性3…`.

A row ends where the next number begins; its cells are cut from behind by what their columns hold. What can be cut in two ways is a doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Doubt
from planlint.tables.fused_heads import fused_heads
from planlint.tables.fused_row import row_from
from planlint.tables.grids import cell_at
from planlint.tables.vocabulary import attribute_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import TableCell
    from planlint.rulebook import Rulebook
    from planlint.tables.fused_heads import FusedHeads
    from planlint.tables.grids import Row

_REACH = 500
_LONGEST_GROUP = 24
# A group's name, or a category, between two rows: 二、质量效益.
_GROUP = re.compile("(?:[（(]?[一二三四五六七八九十]+[、）)])[^\\d\n]{2,20}")
_NAME = re.compile("[\n ]*[^\\d\n，。；：]{2,24}")
_DIGITS = re.compile("[\\d.年月日%％]")
_HEADING = re.compile(
    "[ \\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节条])"
)
_LONGEST_TABLE = 5000
_END = re.compile("\n|。|注[:：]|备注[:：]|专栏|附表|第[一二三四五六七八九十]+[章节]")


def fused(text: str, rules: Rulebook) -> Iterator[tuple[list[Row], list[Doubt]]]:
    """The rows of the tables that run on without blanks, heads first, each with the rows whose cells cannot be told apart."""
    for heads in fused_heads(text, rules):
        if text[heads.end : heads.end + 1] in ("\t", "|", " "):
            continue
        numbered = any(column.kind == "number" for column in heads.columns)
        if not numbered and not _opens_line(text, heads):
            continue
        rows, doubts = _rows(text, heads, rules) if numbered else _line_rows(text, heads, rules)
        if not rows and _opens_line(text, heads):
            doubts = list(_unread(text, heads)) or doubts
        if rows or doubts:
            yield [list(heads.cells), *rows], doubts


def _opens_line(text: str, heads: FusedHeads) -> bool:
    """Whether heads begin a line that is no sentence: 分类 and 标准 side by side inside one are no heads."""
    before = text[text.rfind("\n", 0, heads.start) + 1 : heads.start]
    stop = text.find("\n", heads.end)
    return not before.strip() and "。" not in text[heads.end : stop if stop >= 0 else len(text)]


def _line_rows(text: str, heads: FusedHeads, rules: Rulebook) -> tuple[list[Row], list[Doubt]]:
    """Rows without numbers, each a line in which the cells run together."""
    rows: list[Row] = []
    doubts: list[Doubt] = []
    for line in _unread(text, heads):
        row, fits = row_from(text, *line.span, 0, heads.columns, rules)
        if row is not None:
            rows.append(row)
        elif fits:
            doubts.append(line)
        else:
            break
    return (rows, doubts) if len(rows) > 1 else ([], [])


def _unread(text: str, heads: FusedHeads) -> Iterator[Doubt]:
    """The lines behind heads from which no row could be cut: up to a heading, or a sentence."""
    start = heads.end + text.startswith("\n", heads.end)
    while start < len(text):
        stop = text.find("\n", start)
        stop = stop if stop >= 0 else len(text)
        line = text[start:stop]
        if (
            not line.strip()
            or line.rstrip().endswith(("。", "：", "；"))
            or _HEADING.match(line)
            or stop - start > _LONGEST_TABLE
        ):
            return
        yield Doubt(Span(start, stop), line, fused=True)
        start = stop + 1


def _rows(text: str, heads: FusedHeads, rules: Rulebook) -> tuple[list[Row], list[Doubt]]:
    rows: list[Row] = []
    doubts: list[Doubt] = []
    opening = _opening(text, heads, heads.end, 1)
    number = 1
    while opening is not None:
        category, start = opening
        found = _row(text, heads, start, number, rules)
        if found is None:
            break
        row, end, opening = found
        begin = start - len(str(number))
        if row is None:
            doubts.append(Doubt(Span(begin, end), text[begin:end], fused=True))
        else:
            rows.append(
                [
                    category if c.kind == "category" and cell is None else cell
                    for c, cell in zip(heads.columns, row, strict=True)
                ]
            )
        number += 1
    return rows, doubts


def _row(
    text: str, heads: FusedHeads, start: int, number: int, rules: Rulebook
) -> tuple[Row | None, int, tuple[TableCell | None, int] | None] | None:
    """The row behind its number, where it ends, and how the next one opens; the row is None where it cannot be told apart."""
    doubtful: tuple[int, tuple[TableCell | None, int]] | None = None
    for at in _next_numbers(text, start, number + 1):
        for end, category in _ends(text, heads, start, at):
            row, fits = row_from(text, start, end, number, heads.columns, rules)
            following = category, at + len(str(number + 1))
            if row is not None:
                return row, end, following
            if fits and doubtful is None:
                doubtful = end, following
    if doubtful is not None:
        return None, *doubtful
    return _last_row(text, heads, start, number, rules)


def _next_numbers(text: str, start: int, number: int) -> Iterator[int]:
    """Where the next row's number may stand: its digits with no digit behind them."""
    printed = str(number)
    limit = min(len(text), start + _REACH)
    at = text.find(printed, start + 2, limit)
    while at >= 0:
        after = at + len(printed)
        if not _DIGITS.match(text, after):
            yield at
        at = text.find(printed, at + 1, limit)


def _ends(text: str, heads: FusedHeads, start: int, at: int) -> Iterator[tuple[int, TableCell | None]]:
    """Where a row may end before the next number: there, or before the name of a group or the category of the next row."""
    stop = at
    while stop > start and text[stop - 1] in " \u3000\n":
        stop -= 1
    yield stop, None
    window = max(start, stop - _LONGEST_GROUP)
    for match in _GROUP.finditer(text, window, stop):
        if match.end() == stop:
            yield start + len(text[start : match.start()].rstrip()), cell_at(text, match.start(), stop)
    if heads.columns[-1].kind in ("attribute", "deadline") and any(
        c.kind == "category" for c in heads.columns
    ):
        # what the last column holds has an end of its own, so the category of the next row can be told from it
        for size in range(2, stop - window):
            if _NAME.fullmatch(text, stop - size, stop):
                yield stop - size, cell_at(text, stop - size, stop)


def _last_row(
    text: str, heads: FusedHeads, start: int, number: int, rules: Rulebook
) -> tuple[Row | None, int, None] | None:
    """The row that no number follows: it ends with its attribute, or with its line."""
    stop = _END.search(text, start, start + _REACH)
    end = stop.start() if stop is not None else min(len(text), start + _REACH)
    if heads.columns[-1].kind == "attribute":
        attribute = attribute_pattern(rules).search(text, start, start + _REACH)
        if attribute is None:
            return None
        end = attribute.end()
    row, fits = row_from(text, start, end, number, heads.columns, rules)
    return (row, end, None) if row is not None or fits else None


def _opening(text: str, heads: FusedHeads, at: int, number: int) -> tuple[TableCell | None, int] | None:
    """The category before a number, and where the row's own words begin."""
    while text[at : at + 1] in (" ", "\u3000", "\n"):
        at += 1
    printed = str(number)
    found = text.find(printed, at, at + _LONGEST_GROUP)
    if found < 0 or _DIGITS.match(text, found + len(printed)):
        return None
    before = text[at:found].strip()
    known = not before or _GROUP.fullmatch(before) or any(c.kind == "category" for c in heads.columns)
    return (cell_at(text, at, found), found + len(printed)) if known else None
