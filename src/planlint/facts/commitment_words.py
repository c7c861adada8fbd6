"""The vocabulary of commitment, `lexicon/commitments.yaml`, as tables and patterns: what 引进培育 and 力争 are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook


# The characters of a verb that 新 may stand before.
_PLAIN = 2


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """The vocabulary of commitment, longest words first."""

    verbs: frozenset[str]
    leads: frozenset[str]
    fronts: dict[str, tuple[str, ...]]
    inner_verbs: frozenset[str]
    tails: tuple[str, ...]
    whole_tails: tuple[str, ...]
    soft: tuple[str, ...]
    verb_at_end: re.Pattern[str]
    verb_at_start: re.Pattern[str]
    verb_inside: re.Pattern[str]
    soft_inside: re.Pattern[str]
    additive: frozenset[str]
    attributive: frozenset[str]
    acts: frozenset[str]
    outcomes: tuple[str, ...]
    generic: frozenset[str]


@lru_cache(maxsize=8)
def commitment_words(rules: Rulebook) -> CommitmentWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("commitments")
    verbs = _longest_first([*words["verbs"], *_done_anew(words)])
    nouns = "|".join(map(re.escape, _longest_first(words["nouns"])))
    either = "|".join(map(re.escape, verbs))
    inner = "|".join(map(re.escape, _longest_first(words["inner_verbs"])))
    closers = "|".join(map(re.escape, _longest_first([*words["short_verbs"], *words["lead_ins"]])))
    return CommitmentWords(
        frozenset(verbs),
        frozenset(words["lead_ins"]),
        _by_first([*words["lead_ins"], *words["inner_verbs"], *verbs]),
        frozenset(words["inner_verbs"]),
        _longest_first(words["tails"]),
        tuple(words["whole_tails"]),
        _longest_first(words["aspirational"]),
        re.compile(f"(?:{either}|{closers})(?:了|好|出)?$"),
        re.compile(f"(?!{nouns})(?:{either})"),
        re.compile(f"(?:{nouns})|(?P<verb>{inner})"),
        re.compile("|".join(map(re.escape, _longest_first(words["aspirational"])))),
        frozenset(words["additive"]),
        frozenset(words["attributive"]),
        frozenset(words["acts"]),
        _longest_first(words["outcomes"]),
        frozenset(words["generic"]),
    )


def _done_anew(words: dict[str, list[str]]) -> list[str]:
    """新开通, 新组建, 新签约: 新 before a verb makes another, unless the verb may be said of a noun (新发展格局)."""
    plain = [verb for verb in words["verbs"] if len(verb) == _PLAIN and verb not in words["attributive"]]
    return sorted({f"新{verb}" for verb in plain if not verb.startswith("新")} - set(words["verbs"]))


def _by_first(words: list[str]) -> dict[str, tuple[str, ...]]:
    """The words by their first character, the longest first."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return {first: _longest_first(group) for first, group in groups.items()}


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
