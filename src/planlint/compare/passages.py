"""What two plans say in the same words: the runs of letters that both have, with both places, from their fingerprints down to the texts."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.compare.fingerprint import SHINGLE, WINDOW, letters_of, winnowed
from planlint.model.shared_text import SharedPassage, TextPair
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planlint.compare.overlap import Overlap
    from planlint.model.plan_facts import PlanFacts

# A shared run shorter than this is a set phrase.
LEAST = SHINGLE + WINDOW - 1


def text_pairs(
    plans: Sequence[PlanFacts], overlap: Overlap, text_of: Callable[[PlanFacts], str | None]
) -> tuple[TextPair, ...]:
    """The pairs with their shared passages, the most copied first. `text_of` is None where the text is gone or changed."""

    @lru_cache(maxsize=64)
    def letters(i: int) -> tuple[str, Sequence[int], str] | None:
        text = text_of(plans[i])
        return None if text is None else (*letters_of(text, plans[i].fingerprint.stretches), text)

    found = []
    for first, second in sorted(overlap.pairs):
        one, other = letters(first), letters(second)
        if one is None or other is None:
            continue
        runs = shared_runs(one[0], other[0])
        if runs:
            found.append(_pair(plans[first], plans[second], one, other, runs))
    return tuple(sorted(found, key=lambda pair: (-pair.shared_characters, pair.first, pair.second)))


def shared_runs(one: str, other: str) -> list[tuple[int, int, int]]:
    """Longest runs that stand in both, as (start in one, start in other, length), by place in the first, none inside another."""
    places: dict[int, list[int]] = defaultdict(list)
    for value, at in winnowed(other):
        places[value].append(at)
    runs: list[tuple[int, int, int]] = []
    done = 0
    for value, at in winnowed(one):
        if at + SHINGLE <= done:
            continue
        best = max(
            (_extended(one, other, at, there) for there in places.get(value, ())),
            key=_by_length,
            default=None,
        )
        if best is not None and best[2] >= LEAST:
            start = max(best[0], done)
            cut = start - best[0]
            if best[2] - cut >= LEAST:
                runs.append((start, best[1] + cut, best[2] - cut))
                done = start + best[2] - cut
    return runs


def _by_length(run: tuple[int, int, int]) -> tuple[int, int]:
    return run[2], -run[1]


def _extended(one: str, other: str, at: int, there: int) -> tuple[int, int, int]:
    if one[at : at + SHINGLE] != other[there : there + SHINGLE]:
        return at, there, 0  # two shingles with one hash
    start, start_there = at, there
    while start > 0 and start_there > 0 and one[start - 1] == other[start_there - 1]:
        start, start_there = start - 1, start_there - 1
    end, end_there = at + SHINGLE, there + SHINGLE
    while end < len(one) and end_there < len(other) and one[end] == other[end_there]:
        end, end_there = end + 1, end_there + 1
    return start, start_there, end - start


def _pair(
    first: PlanFacts,
    second: PlanFacts,
    one: tuple[str, Sequence[int], str],
    other: tuple[str, Sequence[int], str],
    runs: Iterable[tuple[int, int, int]],
) -> TextPair:
    passages = []
    shared = 0
    covered: set[int] = set()
    for start, there, length in runs:
        span = Span(one[1][start], one[1][start + length - 1] + 1)
        span_there = Span(other[1][there], other[1][there + length - 1] + 1)
        shared += length
        covered.update(range(there, there + length))
        passages.append(
            SharedPassage(
                first=first.label,
                second=second.label,
                characters=length,
                first_evidence=first.evidence(one[2][span.start : span.end], span),
                second_evidence=second.evidence(other[2][span_there.start : span_there.end], span_there),
            )
        )
    return TextPair(
        first=first.label,
        second=second.label,
        shared_characters=shared,
        share_of_first=round(shared / len(one[0]), 4),
        share_of_second=round(len(covered) / len(other[0]), 4),
        passages=tuple(passages),
    )
