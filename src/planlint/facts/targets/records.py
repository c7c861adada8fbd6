"""The targets of one half-sentence: each chosen number with its indicator, its deadline, and how it is said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.facts.indicators import names_nothing, settled
from planlint.facts.targets.indicator import STOP, indicator_of
from planlint.facts.targets.lists import in_one_list, with_nouns, with_years
from planlint.meaning.clauses import clause_of
from planlint.meaning.modes import mode_of
from planlint.model.fact import Target
from planlint.model.span import Span
from planlint.text.lists import LIST_LINK

if TYPE_CHECKING:
    from planlint.facts.commitment_words import CommitmentWords
    from planlint.meaning.vocabulary import MeaningWords
    from planlint.model.fact import Comparator
    from planlint.model.mention import Quantity
    from planlint.model.zone import Deadline
    from planlint.reading.reading import HalfSentence, Reading

_BOUNDS_BEHIND = ("以上", "以下", "以内")


def targets_of(
    reading: Reading,
    half: HalfSentence,
    chosen: list[tuple[Quantity, str]],
    words: CommitmentWords,
    meaning: MeaningWords,
    named: list[str],
) -> list[tuple[Target, Span]]:
    """A target for each chosen number and each of its nouns, without an id, beside the number's span.

    `named` are the indicators of the half-sentence before in the same paragraph, which ；2027年达到9% says no more.
    """
    text = reading.clean.text
    results: list[tuple[Target, Span]] = []
    quantities = [q for q, _ in chosen]
    shared = with_nouns(text, half, quantities, named, words)
    bounds = _bounds_behind(text, half, quantities)
    yearly = with_years(text, half, quantities, reading)
    taken = half.span.start
    for i, (q, rule) in enumerate(chosen):
        # 新增1个产业集群、规上企业20家: the noun behind the number before is no part of this one's
        left_end = (
            max(quantities[i - 1].span.end, taken if taken <= q.span.start else 0) if i else half.span.start
        )
        next_start = quantities[i + 1].span.start if i + 1 < len(chosen) else half.span.end
        begin, phrase, end = indicator_of(text, half, q, left_end, next_start, words)
        taken = end
        phrase = settled(phrase, results[-1][0].indicator if results else None)
        if named and names_nothing(phrase):
            phrase = named[-1]
        deadline, inherited = yearly.get(q) or reading.zones.deadline_at(q.number.start)
        if deadline is not None and not inherited and _adjoins(text, deadline, begin):
            # the date belongs to the quote where nothing but the number's own clause stands between
            begin = min(begin, deadline.span.start)
        comparator: Comparator = bounds.get(q, q.comparator)  # type: ignore[assignment]
        if i and _continues(text, half, quantities[i - 1], q):
            comparator = results[-1][0].comparator
        span = Span(begin, max(end, q.span.end))
        results.extend(
            (
                Target(
                    id="", indicator=noun, comparator=comparator, value=q.value, value_max=q.value_max, unit=q.unit,
                    deadline=deadline.date if deadline else None, recurrence=_recurrence(text, half, q),
                    aspirational=_is_softened(text, half, q, words), placeholder=q.placeholder,
                    mode=mode_of(clause_of(text, Span(begin, q.span.end), half.span.start), noun, q.dimension, meaning),
                    hedge=q.hedge, section=half.section.path if half.section else None,
                    inherited={"deadline": reading.clean.to_source(deadline.span)} if deadline and inherited else {},
                    rule=rule, quote=reading.clean.quote(span), span=reading.clean.to_source(span),
                ),
                q.number,
            )
            for noun in shared.get(q, (phrase,))
        )  # fmt: skip
    return results


def _adjoins(text: str, deadline: Deadline, begin: int) -> bool:
    return not STOP.search(text[deadline.span.end : begin].lstrip("，, "))


def _bounds_behind(text: str, half: HalfSentence, quantities: list[Quantity]) -> dict[Quantity, str]:
    """The bound behind the last of a list that 分别 opens, handed to those before: 分别下降12%、10%以上."""
    bounds: dict[Quantity, str] = {}
    for q, behind in reversed(list(pairwise(quantities))):
        bound = bounds.get(behind) or (
            behind.comparator if text.endswith(_BOUNDS_BEHIND, behind.number.end, behind.span.end) else None
        )
        if (
            bound is not None
            and q.comparator == "="
            and q.unit == behind.unit
            and LIST_LINK.fullmatch(text[q.span.end : behind.span.start])
            and "分别" in text[half.span.start : q.span.start]
        ):
            bounds[q] = bound
    return bounds


def _continues(text: str, half: HalfSentence, before: Quantity, q: Quantity) -> bool:
    """Whether a bare number stands in a list behind another, whose bound it shares: 不少于30个、20个."""
    same_kind = q.dimension == before.dimension and q.comparator == "="
    linked = LIST_LINK.fullmatch(text[before.span.end : q.span.start]) is not None
    return (same_kind and linked) or in_one_list(text, half, before, q)


def _is_softened(text: str, half: HalfSentence, q: Quantity, words: CommitmentWords) -> bool:
    return words.soft_inside.search(text, half.span.start, q.number.start) is not None


def _recurrence(text: str, half: HalfSentence, q: Quantity) -> str | None:
    taken_over = q.number.start
    for time in reversed(half.times):
        if time.span.start >= q.number.start:
            continue
        if time.role == "by":
            taken_over = time.span.start
        if time.role != "recurring":
            continue
        if taken_over < q.number.start and STOP.search(text, time.span.end, taken_over):
            # 每季度检查1次，年内抽检1200批次: a clause with a time of its own no longer comes back
            return None
        word = text[time.span.start : time.span.end]
        if word.startswith("年") and STOP.search(text, time.span.end, q.number.start):
            # 年均, 年产 speak of their own clause alone, 每年 of what follows
            continue
        return time.recurrence
    return None
