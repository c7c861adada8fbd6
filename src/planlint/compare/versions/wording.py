"""Sentences that bind less, or more, than before: 应当建立 → 可以建立 is softened."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.compare.versions.alike import partners
from planlint.compare.versions.own_words import SENTENCE, own_words
from planlint.meaning.vocabulary import any_of
from planlint.model.difference import Difference
from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.difference import Change
    from planlint.model.plan_facts import PlanFacts
    from planlint.model.span import Span
    from planlint.rulebook import Rulebook

# A reworded sentence; below it the two say different things.
_ALIKE = 70
# What binds: at and above it a word is an order, below it a wish.
_ORDER = 3
_WISH = 1


@lru_cache(maxsize=8)
def _words(rules: Rulebook) -> tuple[re.Pattern[str], dict[str, int]]:
    given = rules.words("modality")
    strengths = {word: int(level) for level, words in given["strengths"].items() for word in words}
    return re.compile(f"{any_of(given['words'])}|(?P<modal>{any_of(strengths)})"), strengths


def wording_changes(
    old: tuple[PlanFacts, str], new: tuple[PlanFacts, str], told: Sequence[Difference], rules: Rulebook
) -> list[Difference]:
    """The sentences that both versions have and whose binding words differ; what `told` says of a target is not said again."""
    left, right = own_words(old, new, SENTENCE)
    changes = []
    for i, j in partners([text for _, text in left], [text for _, text in right], _ALIKE):
        change = _change(left[i][1], right[j][1], rules)
        if change is None or _is_told(right[j][0], told, change[0]):
            continue
        kind, was, now = change
        changes.append(
            Difference(
                subject="wording",
                change=kind,
                what=plain(right[j][1])[:20],
                was=was or None,
                now=now or None,
                section=None,
                before=old[0].evidence(left[i][1], left[i][0]),
                after=new[0].evidence(right[j][1], right[j][0]),
            )
        )
    return changes


def _change(old: str, new: str, rules: Rulebook) -> tuple[Change, str, str] | None:
    """Softened or hardened, and the words; None where what binds is the same."""
    pattern, strengths = _words(rules)
    was, now = (
        Counter(m.group("modal") for m in pattern.finditer(text) if m.group("modal")) for text in (old, new)
    )
    gone, come = was - now, now - was
    before = max((strengths[word] for word in gone), default=0)
    after = max((strengths[word] for word in come), default=0)
    said = "、".join(sorted(gone)), "、".join(sorted(come))
    if before == after:
        return None
    if not come:
        # 应当建立 → 建立 no longer orders; 力争达到 → 达到 no longer only hopes
        return ("softened", *said) if before >= _ORDER else ("hardened", *said) if before == _WISH else None
    if not gone:
        return ("hardened", *said) if after >= _ORDER else ("softened", *said) if after == _WISH else None
    return ("softened" if after < before else "hardened", *said)


def _is_told(span: Span, told: Sequence[Difference], kind: Change) -> bool:
    return any(
        change.subject == "target"
        and change.change == kind
        and change.after is not None
        and span.overlaps(change.after.span)
        for change in told
    )
