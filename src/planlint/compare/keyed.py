"""Targets with their keys: 60家科技型中小企业 behind 培育30家高新技术企业和 is (科技型中小企业, –, 培育, –, count), 2026, 60 家."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.measures import dimension_of, normalised
from planlint.compare.names import Name, parse_name
from planlint.compare.surface import surface_of
from planlint.meaning.clauses import clause_of, row_clause
from planlint.meaning.modes import baseline_of, basis_of, falls, softener_of
from planlint.meaning.wholes import is_part
from planlint.model.plan_facts import IndicatorKey, KeyedTarget

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.compare.vocabulary import Vocabulary
    from planlint.meaning.clauses import Clause
    from planlint.model.fact import Period, Target
    from planlint.model.plan_facts import Dimension

_SERIES = re.compile(r"(\d{4})[—\-－至到]+(\d{4})年")
_LEAST_NOUN = 2
_SPACE = re.compile(r"(?:种植|栽植|养殖)?面积$")
TABLE_RULE = "TBL-target"
_NEW = "新增"
_COUNTED = ("count", "people", "homes", "money")
_FLOWS = ("新增", "培育", "累计")
# What is measured in one of these is not meant by a noun of another: 蔬菜20万亩 is no 蔬菜产量.
_MEASURED = ("money", "area", "land", "length", "mass", "volume", "energy", "power", "compute")


def keyed_targets(
    targets: tuple[Target, ...], text: str, period: Period | None, words: Vocabulary
) -> tuple[KeyedTarget, ...]:
    """Every target of one plan with its key, in the order of the text."""
    found: list[KeyedTarget] = []
    shared = _Shared(words)
    for target in targets:
        of_table = target.rule == TABLE_RULE
        clause = row_clause(text, target.span) if of_table else clause_of(text, target.span)
        last = found[-1] if found else None
        surface = shared.part_of(target, surface_of(target, clause, last, words))
        keyed = _keyed(target, surface, clause, period, words)
        found.append(_within_whole(keyed, last, text))
    return tuple(found)


def _keyed(
    target: Target, surface: str, clause: Clause, period: Period | None, words: Vocabulary
) -> KeyedTarget:
    dimension = dimension_of(target.unit, words.spelled(surface), words)
    name = _named(surface, dimension, clause, words)
    mode = target.mode
    fall = falls(clause, _printed_noun(name.noun, surface), mode, words.meaning)
    # 年均浓度 is one indicator of a year, and does not come back every year
    recurrence = None if any(word in surface for word in words.meaning.basis) else target.recurrence
    value, unit = normalised(target.value, target.unit, words)
    most = normalised(target.value_max, target.unit, words)[0]
    return KeyedTarget(
        key=IndicatorKey(name.noun, name.level, mode, name.scope, dimension),
        target=target,
        value=_signed(value, fall=fall),
        value_max=_signed(most, fall=fall),
        unit=unit,
        softener=softener_of(clause, words.meaning) if target.aspirational else None,
        basis=basis_of(_without(surface, clause), recurrence, dimension, words.meaning),
        baseline=baseline_of(clause) if mode in ("增速", "增量") else None,
        part_of=None,
        since=_since(clause, mode, period),
        baseline_value=normalised(target.baseline, target.unit, words)[0],
        falls=fall,
    )


def _without(name: str, clause: Clause) -> Clause:
    """The clause without the indicator's own words: 年均浓度 and 每万人口 say nothing of the number's basis."""
    return replace(clause, quote=clause.quote.replace(name, "", 1))


def _signed(value: Decimal | None, *, fall: bool) -> Decimal | None:
    """A fall of 16 % is −16 %."""
    return -value if fall and value is not None and value > 0 else value


def _named(surface: str, dimension: Dimension, clause: Clause, words: Vocabulary) -> Name:
    name = parse_name(surface, words)
    concept = words.concepts.of.get(name.noun) if name.known else None
    foreign = (
        concept is not None
        and dimension in _MEASURED
        and concept.dimension in _MEASURED
        and dimension != concept.dimension
    )
    of_space = dimension in ("area", "land") and (
        concept is None or concept.dimension not in ("area", "land", None)
    )
    if foreign or of_space:
        # 孵化器5000平方米 is their floor space
        with_area = parse_name(f"{surface}面积", words)
        if with_area.known and with_area.noun.endswith("面积"):
            name = with_area
        elif foreign:
            name = replace(with_area, noun=words.spelled(surface))
    if not name.known and dimension in ("area", "land"):
        name = _of_space(name, words)
    if _says_nothing(name.noun, words):
        # 年 or 微克: the name was not found, and what has no name is compared with nothing
        return replace(name, noun=clause.quote)
    lead = (clause.before + clause.quote).partition(surface)[0]
    holder = words.holder.search(lead) or words.served_before.match(lead)
    if holder is not None:
        return replace(name, scope="、".join(filter(None, (holder.group("holder"), name.scope))))
    return name


def _of_space(name: Name, words: Vocabulary) -> Name:
    """茶园种植面积 as 茶园面积 where that is known, else as 茶园: the dimension says that an area is measured."""
    bare = _SPACE.sub("", name.noun)
    if len(bare) < _LEAST_NOUN:
        return name
    whole = parse_name(f"{bare}面积", words)
    return whole if whole.known and whole.scope is None else replace(name, noun=bare)


def _says_nothing(noun: str, words: Vocabulary) -> bool:
    nameless = (*words.lists["bare_heads"], *words.lists["changes"], *words.lists["deeds"])
    return len(noun) < _LEAST_NOUN or noun in words.conversions or noun in nameless


def _printed_noun(noun: str, surface: str) -> str:
    """A piece of the noun that the text has: the dictionary's name may stand for another one."""
    return noun if noun in surface else surface[-4:]


def _since(clause: Clause, mode: str | None, period: Period | None) -> str | None:
    """The first year of the interval that a flow adds up over."""
    series = _SERIES.search(clause.before + clause.quote)
    if series is not None:
        return series.group(1)
    return str(period.start) if period is not None and mode in _FLOWS else None


class _Shared:
    """Names of two or three groups at once, whose numbers stand in their order: 城乡居民收入分别增长5%、6.5%."""

    def __init__(self, words: Vocabulary) -> None:
        self._groups = words.shares_out
        self._start = -1
        self._number = 0

    def part_of(self, target: Target, surface: str) -> str:
        """The name with the group that this number belongs to."""
        group = next((name for name in self._groups if name in surface), None)
        if group is None or "分别" not in target.quote:
            self._start = -1
            return surface
        self._number = self._number + 1 if target.span.start == self._start else 0
        self._start = target.span.start
        parts = self._groups[group]
        return surface.replace(group, parts[self._number], 1) if self._number < len(parts) else surface


def _within_whole(keyed: KeyedTarget, last: KeyedTarget | None, text: str) -> KeyedTarget:
    """A part behind 其中 belongs to what its whole names."""
    if last is None or not is_part(text, last.target.span, keyed.target.span):
        return keyed
    return replace(keyed, part_of=last.key.noun, since=last.since)
