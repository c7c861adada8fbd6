"""Which lines can be which cells: 95 fits below 2027年目标, 县人社局 below 牵头单位; the cheapest way to fill a row is the row."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.tables.vocabulary import table_words, unit_list
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import Column, ColumnKind
    from planlint.rulebook import Rulebook
    from planlint.tables.grids import Row

_UNITS: frozenset[ColumnKind | None] = frozenset({"lead", "responsible", "cooperate", "implement"})
VALUES: frozenset[ColumnKind | None] = frozenset({"target", "baseline", "quantity"})
_NAMES: frozenset[ColumnKind | None] = frozenset({"task", "indicator"})
# How many lines a cell may take, by its column; every other cell is one line.
_MOST_LINES: dict[ColumnKind | None, int] = {
    "category": 4, "target": 3, "baseline": 3, "task": 8, "indicator": 3, "lead": 6, "responsible": 6, "cooperate": 6, "implement": 4,
    "standard": 6, "note": 6,
}  # fmt: skip
# What it costs to take a column for blank, or for merged with the one above; what is not here is never left out.
_MISSING: dict[ColumnKind | None, float] = {
    "category": 1,
    "note": 1,
    None: 2,
    "deadline": 2,
    "unit": 2,
    "attribute": 2,
    "points": 2,
}
# What each further line of a cell costs: names of tasks are one line, what is to be done may be many.
_LINE, _CATEGORY_LINE = 0.5, 0.25
_NAME_LINE = 2.0
_ODD = 1.5
_WORDS_AS_VALUE = 2.0
_NEVER = float("inf")
_SHORT_CATEGORY, _LONGEST_CATEGORY = 8, 16
_LONGEST_WHEN, _LONGEST_VALUE = 30, 40
_WIDEST = 40
_DIGIT = re.compile("\\d")
_NUMBER = re.compile("[（(]?(\\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]?|[①-⑳]")
_LABELLED = re.compile(f"{HAN}{{2,10}}[≥≤＞＜><]?\\d")
VALUE_LIKE = re.compile(
    "[—–－-]+|[≥≤＞＜><≧≦]?\\s*\\d+(?:[.,]\\d+)*[%％]?(?:[—–~～-]\\d+(?:\\.\\d+)?[%％]?)?(?:以上|左右|以内|以下)?|[≥≤＞＜><≧≦].{1,12}"
)
_WHEN = re.compile("\\d|[年月底季长]|持续|完成|常态|全程")
_HEADING = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节条]|附[件表录]|专栏|(?:备?注|说明)[：:]"
)
_YEAR = re.compile("(?:19|20)\\d\\d年?度?(?:底|末)?")
_PLACE = re.compile(f"{HAN}(?: *{HAN}){{1,11}}(?:[（(][^（()）]{{1,12}}[）)])?")
_BOUND = re.compile("(?:[达到至于过≥≤＞＜><]|增加|提升|提高|下降|降低)\\d")
_SUM = re.compile("\\d|免|全额|减半|不超过")
_GOES_ON = re.compile("[、，,（(]$")
_GOES_BACK = re.compile("[、，,）)（(；。]")


def is_value(cell: TableCell) -> bool:
    """Whether a cell holds a value and hardly a word: 341, ≥95%, a dash."""
    return VALUE_LIKE.fullmatch("".join(cell.text.split())) is not None


def is_heading(text: str) -> bool:
    """Whether a line is a heading or a note of the text behind a table: 三、主要任务, 附表2, 注：."""
    return _HEADING.match(text) is not None


class Way(NamedTuple):
    """A row put into its columns, and what speaks against it; 0 is a line for each column and each line as its column wants it."""

    row: Row
    cost: float


def fits(cell: TableCell, column: Column, rules: Rulebook) -> bool:
    """Whether a cell is what its head wants: a number or a dash below 2027年目标, a known word below 属性, a name below 指标."""
    return misfit(cell, column, rules) == 0


def misfit(cell: TableCell, column: Column, rules: Rulebook) -> float:
    """What speaks against a cell below a head: nothing is 0, what cannot be is infinite."""
    words, kind, text = table_words(rules), column.kind, cell.text
    blank = text in words.blanks
    if kind in (None, "note", "points", "standard") and is_heading(text):
        return _NEVER  # the text has gone on
    if kind == "number":
        return 0 if _NUMBER.fullmatch(text) else _NEVER
    if kind in VALUES:
        if _DIGIT.search(text) is not None and len(text) <= _LONGEST_VALUE:
            return 0
        return (
            0 if blank else (_ODD if len(text) <= _LONGEST_VALUE and not unit_list(text, rules) else _NEVER)
        )
    if kind == "unit":
        return _unit(text, blank=blank, rules=rules)
    if kind == "place":
        return 0 if _PLACE.fullmatch(text) is not None else _NEVER
    if kind == "period":
        return 0 if _YEAR.fullmatch(text) is not None else _NEVER
    if kind == "attribute":
        return 0 if "".join(text.split()) in words.attributes else (1 if blank else _NEVER)
    if kind in _UNITS:
        return 0 if blank or unit_list(text, rules) else _NEVER
    if kind == "deadline":
        said = _WHEN.search(text) is not None and len(text) <= _LONGEST_WHEN and "。" not in text
        return 0 if blank or said else _NEVER
    if kind == "amount":
        return 0 if _SUM.search(text) is not None else _NEVER
    if kind in ("indicator", "task", "category", "beneficiary"):
        if len(text) < 2 or VALUE_LIKE.fullmatch(text) is not None:
            return _NEVER
        odd = (kind == "category" and len(text) > _LONGEST_CATEGORY) or (
            kind == "indicator" and _BOUND.search(text)
        )
        return _ODD if odd or (kind in _NAMES and unit_list(text, rules)) else 0
    return _LINE if kind == "standard" and _DIGIT.search(text) is None else 0


def _unit(text: str, *, blank: bool, rules: Rulebook) -> float:
    from planlint.rulebook.measures import measure_of

    if blank or measure_of(text, rules) is not None:
        return 0
    return (
        _NEVER
        if len(text) > 10 or VALUE_LIKE.fullmatch(text) or text in table_words(rules).attributes
        else _ODD
    )


def best_ways(
    cells: Sequence[TableCell], columns: Sequence[Column], rules: Rulebook, *, joined: bool = True
) -> list[Way]:
    """The cheapest ways to put lines into columns, two at most: with two nobody can tell.

    `joined` says that a cell may be several lines; cells of a row that has lost its blanks are whole.
    """
    return ways_by_length(cells, columns, rules, joined=joined)[-1]


def ways_by_length(
    cells: Sequence[TableCell], columns: Sequence[Column], rules: Rulebook, *, joined: bool = True
) -> list[list[Way]]:
    """For each number of lines, from none to all, the cheapest ways to put just the first so many into columns."""
    if len(columns) > _WIDEST or len(cells) > 3 * _WIDEST:
        return [[] for _ in range(len(cells) + 1)]
    count = len(cells)
    last_name = max((i for i, c in enumerate(columns) if c.kind in _NAMES), default=-1)
    # best[i]: the cheapest ways to have the first columns hold the first i lines
    best: list[list[Way]] = [[Way([], 0)]] + [[] for _ in range(count)]
    for at, column in enumerate(columns):
        following: list[list[Way]] = [[] for _ in range(count + 1)]
        most = _MOST_LINES.get(column.kind, 1) if joined else 1
        per_line = _per_line(column.kind, name_follows=at < last_name)
        left_out = _left_out(columns, at, last_name)
        for start, ways in enumerate(best):
            if not ways:
                continue
            if left_out < _NEVER:
                _offer(following[start], ways, None, left_out)
            for size in range(1, min(most, count - start) + 1):
                parts = cells[start : start + size]
                if size > 1 and not _go_together(parts[-2], parts[-1], column, rules):
                    break
                cell = _one(parts, column)
                cost = misfit(cell, column, rules) + _lines_cost(parts, per_line)
                if start + size < count and joined and _must_join(parts[-1], cells[start + size]):
                    cost = _NEVER
                if cost < _NEVER:
                    _offer(following[start + size], ways, cell, cost)
        best = following
    return best


def _per_line(kind: ColumnKind | None, *, name_follows: bool) -> float:
    """What each further line of a cell costs."""
    if kind == "category":
        return _CATEGORY_LINE
    return _NAME_LINE if kind in _NAMES and name_follows else _LINE


def _offer(kept: list[Way], ways: Sequence[Way], cell: TableCell | None, cost: float) -> None:
    """Keep the two cheapest ways, and of those only what is as cheap as the best."""
    for way in ways:
        new = Way([*way.row, cell], way.cost + cost)
        if kept and new.cost > kept[0].cost:
            continue
        if kept and new.cost < kept[0].cost:
            kept.clear()
        if len(kept) < 2:
            kept.append(new)


def _left_out(columns: Sequence[Column], at: int, last_name: int) -> float:
    """What it costs that a column has no cell in a row."""
    kind = columns[at].kind
    if kind in ("number", "task", "indicator") and at < last_name:
        return _ODD  # 序号 and 重点任务 go on over the rows of 具体举措
    return _MISSING.get(kind, _NEVER)


def _lines_cost(parts: Sequence[TableCell], per_line: float) -> float:
    return sum(0 if _must_join(one, other) else per_line for one, other in itertools.pairwise(parts))


def _must_join(one: TableCell, other: TableCell) -> bool:
    """Whether two lines are one cell whatever it is: the first ends in 、, or the second begins with a bracket."""
    return _GOES_ON.search(one.text) is not None or _GOES_BACK.match(other.text) is not None


def _go_together(one: TableCell, other: TableCell, column: Column, rules: Rulebook) -> bool:
    """Whether a line may go on a cell: short words of a category, values with labels (县城≥30, 乡镇≥15), units, sentences."""
    if _must_join(one, other):
        return True
    kind = column.kind
    if kind == "category":
        return all(
            len(part.text) <= _SHORT_CATEGORY and not _DIGIT.search(part.text) for part in (one, other)
        )
    if kind in VALUES:
        return all(_LABELLED.match(part.text) is not None for part in (one, other))
    if kind in _NAMES or kind in ("standard", "note"):
        return not any(
            VALUE_LIKE.fullmatch(part.text) or unit_list(part.text, rules) for part in (one, other)
        )
    return all(unit_list(part.text, rules) for part in (one, other))


def _one(parts: Sequence[TableCell], column: Column) -> TableCell:
    """Lines as one cell; the words of a name close up, other lines stay lines."""
    if len(parts) == 1:
        return parts[0]
    glue = "" if column.kind in ("category", "indicator") else "\n"
    return TableCell(Span(parts[0].span.start, parts[-1].span.end), glue.join(part.text for part in parts))
