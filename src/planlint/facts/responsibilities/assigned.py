"""Departments that a paragraph divides its work among: `实行分工负责。发改、财政等部门要……` is one record each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Found, Name
from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.acting import ActingWords
    from planlint.facts.responsibilities.reader import UnitReader

_ASSIGNED = re.compile(
    f"(?:^|(?<=[，。；：\\s]))(?P<units>{HAN}{{2,10}}(?:、{HAN}{{2,10}})+?)等?(?:有关|相关|职能)?(?:部门|单位)(?:要|应|须|按)"
)
_REACH = 70


def assigned_lists(reader: UnitReader, acting: ActingWords) -> Iterator[tuple[Span, Found]]:
    """甲、乙、丙等部门要…… in a paragraph that divides the work among departments."""
    text = reader.text
    for match in _ASSIGNED.finditer(text):
        paragraph = reader.outline.paragraph_at(match.start())
        if paragraph is None:
            continue
        stop = text.find("。", match.end(), match.end() + _REACH)
        if acting.divided.search(text, paragraph.span.start, stop if stop >= 0 else match.end()) is None:
            continue
        at = match.start("units")
        names: list[Name] = []
        for piece in match["units"].split("、"):
            unit = piece.removesuffix("等")
            names.append(Name(unit, None, Span(at, at + len(unit)), None, len(names)))
            at += len(piece) + 1
        yield Span(*match.span()), Found(names, "responsible", "RSP-assigned")
