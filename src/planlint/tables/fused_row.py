"""One row without blanks, cut from behind by what its columns hold: attribute, values, unit, date, units that answer, and then the name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.rulebook.classes import compiled_with
from planlint.rulebook.measures import measure_of
from planlint.tables.cuts import cut_values
from planlint.tables.heads import UNIT_KINDS
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

_VALUES = re.compile("(?:[\\d.∶:：≥≤≧≦＞＜><—－-]|左右|以上|以下|以内)+$")
_WHEN = re.compile(
    "(?:(?:到|于)?(?:20\\d\\d年?)?(?:[—－~～至-]?(?:20\\d\\d年)?(?:1[0-2]|[1-9])月份?|第?[一二三四]季度|上半年|下半年|年)?(?:底|末|中)?(?:之?前)?|长期坚持|长期|持续推进|全年)$"
)
_GROWTH = "${tables.growth}"
_SUM = re.compile("(?:最高|不超过|每[^\\d，。]{1,4})?\\d+(?:\\.\\d+)?(?:万?元|%)?$")
_NUMBERS = frozenset({"target", "baseline", "quantity"})
_NAMES = frozenset({"task", "indicator", "beneficiary", "place"})
_DASHES = "—－-"
_SHARE = "${tables.shares}"
_FALLS = "${tables.falling}"
_SIDE = "省市县区州旗各"
_LONGEST_UNIT, _LONGEST_VALUES, _SHORTEST_NAME = 12, 40, 2


def row_from(
    text: str, start: int, end: int, number: int, columns: Sequence[Column], rules: Rulebook
) -> tuple[Row | None, bool]:
    """The cells of `text[start:end]`, one for each column; with None, whether only the cut between two cells is in doubt."""
    cutter = _Cutter(text, start, end, rules)
    row: Row = [None] * len(columns)
    i = len(columns) - 1
    while i >= 0:
        group = _group(columns, i)
        kind = columns[i].kind
        if kind == "number":
            row[i] = TableCell(Span(start - len(str(number)), start), str(number))
        elif kind in ("category", "note"):
            pass  # before the number, or blank
        elif kind in _NUMBERS:
            name = columns[group].kind if group >= 0 else None
            cells = cutter.values(
                i - group, has_unit=name == "unit", alike=_alike(columns[group + 1 : i + 1], rules)
            )
            if cells is None:
                return None, cutter.in_doubt
            row[group + 1 : i + 1] = cells
            i = group
            continue
        elif kind in UNIT_KINDS:
            cells = cutter.units(i - group)
            if cells is None:
                return None, cutter.in_doubt
            row[group + 1 : i + 1] = cells
            i = group
            continue
        else:
            cell = cutter.one(kind, last=not any(c.kind in _NAMES for c in columns[:i]))
            if cell is None:
                return None, cutter.in_doubt
            row[i] = cell
        i -= 1
    return (row, True) if cutter.end <= start else (None, False)


def _alike(columns: Sequence[Column], rules: Rulebook) -> bool:
    """Whether the columns hold values of one thing at several times; a count and a sum, or a level and its growth, are none."""
    growth = compiled_with(_GROWTH, rules)
    return all(
        c.kind != "quantity" and c.unit == columns[0].unit and growth.search(c.head) is None for c in columns
    )


def _group(columns: Sequence[Column], i: int) -> int:
    """Before which columns of the same sort as column `i` the run of them begins."""
    sorts = (_NUMBERS, UNIT_KINDS)
    sort = next((s for s in sorts if columns[i].kind in s), {columns[i].kind})
    while i >= 0 and columns[i].kind in sort:
        i -= 1
    return i


class _Cutter:
    """Takes cells off the end of a row."""

    def __init__(self, text: str, start: int, end: int, rules: Rulebook) -> None:
        self._text, self._start, self._rules = text, start, rules
        self.end = end
        self.in_doubt = False

    def one(self, kind: str | None, *, last: bool) -> TableCell | None:
        """The cell of one column; a name takes all that is left."""
        rest = self._text[self._start : self.end]
        if kind == "attribute":
            words = table_words(self._rules).attributes
            size = max((len(word) for word in words if rest.endswith(word)), default=0)
        elif kind == "unit":
            size = self._unit_size(rest)
        elif kind == "deadline":
            match = _WHEN.search(rest)
            size = len(match.group()) if match is not None else 0
        elif kind == "amount":
            match = _SUM.search(rest)
            size = len(match.group()) if match is not None else 0
        elif kind in _NAMES and last:
            size = len(rest) if len(rest) >= _SHORTEST_NAME else 0
        else:
            return None
        return self._take(size) if size else None

    def values(self, count: int, *, has_unit: bool, alike: bool) -> list[TableCell | None] | None:
        """The cells of `count` columns of values, if there is one way to cut them."""
        rest = self._text[self._start : self.end]
        run = _VALUES.search(rest)
        if run is None or len(run.group()) > _LONGEST_VALUES:
            return None
        opens = run.start()
        size = self._unit_size(rest[:opens]) if has_unit else 0
        if has_unit and not size and rest[opens] in _DASHES:
            opens, size = opens + 1, 1  # the dash is the unit's: there is none
        before, digits = rest[:opens], rest[opens:]
        unit, name = before[len(before) - size :], before[: len(before) - size]
        if len(name) < _SHORTEST_NAME or (has_unit and not size):
            return None
        percent = unit in ("%", "％")
        share = percent and compiled_with(_SHARE, self._rules).search(name) is not None
        parts = cut_values(
            digits,
            count,
            limited=share,
            grows=share and compiled_with(_FALLS, self._rules).search(name) is None,
            alike=alike,
        )
        if parts is None:
            self.in_doubt = True
            return None
        at = self._start + opens
        self.end = at
        return [TableCell(Span(at + a, at + b), digits[a:b]) for a, b in parts]

    def units(self, count: int) -> list[TableCell | None] | None:
        """The cells of `count` columns of units: names that only run together at the edges of the cells."""
        run = _unit_run(self._rules).search(self._text[self._start : self.end])
        if run is None:
            return None
        names = [(m.start(), m.end()) for m in _unit_name(self._rules).finditer(run.group())]
        edges = [a for a, _ in names[1:] if run.group()[a - 1] not in "、，,"]
        if len(edges) != count - 1 or not self._opens(run.start()):
            self.in_doubt = True
            return None
        at = self._start + run.start()
        cuts = [0, *edges, len(run.group())]
        self.end = at
        return [TableCell(Span(at + a, at + b), run.group()[a:b]) for a, b in pairwise(cuts)]

    def _opens(self, at: int) -> bool:
        """Whether no other name of a unit could begin before the first: 示范区县人社局 could be 区县人社局."""
        return at > 0 and self._text[self._start + at - 1] not in _SIDE + "镇乡"

    def _unit_size(self, words: str) -> int:
        """How long the longest measure at the end of some words is; a dash says that there is none."""
        for size in range(min(_LONGEST_UNIT, len(words) - _SHORTEST_NAME), 0, -1):
            unit = words[-size:]
            if unit in (*_DASHES, "/") or measure_of(unit, self._rules) is not None:
                return size
        return 0

    def _take(self, size: int) -> TableCell:
        span = Span(self.end - size, self.end)
        self.end = span.start
        return TableCell(span, self._text[span.start : span.end])


@lru_cache(maxsize=8)
def _unit_name(rules: Rulebook) -> re.Pattern[str]:
    words = rules.words("agencies")
    ends = "|".join(sorted({*words["strong"], *words["weak"]}, key=lambda word: (-len(word), word)))
    inside = "|".join(rules.words("tables")["inside_names"])
    return re.compile(
        f"[{_SIDE}](?:{inside}|[^\\d，。；：、{_SIDE}镇乡]){{1,12}}?(?:{ends})(?:(?=[{_SIDE}、，,])|$)"
    )


@lru_cache(maxsize=8)
def _unit_run(rules: Rulebook) -> re.Pattern[str]:
    name = _unit_name(rules).pattern
    return re.compile(f"(?:{name}[、，,]?)+$")
