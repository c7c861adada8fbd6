"""What a heading says of the text below it: 2025年工作回顾 is review, 发展目标 the goals of a plan, 名词解释 a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.zone import Part, Tense
    from planlint.zones.vocabulary import ZoneWords


class HeadingSense(NamedTuple):
    """What one heading says; None where it says nothing."""

    tense: Tense | None
    part: Part | None
    heading: str = ""


SAYS_NOTHING = HeadingSense(None, None)
_NORMS: frozenset[Part] = frozenset({"conditions", "procedure"})
_PLANS: frozenset[Part] = frozenset({"goals", "tasks", "safeguards"})


def sense_of(heading: str, words: ZoneWords) -> HeadingSense:
    """The sense of one heading: 夯实发展基础 sets out to do something and is no review."""
    part = next((part for part, pattern in words.parts if pattern.search(heading)), None)
    if part == "glossary":
        # an entry may explain a word, tell what was done, or say what a named programme sets out to do
        return HeadingSense("unknown", part, heading)
    if part in _NORMS:
        return HeadingSense(None, part, heading)
    review = words.review_heading.search(heading)
    if review is not None and words.sets_out.search(heading) is None and part not in _PLANS:
        return HeadingSense("review", "background", heading)
    if part in _PLANS:
        return HeadingSense("plan", part, heading)
    return SAYS_NOTHING


def sense_of_path(headings: Sequence[str], words: ZoneWords) -> HeadingSense:
    """The sense of a path of headings, outermost first: the nearest that says something, but below goals nothing is review."""
    senses = [sense_of(heading, words) for heading in headings]
    glossary = next((sense for sense in senses if sense.part == "glossary"), None)
    if glossary is not None:
        # its entries are numbered too, and may hold any word
        return glossary
    under_goals = any(sense.part == "goals" for sense in senses)
    said = [sense for sense in reversed(senses) if sense.part is not None]
    tense = next((s for s in said if s.tense is not None and not (under_goals and s.tense == "review")), None)
    part = next((s.part for s in said if not (under_goals and s.part == "background")), None)
    if tense is None and part is None:
        return SAYS_NOTHING
    return HeadingSense(tense.tense if tense else None, part, (tense or said[0]).heading)
