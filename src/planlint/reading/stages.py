"""Stages with their time in the heading: （二）组织实施阶段（2024年5月—11月） ends by 2024-11."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from planlint.reading.sorted import Sorted

if TYPE_CHECKING:
    from planlint.model.document import Outline, Section
    from planlint.model.mention import Mentions, TimeMention

# A bracket that closes a heading and says when: a month, or by the end of a year.
_WHEN = re.compile("[（(][^（）()]*(?:月|年底|年末|季度|半年)[^（）()]*[)）]$")
_STAGE = re.compile("阶段|步骤|部署|启动|实施|总结|验收|推进|摸底|排查|整改|攻坚|巩固|提升|动员|评估|自查")


def stages(outline: Outline, mentions: Mentions) -> list[tuple[Section, TimeMention]]:
    """The sections that are stages of the work, each with the last time of the bracket that closes its heading.

    One of them is told by its name (组织实施阶段), two or more below the same heading by their brackets, whatever they are called.
    """
    times = Sorted(mentions.times)
    dated: list[tuple[Section, TimeMention, bool]] = []
    for section in outline.sections:
        bracket = _WHEN.search(section.heading)
        if bracket is None:
            continue
        by = [time for time in times.within(section.span) if time.role == "by" and time.deadline]
        if by:
            dated.append((section, by[-1], _STAGE.search(section.heading, 0, bracket.start()) is not None))
    siblings = Counter(section.parent for section, _, _ in dated)
    return [(section, time) for section, time, is_named in dated if is_named or siblings[section.parent] > 1]
