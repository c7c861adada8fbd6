"""The vocabulary of units as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.fact import Role
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Patterns over rules/lexicon/agencies.yaml.

    `label` finds 责任单位： and the like; `roles` says which role a label gives; `strong` and `any_end` match a name's end;
    `list_end` the list of names at the end of a clause's left part.
    """

    label: re.Pattern[str]
    roles: dict[str, Role]
    strong: re.Pattern[str]
    any_end: re.Pattern[str]
    refute: re.Pattern[str]
    lead_in: re.Pattern[str]
    persons: re.Pattern[str]
    remit: re.Pattern[str]
    short_names: dict[str, str]
    longest_short: int


@lru_cache(maxsize=8)
def unit_words(rules: Rulebook) -> UnitWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("agencies")
    roles: dict[str, Role] = {label: role for role, labels in words["labels"].items() for label in labels}

    def any_of(*groups: list[str]) -> str:
        return (
            "(?:"
            + "|".join(map(re.escape, sorted({w for g in groups for w in g}, key=lambda w: (-len(w), w))))
            + ")"
        )

    labels = "|".join("[ ]?".join(map(re.escape, label)) for label in sorted(roles, key=len, reverse=True))
    return UnitWords(
        label=re.compile(f"(?P<label>{labels})(?:为|是)?[ ]?[:：][ ]?"),
        roles=roles,
        strong=re.compile(any_of(words["strong"]) + "$"),
        any_end=re.compile(any_of(words["strong"], words["weak"]) + "$"),
        refute=re.compile(any_of(words["refute"])),
        lead_in=re.compile("^(?:" + any_of(words["lead_ins"]) + ")+"),
        persons=re.compile(any_of(words["persons"])),
        remit=re.compile(any_of(words["remit"])),
        short_names=words["short_names"],
        longest_short=max(map(len, words["short_names"])),
    )
