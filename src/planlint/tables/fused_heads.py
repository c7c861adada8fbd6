"""The heads of a table that runs on without any blank: `序号指　标　名　称单位2025年2030年指标属性`, and where its rows begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span
from planlint.model.table import TableCell
from planlint.tables.heads import column_of, is_table_of_facts, resolved
from planlint.tables.vocabulary import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import Column
    from planlint.rulebook import Rulebook

_BLANK = "[ \u3000]*"
_YEAR = "(?:到|其中[:：]?)?(?:19|20)\\d\\d ?年?(?:底|末)?"
_PLAN = '[“"]?十[一二三四五六七八九]五[”"]?(?:时期|期间|规划)?'
_BRACKET = "(?:[（(][^（()）\n\\d]{1,8}[）)])?"
_LEAST_HEADS, _MOST_HEADS = 3, 14


class FusedHeads(NamedTuple):
    """The columns and their heads' cells; `end` is where the rows begin."""

    columns: tuple[Column, ...]
    cells: list[TableCell]
    start: int
    end: int


def fused_heads(text: str, rules: Rulebook) -> Iterator[FusedHeads]:
    """Every place of `text` where the heads of a table of facts stand without anything between them."""
    first, atom = _patterns(rules)
    at = 0
    while (match := first.search(text, at)) is not None:
        at = match.end()
        cells: list[TableCell] = []
        end = match.start()
        while len(cells) < _MOST_HEADS and (head := atom.match(text, end)) is not None:
            cells.append(TableCell(Span(end, head.end()), head.group()))
            end = head.end()
        cells = _parted(cells, rules)
        columns = [column_of(cell.text, cell.span, rules) for cell in cells]
        caption = _caption(columns)
        columns, cells = columns[caption:], cells[caption:]
        least = 2 if any(column.kind == "amount" for column in columns) else _LEAST_HEADS
        if len(cells) >= least and is_table_of_facts(columns):
            yield FusedHeads(resolved(columns), cells, cells[0].span.start, end)
        at = max(at, end)


def _parted(cells: list[TableCell], rules: Rulebook) -> list[TableCell]:
    """The heads with 指标单位 taken apart where no other head names what the values are of."""
    kinds = table_words(rules).kinds
    if any(kinds.get("".join(cell.text.split())) in ("indicator", "task") for cell in cells):
        return cells
    for i, cell in enumerate(cells):
        for size in range(2, len(cell.text) - 1):
            first, second = cell.text[:size], cell.text[size:]
            if kinds.get(first) in ("indicator", "task") and second in kinds:
                at = cell.span.start + size
                halves = [
                    TableCell(Span(cell.span.start, at), first),
                    TableCell(Span(at, cell.span.end), second),
                ]
                return [*cells[:i], *halves, *cells[i + 1 :]]
    return cells


def _caption(columns: list[Column]) -> int:
    """How many of the first words are a caption's: 主要指标 before 序号, 指标名称."""
    for i, column in enumerate(columns):
        rest = [c.kind for c in columns[i + 1 :]]
        if column.kind not in ("indicator", "task") or column.kind not in rest or "number" not in rest:
            return i
    return 0


@lru_cache(maxsize=8)
def _patterns(rules: Rulebook) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table_words(rules)
    listed = [head for head in words.kinds if len(head) > 1]
    roles = "|".join(word for _, held in words.units.roles for word in held)
    nouns = "|".join(noun for noun in words.units.nouns if len(noun) > 1)
    values = "|".join(
        sorted(
            (h for h, kind in words.kinds.items() if kind in ("target", "baseline") and len(h) > 1),
            key=len,
            reverse=True,
        )
    )
    heads = "|".join(_BLANK.join(map(re.escape, head)) for head in sorted(listed, key=len, reverse=True))
    # before the role of a unit stand few letters, none of which opens another head
    unit = f"(?:[省市县区镇]级?)?(?:{roles})(?:责任)?(?:{nouns})"
    atom = f"(?:(?:{_YEAR}|{_PLAN})(?:{values})?|(?:{unit})|(?:{heads})){_BRACKET}"
    opening = [
        h
        for h, kind in words.kinds.items()
        if kind in ("number", "category", "indicator", "task", "beneficiary", "place") and len(h) > 1
    ]
    first = "|".join(_BLANK.join(map(re.escape, head)) for head in sorted(opening, key=len, reverse=True))
    return re.compile(first), re.compile(atom)
