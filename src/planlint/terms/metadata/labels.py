"""Labelled data of a page header or an information table: `发文字号: | 云政办〔2024〕3号 |`, `发布时间：2022-10-20`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.model.document import CleanText

# Labelled data stand in the first part of a file; a table of a page may also stand at its end.
_REACH = 4000


def labelled(clean: CleanText, names: list[str]) -> tuple[str, Span] | None:
    """The value behind the first of these labels that has one, and its clean span."""
    text = clean.text[:_REACH]
    packed = text.replace(" ", "")
    for name in names:
        if name not in packed:
            continue
        spaced = "[ ]{0,3}".join(map(re.escape, name))
        pattern = re.compile(
            f"(?:^|[\\s|*【\\[。]|(?<=\\d))(?:{spaced})(?:\\*\\*)?[ ]?(?:[:：|]|\n|\\*\\*[:：])+[ |*\n]*([^|\n【】]{{2,90}})"
        )
        for match in pattern.finditer(text):
            value = match.group(1)
            # several labels may stand in one line: 来源:… 发布时间:…
            stop = re.search(f"(?:\\s|(?<=\\d))(?:{HAN}{{2,6}})[:：]", value)
            value = value[: stop.start()] if stop else value
            value = value.strip(" *|")
            if value:
                return value, Span(match.start(1), match.start(1) + len(value))
    return None
