"""Stages with their time in the heading: （二）组织实施阶段（2024年5月—11月） ends by 2024-11."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.document import Outline, Section
    from planlint.model.mention import Mentions, TimeMention

# A bracket that closes a heading and says when: a month, or by the end of a year.
_WHEN = re.compile("[（(][^（）()]*(?:月|年底|年末|季度|半年)[^（）()]*[)）]$")
_STAGE = re.compile("阶段|步骤|部署|启动|实施|总结|验收|推进|摸底|排查|整改|攻坚|巩固|提升|动员|评估|自查")


def stages(outline: Outline, mentions: Mentions) -> list[tuple[Section, TimeMention]]:
    """The sections whose heading names a stage and, in the bracket that closes it, by when; each with its last time."""
    times = mentions.times
    found: list[tuple[Section, TimeMention]] = []
    i = 0
    for section in outline.sections:
        while i < len(times) and times[i].span.start < section.span.start:
            i += 1
        bracket = _WHEN.search(section.heading)
        if bracket is None or _STAGE.search(section.heading, 0, bracket.start()) is None:
            continue
        j = i
        last = None
        while j < len(times) and times[j].span.end <= section.span.end:
            last = times[j] if times[j].role == "by" and times[j].deadline else last
            j += 1
        if last is not None:
            found.append((section, last))
    return found
