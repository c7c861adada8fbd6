"""The words of rules/lexicon/zones.yaml as patterns, made once a rulebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.mention import TimeMention
from planlint.model.span import Span
from planlint.text.finder import Finder, first_characters

if TYPE_CHECKING:
    from planlint.model.zone import Part
    from planlint.rulebook import Rulebook

# What a heading may hold, the surest first: 发展目标与任务 has goals.
_PARTS: tuple[Part, ...] = ("glossary", "conditions", "procedure", "safeguards", "goals", "tasks")
# A heading ends in what it is about, in front of a year, a bracket or a second thing: 发展现状和形势, 工作回顾（2025年）.
_HEAD_END = "(?:$|[和及与、（(：:，,])"


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """`cues` finds all that moves the tense within a half-sentence, in order; the group that matched says what it is."""

    review_heading: re.Pattern[str]
    sets_out: re.Pattern[str]
    parts: tuple[tuple[Part, re.Pattern[str]], ...]
    cues: Finder
    relative: re.Pattern[str]
    relative_years: dict[str, int]
    bases: tuple[str, ...]
    since: re.Pattern[str]
    until: tuple[str, ...]
    no_deadline_behind: re.Pattern[str]
    names: re.Pattern[str]
    every: re.Pattern[str]
    closes: re.Pattern[str]

    def relative_time(self, match: re.Match[str], now: int | None) -> TimeMention:
        """今年 as a time by which; without a date where the document does not say what year it is."""
        on = self.relative_years[match.group()]
        return TimeMention(
            Span(*match.span()), "by", deadline=str(now + on) if now is not None and on >= 0 else None
        )


@lru_cache(maxsize=8)
def zone_words(rules: Rulebook) -> ZoneWords:
    """The patterns of a rulebook."""
    words = rules.words("zones")
    headings = words["headings"]
    years = words["years"]
    relative = sorted(years["relative"], key=len, reverse=True)
    groups = [
        ("review_opener", words["review_openers"]),
        ("plan_opener", words["plan_openers"]),
        ("announcement", words["plan_announcements"]),
        ("year", relative),
        ("review", words["review_aspects"]),
        ("weak_review", words["weak_review_aspects"]),
        ("plan", words["plan_aspects"]),
    ]
    cues = "|".join(f"(?P<{name}>{'|'.join(patterns)})" for name, patterns in groups)
    return ZoneWords(
        re.compile(f"(?:{'|'.join(headings['review'])})(?:{'|'.join(headings['shown'])})?{_HEAD_END}"),
        re.compile(f"(?:^|[，、；：,])(?:{'|'.join(headings['sets_out'])})"),
        tuple((part, re.compile(f"(?:{'|'.join(headings[part])}){_HEAD_END}")) for part in _PARTS),
        Finder(cues, first_characters(cues)),
        re.compile("|".join(relative)),
        years["relative"],
        tuple(years["bases"]),
        re.compile(f"(?:{'|'.join(years['since'])})$"),
        tuple(years["until"]),
        re.compile(f"(?:{'|'.join(years['no_deadline_behind'])})$"),
        re.compile(f"(?:{'|'.join(years['names'])})"),
        re.compile(f"(?:{'|'.join(years['every'])})(?:\\d{{1,2}}月[份底初]?\\s*[-—–~～至到]?)?$"),
        re.compile(
            f"(?:(?:{'|'.join([*years['manners'], *years['closes']])})[并且、和]?)*(?:{'|'.join(years['closes'])})(?=[，。；,;！\\n]|$)"
        ),
    )
