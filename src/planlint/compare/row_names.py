"""Which row a noun stands in: one of the dictionary in its own; others by their words, and behind a shorter name as a narrower one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.compare.vocabulary import Vocabulary

_JOINTS = re.compile(r"[、/]|以及|和|与|及|或")
_EDGES = "、和与及或的"
# A name shorter than this is the head of too many things: 服务中心, 重点项目.
_LEAST_BASE = 5


class Home(NamedTuple):
    """The noun of the row, and what a name says more than it."""

    noun: str
    scope: str | None


def homes_of(nouns: Iterable[str], words: Vocabulary) -> dict[str, Home]:
    """Where each noun stands, whatever their order; the cost is that of their letters."""
    ordered = sorted(set(nouns))
    signed: dict[str, list[str]] = defaultdict(list)
    for noun in ordered:
        signed[_sign(noun, words)].append(noun)
    # of several spellings of the same words the shortest names the row
    chief = {
        sign: min(same, key=lambda n: (n not in words.concepts.of, len(n), n))
        for sign, same in signed.items()
    }
    found = {noun: chief[sign] for sign, same in signed.items() for noun in same}
    return {noun: _home(noun, found, words) for noun in ordered}


def _home(noun: str, chiefs: dict[str, str], words: Vocabulary) -> Home:
    chief = chiefs[noun]
    if chief in words.concepts.of or _JOINTS.search(noun):
        return Home(chief, None)
    from planlint.text.words import starts

    edges = starts(noun)
    for at in range(1, len(noun) - _LEAST_BASE + 1):
        base = chiefs.get(noun[at:])
        if base is not None and at in edges and not _JOINTS.search(base):
            return Home(base, noun[:at].strip(_EDGES) or None)
    return Home(chief, None)


@lru_cache(maxsize=65536)
def _cut(noun: str) -> tuple[str, ...]:
    from planlint.text.words import cut

    return cut(noun)


def _sign(noun: str, words: Vocabulary) -> str:
    """The words of a name, its head and the set of its modifiers, without those that narrow nothing."""
    if noun in words.concepts.of:
        return noun
    weak = words.lists["weak"]
    parts = [part for part in _cut(noun) if part not in weak]
    if len(parts) < 2:
        return noun
    return f"{parts[-1]}|{'|'.join(sorted(parts[:-1]))}"


def family_of(noun: str, words: Vocabulary) -> str:
    """The group that a row stands in: that of its noun, or of the dictionary's noun that the last of a list is or ends in."""
    family = words.family.get(noun)
    if family is not None:
        return family
    if noun in words.concepts.of:
        return noun
    last = _JOINTS.split(noun)[-1]
    for at in range(len(last) - 2):
        known = words.concepts.spelled.get(last[at:])
        if known is not None and len(last) - at > 3:
            return words.family.get(known, known)
    return noun
