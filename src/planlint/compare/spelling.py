"""A name in the spelling that names are compared in: “规上工业总产值” is 规模以上工业产值, whoever wrote it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook


class Spelling:
    """The rewrites of a rulebook, in their order."""

    def __init__(self, rewrites: list[list[str]]) -> None:
        self._rewrites = [(re.compile(pattern), to) for pattern, to in rewrites]

    def __call__(self, text: str) -> str:
        """The name after all rewrites; a name that would vanish stays as it is."""
        name = plain(text)
        for pattern, to in self._rewrites:
            name = pattern.sub(to, name)
        return name or plain(text)


@lru_cache(maxsize=8)
def spelling(rules: Rulebook) -> Spelling:
    """The rewrites of `lexicon/indicators.yaml`."""
    return Spelling(rules.words("indicators")["rewrites"])
