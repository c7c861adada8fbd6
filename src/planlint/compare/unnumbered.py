"""Cells of plans that commit to a row's noun without a number: 大力培育高新技术企业 is no-number, and never 0."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.compare.mentioned import clauses
from planlint.model.comparison import IndicatorCell
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.plan_facts import IndicatorKey, PlanFacts

# What may stand between verb and noun, and behind the noun: the noun is what the verb is about, and no part of a longer one.
_BETWEEN = re.compile(r"[\u4e00-\u9fff“”()（）、]*")
_BEHIND = re.compile(r"$|[、和与及等（(]|数量|队伍|建设$|发展$")
_TRIGGER = re.compile(r"(?:认定|获批|引进|新建|培育)的")
_SHORT = 3
_COUNTED = ("count", "people", "homes", "money", "area", "land")


class Unnumbered:
    """Asked for the plans one after the other, knowing the rows of all."""

    def __init__(self, keys: Iterable[IndicatorKey], words: Vocabulary) -> None:
        self._rows: dict[str, list[IndicatorKey]] = defaultdict(list)
        for key in keys:
            if key.dimension in _COUNTED and _is_telling(key.noun, words):
                self._rows[key.noun].append(key)
        self._index = MentionIndex(set(self._rows), words)

    def cells_of(
        self, plan: PlanFacts, given: Collection[str]
    ) -> Iterator[tuple[IndicatorKey, IndicatorCell]]:
        """The cells to add, each with the row that it belongs to; none where the plan has a number or a blank for the noun (`given`)."""
        seen: set[tuple[str, str | None]] = set()
        for noun, level, quote, span in self._index.mentions(clauses(plan.mentioned)):
            if noun in given or (noun, level) in seen:
                continue
            seen.add((noun, level))
            for key in self._rows.get(noun, ()):
                yield key, _cell(plan, key, level, quote, span)


def _is_telling(noun: str, words: Vocabulary) -> bool:
    """Whether a mention of the noun says anything: 高新技术企业 does, 中心 and 企业 do not."""
    return "、" not in noun and (noun in words.family or noun in words.nouns or len(noun) > _SHORT)


class MentionIndex:
    """The spellings of all nouns by their first two characters."""

    def __init__(self, nouns: Iterable[str], words: Vocabulary) -> None:
        self._words = words
        wanted = set(nouns)
        spellings = {name: noun for name, noun in words.nouns.items() if noun in wanted}
        spellings.update((noun, noun) for noun in wanted if len(noun) > 1)
        # nouns nobody asked for stand in the index too: 人才公寓 keeps 人才 from being found in it
        spellings.update((name, noun) for name, noun in words.nouns.items() if name not in spellings)
        self._wanted = wanted
        self._noun = spellings
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in sorted(spellings, key=lambda name: (-len(name), name)):
            self._by_start[name[:2]].append(name)

    def mentions(self, found: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str | None, str, Span]]:
        """Noun, level, quote from the verb to the noun's end, and place."""
        for text, start in found:
            at = 0
            while at < len(text) - 1:
                name = self._at(text, at)
                if name is None:
                    at += 1
                    continue
                end = at + len(name)
                noun = self._noun[name]
                if noun in self._wanted and self._is_object(text, at, end):
                    yield noun, _level_before(text[:at], self._words), text[:end], Span(start, start + end)
                at = end

    def _at(self, text: str, at: int) -> str | None:
        return next((n for n in self._by_start.get(text[at : at + 2], ()) if text.startswith(n, at)), None)

    def _is_object(self, text: str, at: int, end: int) -> bool:
        between = text[:at]
        if (
            _BETWEEN.fullmatch(between) is None
            or _BEHIND.match(text, end) is None
            or _TRIGGER.search(between)
        ):
            return False
        return "、" not in between or end - at > _SHORT


def _level_before(text: str, words: Vocabulary) -> str | None:
    found = None
    for found in words.level.finditer(text):  # noqa: B007 - the last level in front of the noun
        pass
    if found is None or ("级" not in found.group() and not found.group("up")):
        return None
    level = words.levels.get(re.split(r"[、和及与或/]", found.group("levels"))[-1].removesuffix("级"))
    return f"{level}及以上" if level and found.group("up") and level != "国家" else level


def _cell(plan: PlanFacts, key: IndicatorKey, level: str | None, quote: str, span: Span) -> IndicatorCell:
    return IndicatorCell(
        plan=plan.label, year=None, since=None, recurrence=None, state="no-number", value=None, value_max=None, unit=None,
        given_value=None, given_value_max=None, given_unit=None, comparator="=", hedge=None, aspirational=False, softener=None,
        basis=None, baseline=None, part_of=None, name=key.noun, fact=None, section=None, evidence=plan.evidence(quote, span),
        level=level,
    )  # fmt: skip
