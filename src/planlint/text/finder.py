"""A pattern of many alternatives that is tried only where one of its first characters stands: `(?:牵头|配合)` at 牵 and 配.

`re` skips to the next possible character by itself where all alternatives are plain words; among named groups it tries every alternative at
every character of the text, which costs ten times as much.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# No public door leads to the parser's tree; the module has been where it is since Python 3.11.
_parser: Any = import_module("re._parser")
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

_KINDS = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}


class Finder:
    """Finds what its pattern finds, in the same order. `first` are the members of a class that holds every first character; empty: any."""

    __slots__ = ("_first", "_match", "pattern")

    def __init__(self, pattern: str, first: str) -> None:
        self.pattern = re.compile(pattern)
        self._match = self.pattern.match
        self._first = re.compile(f"[{first}]") if first else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches within a stretch of the text, disjoint, from left to right."""
        end = len(text) if end is None else end
        if self._first is None:
            yield from self.pattern.finditer(text, start, end)
            return
        search, match = self._first.search, self._match
        while (here := search(text, start, end)) is not None:
            found = match(text, here.start(), end)
            if found is not None:
                yield found
            start = found.end() if found is not None else here.end()


def first_characters(pattern: str) -> str:
    """The characters that a match can begin with, as members of a class; empty where it can begin with any, or be empty."""
    return "".join(sorted(_first_of(_parser.parse(pattern)) or ()))


def _first_of(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """As `first_characters`; None where it can begin with any."""
    first: set[str] = set()
    for op, argument in items:
        name = str(op)
        if name in _ZERO_WIDTH:
            continue
        more = _first_of_item(name, argument)
        if more is None:
            return None
        first |= more
        if not (name in _REPEATS and argument[0] == 0):
            return first
    return None


def _first_of_item(name: str, argument: Any) -> set[str] | None:  # noqa: ANN401 - the parser's own tree
    if name == "LITERAL":
        return {re.escape(chr(argument))}
    if name == "IN":
        return _first_of_set(argument)
    if name == "SUBPATTERN":
        return _first_of(argument[-1])
    if name in _REPEATS:
        return _first_of(argument[2])
    if name == "BRANCH":
        parts = [_first_of(part) for part in argument[1]]
        return None if any(part is None for part in parts) else set().union(*(p for p in parts if p))
    return None


def _first_of_set(members: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The members of a class as they stand in one; None where it is turned round or holds kinds of more than digits and blanks."""
    first: set[str] = set()
    for op, argument in members:
        name = str(op)
        if name == "LITERAL":
            first.add(re.escape(chr(argument)))
        elif name == "RANGE":
            first.add("-".join(re.escape(chr(ch)) for ch in argument))
        elif name == "CATEGORY" and str(argument) in _KINDS:
            first.add(_KINDS[str(argument)])
        else:
            return None
    return first
