"""Indicator tables whose rows are lines with blanks between the cells, as a PDF's text leaves them: `8 数字产业占比 % 预期性 >60 -`.

A name that was too long for its cell stands half on the line above the row and half on the line below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import Doubt, TableCell
from planlint.rulebook.measures import measure_of
from planlint.tables.indicator_heads import indicator_heads
from planlint.tables.vocabulary import attribute_pattern, table_words
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Grid, Row
    from planlint.tables.indicator_heads import IndicatorHeads

_LINE = re.compile("[^\n]+")
_TOKEN = re.compile("[^ \u3000]+")
_FOOTNOTE = re.compile(f"(?<={HAN})[1-9]$")
_NUMBERED = re.compile("[ \u3000]*(\\d{1,3})[ \u3000]+")
# Lines between two rows: the end of one name and the beginning of the next, no more.
_MOST_BETWEEN = 2
_LONGEST_LINE = 80


@dataclass(slots=True)
class _Numbered:
    """One line that opens with its number, and the lines around it that belong to no other row."""

    line: Span
    number: TableCell
    above: Span | None = None
    below: Span | None = None


def spaced(text: str, rules: Rulebook) -> Iterator[tuple[Grid, list[Doubt]]]:
    """The grids of the tables whose rows are lines, each with the rows that could not be read."""
    for heads in indicator_heads(text):
        numbered = _numbered(text, heads, rules)
        rows: Grid = []
        doubts: list[Doubt] = []
        for one in numbered:
            row = _row(text, one, heads, rules)
            if row is not None:
                rows.append(row)
            else:
                doubts.append(_doubt(text, one))
        if len(rows) > 1:
            yield [heads.row, *rows], doubts


def _numbered(text: str, heads: IndicatorHeads, rules: Rulebook) -> list[_Numbered]:
    """The lines that open with 1, 2, 3 …, with the loose lines between them shared out."""
    attribute = attribute_pattern(rules)
    found: list[_Numbered] = []
    loose: list[Span] = []
    for match in _LINE.finditer(text, heads.end):
        line = Span(*match.span())
        opened = _NUMBERED.match(text, *line)
        if opened is not None and int(opened[1]) == len(found) + 1 and attribute.search(text, *line):
            number = TableCell(Span(*opened.span(1)), opened[1])
            found.append(_Numbered(line, number))
            _share(found, loose)
            loose = []
        elif len(loose) <= _MOST_BETWEEN and line.end - line.start <= _LONGEST_LINE:
            loose.append(line)
        else:
            break
    if found and loose:
        found[-1].below = loose[0]
    return found


def _share(found: list[_Numbered], loose: list[Span]) -> None:
    """What stands between two rows: two lines are one for each, a single one may be either's."""
    if not loose or len(loose) > _MOST_BETWEEN:
        return
    found[-1].above = loose[-1]
    if len(found) > 1:
        found[-2].below = loose[0]


def _doubt(text: str, one: _Numbered) -> Doubt:
    """The row that cannot be read, with the lines above and below that its long cells have spilt over to."""
    start = (one.above or one.line).start
    end = (one.below or one.line).end
    return Doubt(Span(start, end), text[start:end].strip())


def _row(text: str, one: _Numbered, heads: IndicatorHeads, rules: Rulebook) -> Row | None:
    attribute = attribute_pattern(rules).search(text, one.number.span.end, one.line.end)
    if attribute is None:
        return None
    left = _tokens(text, one.number.span.end, attribute.start())
    values = _tokens(text, attribute.end(), one.line.end)
    if heads.attribute_last:
        count = len(heads.values)
        left, values = left[:-count], left[-count:]
    if len(values) != len(heads.values):
        return None
    named = _name_and_unit(text, left, one, rules)
    if named is None:
        return None
    kind = TableCell(Span(*attribute.span()), attribute.group())
    return [one.number, *named, kind, *values]


def _name_and_unit(
    text: str, left: list[TableCell], one: _Numbered, rules: Rulebook
) -> list[TableCell | None] | None:
    """The indicator and its unit; the half of it that does not stand in the row is above and below."""
    words = table_words(rules)
    has_unit = bool(left) and (measure_of(left[-1].text, rules) is not None or left[-1].text in words.blanks)
    name, unit = (left[:-1], left[-1]) if has_unit else (left, None)
    around = _around(text, one)
    if name and unit is not None:
        return [TableCell(Span(name[0].span.start, name[-1].span.end), _without_mark(name)), unit]
    if around is None or bool(name) == (unit is not None):
        return None
    if name:
        # the unit is what was broken: 万元/ above, 人 below
        if measure_of(around.text, rules) is None:
            return None
        return [TableCell(Span(name[0].span.start, name[-1].span.end), _without_mark(name)), around]
    return [around, unit]


def _without_mark(name: list[TableCell]) -> str:
    """The name without the number of a footnote at its end: 比重2 is 比重."""
    return _FOOTNOTE.sub("", "".join(cell.text for cell in name))


def _around(text: str, one: _Numbered) -> TableCell | None:
    """The line above and the line below as one; its place is that of the first half."""
    if one.above is None or one.below is None:
        return None
    words = text[one.above.start : one.above.end].strip() + text[one.below.start : one.below.end].strip()
    return TableCell(one.above, _FOOTNOTE.sub("", words))


def _tokens(text: str, start: int, end: int) -> list[TableCell]:
    return [TableCell(Span(*m.span()), m.group()) for m in _TOKEN.finditer(text, start, end)]
