"""What belongs to the site or the copy and not to the plan: header lines, navigation tails, file names, share-site sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.document import Chrome
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.rulebook import Rulebook

# A header stands in the first lines, a tail in the last part of the text; beyond this a line is the plan's own.
_HEADER_LINES = 60
_TAIL_FROM = 0.35
# Site chrome is short lines; nothing longer is looked at.
_LONGEST = 300


@lru_cache(maxsize=8)
def chrome_patterns(rules: Rulebook) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Header, tail and anywhere patterns of a rulebook."""
    words = rules.words("chrome")
    header, tail, anywhere = (
        "|".join(f"(?:{p})" for p in words[group]) for group in ("header", "tail", "anywhere")
    )
    return re.compile(header), re.compile(tail), re.compile(anywhere)


def find_chrome(text: str, rules: Rulebook, tables: Sequence[Span] = ()) -> Iterator[Chrome]:
    """The chrome of a clean text, in order, disjoint; none in the sorted spans of `tables`, whose cells look like many things."""
    inside = iter(tables)
    table = next(inside, None)
    header, tail, anywhere = chrome_patterns(rules)
    at = 0
    number = 0
    body_seen = False
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
            if tail.search(line) and at >= _TAIL_FROM * len(text) and not line.endswith(("。", "；")):
                yield Chrome(Span(at, len(text)), "CHR-tail")
                return
            if anywhere.search(line):
                rule = "CHR-line"
            elif header.search(line) and (not body_seen or number <= _HEADER_LINES):
                rule = "CHR-header" if not line.startswith("|") else "CHR-info-table"
        if rule is not None:
            yield Chrome(Span(at, stop), rule)
        elif stop - at > 40:
            body_seen = True
        at = stop + 1
