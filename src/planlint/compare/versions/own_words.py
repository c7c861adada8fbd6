"""The sentences or clauses that one version alone has, with their places: where two texts differ, letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.plan_facts import PlanFacts

Stretch = tuple[Span, str]
SENTENCE = re.compile(r"[^。；;！!？?\n]+[。；;！!？?]?")
CLAUSE = re.compile(r"[^，,。；;：:！!？?\n]+")
_LEAST_LETTERS = 4


def own_words(
    old: tuple[PlanFacts, str], new: tuple[PlanFacts, str], cut: re.Pattern[str]
) -> tuple[list[Stretch], list[Stretch]]:
    """What the old version alone has, and what the new one alone has, each in its order; blanks make no difference."""
    before, after = list(_cut(*old, cut)), list(_cut(*new, cut))
    unchanged = Counter(plain(text) for _, text in before) & Counter(plain(text) for _, text in after)
    return _without(before, unchanged), _without(after, unchanged)


def _cut(plan: PlanFacts, text: str, cut: re.Pattern[str]) -> Iterator[Stretch]:
    """The stretches of the plan's own text, blanks at their ends cut off, as the source has them."""
    stretches = plan.fingerprint.stretches
    for start, end in zip(stretches[::2], stretches[1::2], strict=True):
        for match in cut.finditer(text, start, end):
            quote = match.group()
            lead = len(quote) - len(quote.lstrip())
            quote = quote.strip()
            if len(quote) >= _LEAST_LETTERS:
                at = match.start() + lead
                yield Span(at, at + len(quote)), quote


def _without(stretches: list[Stretch], unchanged: Counter[str]) -> list[Stretch]:
    waiting = Counter(unchanged)
    left = []
    for span, text in stretches:
        if waiting[plain(text)] > 0:
            waiting[plain(text)] -= 1
        else:
            left.append((span, text))
    return left
