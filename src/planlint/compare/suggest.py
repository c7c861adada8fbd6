"""Rows that might be one, for a person to accept: 科创企业 ~ 科技型企业 67. rapidfuzz finds them; nothing is merged here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.compare.comparable import judge
from planlint.model.comparison import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorRow
    from planlint.model.plan_facts import Dimension

# Out of 100. Below it pairs are alike by chance; above `_SURE` they need not be about the same last word.
_LEAST = 60
_SURE = 80
_MOST_A_NOUN = 5
# Nouns of a dimension that are laid beside each other, those of most plans first: the cost is their square.
_MOST_NOUNS = 2000


class _Pair(NamedTuple):
    noun: str
    other: str
    dimension: Dimension
    score: int


def suggestions(rows: Iterable[IndicatorRow], words: Vocabulary) -> tuple[Suggestion, ...]:
    """Pairs of rows of one dimension that different plans fill, the most alike first; one pair once, whatever the order."""
    users: dict[Dimension, dict[str, frozenset[str]]] = defaultdict(dict)
    for row in rows:
        users[row.key.dimension][row.key.noun] = frozenset(
            cell.plan for cell in row.cells if cell.state != "no-number"
        )
    pairs = [pair for dimension, nouns in users.items() for pair in _pairs(nouns, dimension)]
    wanted = {(noun, pair.dimension) for pair in pairs for noun in pair[:2]}
    held = {key: row for row in rows if (key := (row.key.noun, row.key.dimension)) in wanted}
    found = [
        _suggestion(pair, held[pair.noun, pair.dimension], held[pair.other, pair.dimension], words)
        for pair in pairs
    ]
    return tuple(sorted(found, key=lambda s: (-s.score, s.noun, s.other)))


def _pairs(nouns: dict[str, frozenset[str]], dimension: Dimension) -> Iterator[_Pair]:
    from rapidfuzz import fuzz, process

    from planlint.text.words import last_word

    ordered = sorted(sorted(nouns, key=lambda noun: (-len(nouns[noun]), noun))[:_MOST_NOUNS])
    for noun in ordered:
        near = process.extract(noun, ordered, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_MOST_A_NOUN + 1)
        for other, score, _ in near:
            # a plan that has both means two things
            if other <= noun or nouns[noun] & nouns[other]:
                continue
            if score >= _SURE or last_word(noun) == last_word(other):
                yield _Pair(noun, other, dimension, round(score))


def _suggestion(pair: _Pair, row: IndicatorRow, other: IndicatorRow, words: Vocabulary) -> Suggestion:
    """The pair with what its merging would do: judged as the row would be."""
    concept = words.concepts.of.get(pair.noun)
    verdict = judge((*row.cells, *other.cells), pair.dimension, concept, words)
    own, theirs = _plans(row), _plans(other)
    together = {
        plan
        for band in verdict.bands
        for year in band.years
        if year.comparable and set(year.plans) & set(own) and set(year.plans) & set(theirs)
        for plan in year.plans
    }
    reasons = (*verdict.reasons, *(reason for band in verdict.bands for reason in band.reasons))
    conflicts = {plan for reason in reasons if reason.code == "two-values" for plan in reason.plans}
    remains = dict.fromkeys(r.code.removeprefix("differs-") for r in reasons if r.code.startswith("differs-"))
    return Suggestion(
        noun=pair.noun,
        other=pair.other,
        score=pair.score,
        plans=own,
        other_plans=theirs,
        dimension=pair.dimension,
        gains=len(together),
        remains=tuple(remains),
        conflicts=tuple(sorted(conflicts)),
    )


def _plans(row: IndicatorRow) -> tuple[str, ...]:
    plans: Sequence[str] = [cell.plan for cell in row.cells if cell.state != "no-number"]
    return tuple(sorted(set(plans)))
