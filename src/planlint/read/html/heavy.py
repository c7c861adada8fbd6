"""Whether a page is one that a parser may choke on: tags with thousands of attributes, or elements thousands deep."""

from __future__ import annotations

import re

from planlint.read.limits import DEEP_TAGS, MANY_ATTRIBUTES

# A tag from < to >, its values in quotes or bare; possessive, so that no reading is ever taken back.
_TAG = re.compile(rb"<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^>\s]*+))*+)")
_ATTRIBUTE = re.compile(rb"[\s/][^\s/>=]++")
# A tag of fewer characters has no room for many.
_SHORTEST = 2 * MANY_ATTRIBUTES
# These end by themselves, or before the next of their kind: pages leave their end out.
_NEVER_DEEP = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option colgroup".split()
)


def is_heavy(data: bytes) -> bool:
    """Whether some tag has many attributes, or many more elements are open than ever closed at some place."""
    if data[:4].count(b"\x00"):  # UTF-16: the letters of its tags stand apart
        data = data.replace(b"\x00", b"")
    if data.count(b"<") < DEEP_TAGS and len(data) < _SHORTEST:
        return False
    depth = 0
    for tag in _TAG.finditer(data):
        if tag.end() - tag.start() > _SHORTEST and len(_ATTRIBUTE.findall(tag[3])) > MANY_ATTRIBUTES:
            return True
        if tag[2].lower() in _NEVER_DEEP:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > DEEP_TAGS:
            return True
    return False
