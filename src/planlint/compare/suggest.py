"""Nouns that might be one, for a person to accept: 科创企业 ~ 科技型企业 67. rapidfuzz finds them; nothing is merged here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.model.comparison import Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import Dimension, PlanFacts

# Out of 100. Below it pairs are alike by chance; above `_SURE` they need not be about the same last word.
_LEAST = 60
_SURE = 80
_MOST_A_NOUN = 5


def suggestions(plans: Sequence[PlanFacts]) -> tuple[Suggestion, ...]:
    """Pairs of nouns of one dimension that different plans use, the most alike first; one pair once, whatever the order."""
    from rapidfuzz import fuzz, process

    from planlint.text.words import last_word

    users: dict[Dimension, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for plan in plans:
        for keyed in plan.targets:
            users[keyed.key.dimension][keyed.key.noun].add(plan.label)
    found: dict[tuple[str, str], Suggestion] = {}
    for nouns in users.values():
        ordered = sorted(nouns)
        for noun in ordered:
            near = process.extract(
                noun, ordered, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_MOST_A_NOUN + 1
            )
            for other, score, _ in near:
                # a plan that has both means two things
                if other <= noun or nouns[noun] & nouns[other]:
                    continue
                if score >= _SURE or last_word(noun) == last_word(other):
                    pair = Suggestion(noun, other, round(score), _labels(nouns[noun]), _labels(nouns[other]))
                    found.setdefault((noun, other), pair)
    return tuple(sorted(found.values(), key=lambda s: (-s.score, s.noun, s.other)))


def _labels(plans: set[str]) -> tuple[str, ...]:
    return tuple(sorted(plans))
