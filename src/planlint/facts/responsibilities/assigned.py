"""Departments that a paragraph divides its work among: `实行分工负责。发改、财政等部门要……` is one record each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.lists import Name
from planlint.facts.responsibilities.places import Found
from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import Outline

# 分工负责, 各司其职: in such a paragraph 甲、乙等部门要…… gives each its task.
_DIVIDED = re.compile("分工负责|各负其责|各司其职|职责分工|职能分工")
_ASSIGNED = re.compile(
    f"(?:^|(?<=[，。；：\\s]))(?P<units>{HAN}{{2,10}}(?:、{HAN}{{2,10}})+?)等?(?:有关|相关|职能)?(?:部门|单位)(?:要|应|须|按)"
)
_REACH = 70


def assigned_lists(text: str, outline: Outline) -> Iterator[tuple[Span, Found]]:
    """甲、乙、丙等部门要…… in a paragraph that divides the work among departments."""
    for match in _ASSIGNED.finditer(text):
        paragraph = outline.paragraph_at(match.start())
        if paragraph is None:
            continue
        stop = text.find("。", match.end(), match.end() + _REACH)
        if _DIVIDED.search(text, paragraph.span.start, stop if stop >= 0 else match.end()) is None:
            continue
        at = match.start("units")
        names: list[Name] = []
        for piece in match["units"].split("、"):
            unit = piece.removesuffix("等")
            names.append(Name(unit, None, Span(at, at + len(unit)), None, len(names), True))
            at += len(piece) + 1
        yield Span(*match.span()), Found(names, "responsible", "RSP-assigned", True)
