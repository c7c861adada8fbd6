"""The heads of an indicator table whose lines a PDF's text has broken or run together: 序 号 指 标 单位 2025年 属性, and what follows.

Where neither tabs nor lines tell cells apart, only this kind of table can be read: its rows are held together by their numbers
and by the words 约束性 and 预期性.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.table import TableCell

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = re.compile(
    "序\\s*(?:号\\s*)?(?=[^。]{0,60}?指\\s*标)(?=[^。]{0,90}?单\\s*位)(?=[^。]{0,120}?属\\s*性)"
)
_INDICATOR, _UNIT, _ATTRIBUTE_HEAD = (
    re.compile(p) for p in ("指\\s*标(?:\\s*名\\s*称)?", "单\\s*位", "(?:指标)?属\\s*性")
)
_VALUE_HEAD = re.compile(
    "(?:19|20)\\d\\d ?年(?:底)?(?:目标值?|现状值?|实际值?|完成值?|基期值?)?"
    "|年均(?:增长率?|增速)?(?:[（(\\[][^\n）)\\]]{1,6}[）)\\]])?|现状值?|基期值?|目标值"
)
_PLAN = re.compile('[“"]十[一二三四五六七八九]五[”"]')
# The first row is a line of its own, or goes on right behind the heads.
_FIRST_ROW = re.compile(
    "\n[ \u3000]*1[ \u3000]|(?<=[性值）)\\]年])(?:[一二三]、[^\\d\n]{2,16})?1(?=[^\\W\\d])"
)
_REACH = 160


@dataclass(frozen=True, slots=True)
class IndicatorHeads:
    """The head cells 序号, 指标, 单位, 属性 and those of the values in their order; `end` is where the rows begin.

    `attribute_last` tells that the attribute stands behind the values, as it does in one of the two usual layouts.
    """

    fixed: tuple[TableCell, ...]
    values: tuple[TableCell, ...]
    attribute_last: bool
    start: int
    end: int

    @property
    def row(self) -> list[TableCell | None]:
        """The heads as the first row of a grid: number, indicator, unit, attribute, values."""
        return [*self.fixed, *self.values]


def indicator_heads(text: str) -> Iterator[IndicatorHeads]:
    """Every place of `text` where such heads stand."""
    if "属" not in text or "序" not in text:
        return
    for match in _HEAD.finditer(text):
        first_row = _FIRST_ROW.search(text, match.end(), match.end() + _REACH)
        if first_row is None:
            continue
        heads = _heads(text, match.start(), first_row.start())
        if heads is not None:
            yield heads


def _heads(text: str, start: int, end: int) -> IndicatorHeads | None:
    found = [pattern.search(text, start, end) for pattern in (_INDICATOR, _UNIT)]
    attributes = list(_ATTRIBUTE_HEAD.finditer(text, start, end))
    values = list(_VALUE_HEAD.finditer(text, start, end))
    if None in found or not attributes or not values:
        return None
    plan = _PLAN.search(text, start, end)
    fixed = [TableCell(Span(start, start + 1), "序号")]
    for match, name in zip([*found, attributes[-1]], ("指标", "单位", "属性"), strict=True):
        assert match is not None
        fixed.append(TableCell(Span(*match.span()), name))
    cells = []
    for match in values:
        words = match.group()
        if plan is not None and not any(ch.isdigit() for ch in words):
            words = plan.group() + words  # the five-year plan's name spans the heads that name no year
        cells.append(TableCell(Span(*match.span()), words))
    return IndicatorHeads(tuple(fixed), tuple(cells), attributes[-1].start() > values[-1].start(), start, end)
