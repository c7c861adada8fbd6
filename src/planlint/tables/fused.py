"""Indicator tables that are one line without any blank: `1粮食产量万吨1075≥1075约束性2肉类产量万吨158180预期性3…`.

Values are taken apart only where a bound (≥), a decimal or a limit (a share ends at 100) leaves one way to do it; every other row is
a doubt: nobody can tell 158 and 180 from 15 and 8180.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Doubt, TableCell
from planlint.rulebook.measures import measure_of
from planlint.tables.indicator_heads import indicator_heads
from planlint.tables.vocabulary import attribute_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid, Row

_REACH = 160
_NUMBER = "(?:0|[1-9]\\d*)(?:\\.\\d+)?"
_VALUE = re.compile(f"[≥≤≧≦＞＜><]?{_NUMBER}(?:[∶:：]{_NUMBER})?|[—－-]{{1,2}}")
_VALUES = re.compile("[\\d.∶:：≥≤≧≦＞＜><]+$")
_CATEGORY = re.compile("(?:[（(]?[一二三四五六七八九十]+[、）)])[^\\d\n]{2,20}")
_SHARE = re.compile("率|比重|占比|比例|程度")
_LONGEST_UNIT = 12
_LONGEST_VALUES = 24


def fused(text: str, rules: Rulebook) -> Iterator[tuple[Grid, list[Doubt]]]:
    """The grids of the tables that run on without blanks, each with the rows whose values cannot be told apart."""
    for heads in indicator_heads(text):
        if not heads.attribute_last or text[heads.end : heads.end + 1] == "\n":
            continue
        rows: Grid = []
        doubts: list[Doubt] = []
        attributes = attribute_pattern(rules)
        at = heads.end
        number = 1
        while (attribute := attributes.search(text, at, at + _REACH)) is not None:
            start = _after_number(text, at, attribute.start(), number)
            if start is None:
                break
            row = _row(text, start, attribute, len(heads.values), number, rules)
            if row is not None:
                rows.append(row)
            else:
                begin = start - len(str(number))
                doubts.append(Doubt(Span(begin, attribute.end()), text[begin : attribute.end()]))
            at = attribute.end()
            number += 1
        if rows or len(doubts) > 1:
            yield [heads.row, *rows], doubts


def _after_number(text: str, at: int, end: int, number: int) -> int | None:
    """Where the row's name begins: behind its number, perhaps with a category before that."""
    category = _CATEGORY.match(text, at, end)
    at = category.end() if category is not None else at
    return at + len(str(number)) if text.startswith(str(number), at) else None


def _row(
    text: str, start: int, attribute: re.Match[str], count: int, number: int, rules: Rulebook
) -> Row | None:
    run = _VALUES.search(text[start : attribute.start()])
    if run is None or len(run.group()) > _LONGEST_VALUES:
        return None
    values_at = start + run.start()
    unit = _unit(text, start, values_at, rules)
    if unit is None:
        return None
    name = TableCell(Span(start, unit.span.start), text[start : unit.span.start])
    limited = unit.text in ("%", "％") and _SHARE.search(name.text) is not None
    parts = split_values(run.group(), count, limited=limited)
    if parts is None:
        return None
    cells = [TableCell(Span(values_at + a, values_at + b), run.group()[a:b]) for a, b in parts]
    label = TableCell(Span(start - len(str(number)), start), str(number))
    return [label, name, unit, TableCell(Span(*attribute.span()), attribute.group()), *cells]


def _unit(text: str, start: int, end: int, rules: Rulebook) -> TableCell | None:
    """The longest measure at the end of what stands before the values; a dash says that there is none."""
    for size in range(min(_LONGEST_UNIT, end - start - 2), 0, -1):
        words = text[end - size : end]
        if words in ("—", "/", "-") or measure_of(words, rules) is not None:
            return TableCell(Span(end - size, end), words)
    return None


def split_values(run: str, count: int, *, limited: bool) -> list[tuple[int, int]] | None:
    """The one way to cut `run` into `count` values, as pairs of offsets; None where there is none or more than one.

    `limited` says that none can exceed 100: `8290` is 82 and 90 then.
    """
    ways = []
    for cuts in combinations(range(1, len(run)), count - 1):
        edges = [0, *cuts, len(run)]
        pieces = [run[a:b] for a, b in pairwise(edges)]
        if all(_VALUE.fullmatch(piece) and not (limited and _over(piece)) for piece in pieces):
            ways.append(list(pairwise(edges)))
    return ways[0] if len(ways) == 1 else None


def _over(piece: str) -> bool:
    digits = piece.strip("≥≤≧≦＞＜><")
    return ":" in digits or "∶" in digits or float(digits) > 100
