"""Lists of links at the end of a page, by their shape: short lines without a mark above a footer, titles of other documents with their days."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.text.dates import DATE

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook

_LONGEST_LINK = 24
_LONGEST_TEASER = 70
_SHORTEST_TEASER = 8
_FEWEST_LINKS = 4
_FEWEST_TEASERS = 3
# So many lines are looked at above a footer; a page's lists of authorities and cities are longer than one thinks.
_MOST = 600
# What no link holds: the marks of sentences, labels, brackets that close a task, numbers of items.
_TEXT = re.compile("[。；，：！？;,:!?（）()|]|\\d{4}年|^\\d|^[一二三四五六七八九十]{1,3}、|^附")
_EDGES = " \t\u3000\u00a0·•>»-—*[]【】"


def start_of_links(text: str, end: int) -> int:
    """Where the list of links begins that stands right above `end`, where a footer begins; `end` if there is none."""
    start, count = end, 0
    for line_start, line in _lines_above(text, end):
        if len(line) > _LONGEST_LINK or _TEXT.search(line) or DATE.search(line):
            break
        start, count = line_start, count + 1
    return start if count >= _FEWEST_LINKS else end


def start_of_teasers(text: str, end: int, rules: Rulebook) -> int:
    """Where a list of other documents begins that closes a text; `end` if there is none: `……的通知 2025-03-01` line by line."""
    start, count, dated = end, 0, 0
    for line_start, line in _lines_above(text, end):
        bare, days = DATE.subn("", line)
        bare = bare.strip(_EDGES)
        if not _SHORTEST_TEASER <= len(bare) <= _LONGEST_TEASER or bare.endswith(("。", "；", "：", "，")):
            break
        if not days and not _titles(rules).search(bare):
            break
        start, count, dated = line_start, count + 1, dated + bool(days)
    # titles alone may be a plan's own list of annexes; with the days of their publication they are a page's
    return start if count >= _FEWEST_TEASERS and dated * 2 > count else end


def _lines_above(text: str, end: int) -> list[tuple[int, str]]:
    """The lines above a place, the nearest first, each with its start."""
    found: list[tuple[int, str]] = []
    while end > 0 and len(found) < _MOST:
        start = text.rfind("\n", 0, end - 1) + 1
        line = text[start : min(end, start + 2 * _LONGEST_TEASER)].strip(_EDGES + "\n")
        if line:
            found.append((start, line))
        end = start
    return found


@lru_cache(maxsize=8)
def _titles(rules: Rulebook) -> re.Pattern[str]:
    words = rules.words("documents")
    kinds = "|".join(kind for kinds in words["genres"].values() for kind in kinds)
    return re.compile(f"(?:{kinds})[》)）]?$")
