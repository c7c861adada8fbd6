"""What belongs to the site or the copy and not to the plan: header lines, navigation tails, file names, share-site sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.clean.link_lists import start_of_links, start_of_teasers
from planlint.model.document import Chrome
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.rulebook import Rulebook

# A header stands in the first lines, a tail in the last part of the text; beyond this a line is the plan's own.
_HEADER_LINES = 60
_TAIL_FROM = 0.35
# 主办单位：市教育局 closes a task where 协办单位： or a numbered item follows, and the site's foot elsewhere.
_NEXT_LABEL = re.compile("\\n[ ]*(?:协办|配合|责任|参与|完成|支持)[^\\n：:]{0,6}[：:]")
_NEXT_ITEM = re.compile(
    "\\n[ ]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章条])"
)
# Site chrome is short lines; nothing longer is looked at.
_LONGEST = 300


@lru_cache(maxsize=8)
def chrome_patterns(rules: Rulebook) -> tuple[re.Pattern[str], ...]:
    """Header, tail, last tail and anywhere patterns of a rulebook."""
    words = rules.words("chrome")
    groups = ("header", "tail", "tail_last", "anywhere")
    return tuple(re.compile("|".join(f"(?:{p})" for p in words[group])) for group in groups)


def find_chrome(text: str, rules: Rulebook, tables: Sequence[Span] = ()) -> Iterator[Chrome]:
    """The chrome of a clean text, in order, disjoint; none in the sorted spans of `tables`, whose cells look like many things."""
    inside = iter(tables)
    table = next(inside, None)
    header, tail, tail_last, anywhere = chrome_patterns(rules)
    at = 0
    number = 0
    body_seen = False
    # what was given already, and the last table: a list that closes the page begins behind both
    after, last_table = 0, max((span.end for span in tables), default=0)
    while at < len(text):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        number += 1
        while table is not None and table.end <= at:
            table = next(inside, None)
        looked_at = stop - at <= _LONGEST and (table is None or at < table.start)
        line = text[at:stop] if looked_at else ""
        rule = None
        if line:
            ends = tail.search(line) or (tail_last.search(line) and _goes_on(text, stop) is None)
            if ends and at >= _TAIL_FROM * len(text) and not line.endswith(("。", "；")):
                first = max(start_of_links(text, at), after, min(last_table, at))
                yield Chrome(Span(first, len(text)), "CHR-tail")
                return
            if anywhere.search(line):
                rule = "CHR-line"
            elif (header.search(line) or header.search("".join(line.split()))) and (
                not body_seen or number <= _HEADER_LINES
            ):
                rule = "CHR-header" if not line.startswith("|") else "CHR-info-table"
        if rule is not None:
            yield Chrome(Span(at, stop), rule)
            after = stop
        elif stop - at > 40:
            body_seen = True
        at = stop + 1
    closing = max(start_of_teasers(text, len(text), rules), after, last_table)
    if closing < len(text):
        yield Chrome(Span(closing, len(text)), "CHR-tail")


def _goes_on(text: str, at: int) -> re.Match[str] | None:
    """The label or the numbered item behind a line that names who does a task."""
    return _NEXT_LABEL.match(text, at) or _NEXT_ITEM.search(text, at)
