"""Targets with their keys: 60家科技型中小企业 behind 培育30家高新技术企业和 is (科技型中小企业, –, 培育, –, count), 2026, 60 家."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.clauses import clause_of, row_clause
from planlint.compare.measures import dimension_of, normalised
from planlint.compare.modes import baseline_of, basis_of, mode_of, softener_of
from planlint.compare.names import parse_name, plain
from planlint.model.plan_facts import IndicatorKey, KeyedTarget

if TYPE_CHECKING:
    from planlint.compare.clauses import Clause
    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.fact import Period, Target

_LEVEL_ALONE = re.compile(r"(?:国家|省|市|县|区)级?(?:及|以上|及以上|和|、|与|或)*$")
_DANGLING = re.compile(r"[及和与或、]$")
_FOLLOWING = re.compile(r"[\u4e00-\u9fff“”\"()]+")
_SERIES = re.compile(r"(\d{4})[—\-－至到]+(\d{4})年")
_LEAST_NOUN = 2
TABLE_RULE = "TBL-target"
_FLOWS = ("新增", "培育", "累计")


def keyed_targets(
    targets: tuple[Target, ...], text: str, period: Period | None, words: Vocabulary
) -> tuple[KeyedTarget, ...]:
    """Every target of one plan with its key, in the order of the text."""
    found: list[KeyedTarget] = []
    for target in targets:
        of_table = target.rule == TABLE_RULE
        clause = row_clause(text, target.span) if of_table else clause_of(text, target.span)
        keyed = _keyed(target, clause, period, words)
        found.append(_within_whole(keyed, found[-1] if found else None, text))
    return tuple(found)


def _keyed(target: Target, clause: Clause, period: Period | None, words: Vocabulary) -> KeyedTarget:
    surface = _surface(target, clause)
    dimension = dimension_of(target.unit, surface, words)
    name = parse_name(surface, words)
    if dimension in ("area", "land") and not name.noun.endswith(("面积", "用地", "规模", "农田", "基地")):
        name = parse_name(f"{surface}面积", words)
    if len(name.noun) < _LEAST_NOUN or name.noun in words.conversions:
        # 年 or 微克: the name was not found, and what has no name is compared with nothing
        name = replace(name, noun=clause.quote)
    mode = mode_of(clause, _printed_noun(name.noun, surface), dimension, words)
    if mode is None and target.rule == TABLE_RULE:
        mode = _row_mode(target)
    value, unit = normalised(target.value, target.unit, words)
    key = IndicatorKey(name.noun, name.level, mode, name.scope, dimension)
    return KeyedTarget(
        key=key,
        target=target,
        value=value,
        value_max=normalised(target.value_max, target.unit, words)[0],
        unit=unit,
        softener=softener_of(clause, words) if target.aspirational else None,
        basis=basis_of(clause, target.recurrence, dimension, words),
        baseline=baseline_of(clause) if mode == "增速" else None,
        part_of=None,
        since=_since(clause, mode, period),
        baseline_value=normalised(target.baseline, target.unit, words)[0],
    )


def _row_mode(target: Target) -> str | None:
    """What the head of a column says (累计), or that the number is a stock as the one it starts from is."""
    if target.mode == "累计":
        return target.mode
    return "达到" if target.baseline is not None else None


def _surface(target: Target, clause: Clause) -> str:
    """The indicator as printed, completed where the extraction cut it: 省级及 | 以上创新平台, 各|类研发平台."""
    name = plain(target.indicator)
    if not name or _LEVEL_ALONE.fullmatch(name) or _DANGLING.search(name):
        following = _FOLLOWING.match(clause.after)
        rest = following.group() if following else ""
        name = name + rest if name else rest or clause.quote
    if name.startswith("类") and f"各{name[:3]}" in clause.before + clause.quote:
        name = f"各{name}"
    return name


def _printed_noun(noun: str, surface: str) -> str:
    """A piece of the noun that the text has: the dictionary's name may stand for another one."""
    return noun if noun in surface else surface[-4:]


def _since(clause: Clause, mode: str | None, period: Period | None) -> str | None:
    """The first year of the interval that a flow adds up over."""
    series = _SERIES.search(clause.before + clause.quote)
    if series is not None:
        return series.group(1)
    return str(period.start) if period is not None and mode in _FLOWS else None


def _within_whole(keyed: KeyedTarget, last: KeyedTarget | None, text: str) -> KeyedTarget:
    """A part behind 其中 is meant as its whole is: 新增科创载体面积…，其中孵化器面积 is 新增 too."""
    if last is None:
        return keyed
    between = text[last.target.span.end : keyed.target.span.start]
    opening = plain(between)[-4:] + plain(keyed.target.quote)[:4]
    if "其中" not in opening or "。" in between or len(between) > 40:
        return keyed
    mode = keyed.key.mode if keyed.key.mode not in (None, "达到") else last.key.mode
    key = replace(keyed.key, mode=mode)
    return replace(keyed, key=key, part_of=last.key.noun, since=last.since)
