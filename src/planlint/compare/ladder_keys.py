"""Subsidies with the object they are for: 新认定的国家级科技孵化器的运营管理方 is 科技企业孵化器, 国家; 争取…省级奖补 is paid by 省."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.listed_steps import ListedSteps
from planlint.compare.names import parse_name
from planlint.meaning.clauses import clause_of, sentence_span
from planlint.meaning.payers import payer_level
from planlint.meaning.vocabulary import any_of
from planlint.model.plan_facts import Evidence, KeyedSubsidy
from planlint.model.span import Span
from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.compare.objects import Objects
    from planlint.compare.surroundings import Surroundings
    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.fact import Subsidy

_TRIGGER = re.compile(
    r"^(?:对)?(?:当年|首次|新|经|被|已|通过|获得|获批|获|成功|评为|入选)*(?:认定|备案|评定|授予|获批|升级|创建|建成|评|列入|设立)*(?:为|成为)?的?"
)
_RECIPIENT = re.compile(
    r"的(?:运营管理方|运营机构|运营主体(?:单位)?|运营单位|建设单位|牵头建设单位|企业|单位|个人|主体).*$"
)
_UPGRADE = re.compile(r"(?:升级|升格|晋升|认定|评)为(.+)$")
_LEVEL_INSIDE = re.compile(r"(国家|省|市|区县|区|县)级(及以上|以上)?")
_RANK_INSIDE = re.compile(r"(国家|省|市|区|县)(?=[一二三四五特]等奖)")
_TERM = re.compile(
    r"一次性|每年|逐年|连续[一二两三四五\d]+年|(?:前|首|分)?[一二两三四五\d]+年(?:内|期)?|第[一二三四五\d]年|首年|每[一二两三\d]年"
)
_STANDARDS = ("国际", "行业", "地方", "团体", "企业")
_HALVES = re.compile(r"[，,；;]")
_EACH = ("每", "单", "对", "其中")
_SIZE = re.compile(r"\d")
_DEEDS = re.compile(r"(?:建设|改造|载体改造|实际发生|租金|项目)*(?:费用|建设|改造)?$")


def keyed_subsidies(
    subsidies: tuple[Subsidy, ...], around: Surroundings, words: Vocabulary, known: Objects
) -> tuple[KeyedSubsidy, ...]:
    """Every subsidy of one plan with its object, level, grade, trigger and payer."""
    steps = ListedSteps(around.text, known)
    found: list[KeyedSubsidy] = []
    for subsidy in subsidies:
        keyed = _keyed(subsidy, around, words, known, steps.of(subsidy))
        found.append(_of_ladder(keyed, found[-1] if found else None, known))
    return tuple(found)


def _of_ladder(keyed: KeyedSubsidy, last: KeyedSubsidy | None, known: Objects) -> KeyedSubsidy:
    """A bare step (5亿元, 第二年, 复审通过的) is one of the ladder that the sum in front of it began."""
    said = plain(keyed.subsidy.beneficiary or "")
    if last is None or keyed.subsidy.section != last.subsidy.section:
        return keyed
    if known.again.fullmatch(said):
        return replace(keyed, object=last.object, level=keyed.level or last.level)
    if known.step.match(said) is None:
        return keyed
    unnamed = keyed.object not in known.names
    return replace(keyed, object=last.object if unnamed else keyed.object, size=keyed.size or said)


def _keyed(
    subsidy: Subsidy, around: Surroundings, words: Vocabulary, known: Objects, step: str | None
) -> KeyedSubsidy:
    clause = clause_of(around.text, subsidy.span)
    verb = _verb(subsidy, clause.before + clause.quote, words)
    payer = payer_level(subsidy.payer, words.meaning)
    hoped = verb in words.lists["hoped"]
    thing, level = object_of(subsidy, words)
    said = plain(subsidy.beneficiary or "")
    found = _TERM.search(subsidy.beneficiary or "") or _TERM.search(clause.quote)
    tier = around.tier
    if step is not None:
        level = _level_of(step, words) or level
    return KeyedSubsidy(
        object=_purpose(thing, subsidy, around, words, known) or thing,
        level=level or known.standard_level(said),
        subsidy=subsidy,
        verb=verb,
        payer=payer,
        own=not hoped and (payer is None or tier is None or payer == tier),
        term=found.group() if found else None,
        terms=terms_of(subsidy, around.text, words, around.evidence),
        grade=step if step is not None and _level_of(step, words) is None else known.grade(said),
        trigger=known.trigger(said + clause.before + clause.quote),
        size=next((text for text in subsidy.conditions if _SIZE.search(text)), None),
    )


def _level_of(step: str, words: Vocabulary) -> str | None:
    """国家级 is 国家; 国际, 行业, 地方 and 团体 are levels of standards."""
    return words.levels.get(step.removesuffix("级")) or (step if step in _STANDARDS else None)


def _purpose(
    thing: str, subsidy: Subsidy, around: Surroundings, words: Vocabulary, known: Objects
) -> str | None:
    """What the money is for, from the beneficiary outwards to the title; a thing that is recognised is its own purpose."""
    said = plain(subsidy.beneficiary or "")
    clause = clause_of(around.text, subsidy.span)
    recognised = thing in words.concepts.of and known.trigger(said + clause.quote) is not None
    if recognised and words.concepts.of[thing].dimension not in ("people", "land"):
        return known.named(said) if words.family.get(thing) == "创新平台" and "、" in said else thing
    own = _HALVES.split(clause.quote)[-1]
    # 每个机巢不超过10万元，每个起降场不超过100万元: each half names its own thing
    for text in (own if own.startswith(_EACH) else "", said, clause.before + clause.quote, clause.sentence):
        found = known.named(text)
        if found is not None:
            return found
    if known.anybody.fullmatch(said) or known.step.match(said):
        return known.named(around.heading_of(subsidy.section)) or known.named(plain(around.title or ""))
    return None


def object_of(subsidy: Subsidy, words: Vocabulary) -> tuple[str, str | None]:
    """What the money is for, without trigger and recipient, and the level that earns it."""
    given = plain(subsidy.beneficiary or subsidy.quote)
    level = _LEVEL_INSIDE.search(given) or _RANK_INSIDE.search(given)
    name = _RECIPIENT.sub("", given)
    upgraded = _UPGRADE.search(name)
    if upgraded is not None and len(upgraded.group(1)) > 2:
        name = upgraded.group(1)
        level = _LEVEL_INSIDE.search(name) or level
    noun = _noun_of(_TRIGGER.sub("", name) or name, words)
    level = level or _level_of_list(subsidy, noun, words)
    if level is None:
        return noun, None
    upward = "及以上" if level.re is _LEVEL_INSIDE and level.group(2) and level.group(1) != "国家" else ""
    return noun, words.levels[level.group(1)] + upward


def _level_of_list(subsidy: Subsidy, noun: str, words: Vocabulary) -> re.Match[str] | None:
    """The one level of a list that the noun ends: 省级科技孵化(加速)器、众创空间认定的."""
    quote = plain(subsidy.quote)
    levels = list(_LEVEL_INSIDE.finditer(quote))
    names = any_of(name for name, known in words.nouns.items() if known == noun)
    if len(levels) != 1 or not re.match(f"[^，,。;；]{{1,16}}、{names}", quote[levels[0].end() :]):
        return None
    return levels[0]


def _noun_of(name: str, words: Vocabulary) -> str:
    whole = re.sub(r"\([^()]*\)", "", name)
    for candidate in (name, whole, _DEEDS.sub("", whole)):
        parsed = parse_name(candidate, words) if candidate else None
        if parsed is not None and parsed.known:
            return parsed.noun
    # the dictionary's noun behind a level, wherever it stands: 通过省级科技孵化器的载体改造实际发生费用
    nouns = any_of(noun for noun in words.nouns if len(noun) > 2)
    found = re.search(f"级(?:及以上|以上)?({nouns})|^({nouns})(?=认定|备案)", whole)
    if found is not None:
        return words.nouns[found.group(1) or found.group(2)]
    return _LEVEL_INSIDE.sub("", name) or name


def _verb(subsidy: Subsidy, text: str, words: Vocabulary) -> str | None:
    found = re.findall(any_of(words.lists["hoped"]), text)
    # 鼓励…申报…，给予 is given all the same: a hope counts where nothing is given
    if found and (subsidy.verb is None or subsidy.verb in found or subsidy.verb in words.lists["hoped"]):
        return str(found[-1])
    return subsidy.verb


def terms_of(
    subsidy: Subsidy, text: str, words: Vocabulary, evidence: Callable[[str, Span], Evidence]
) -> tuple[Evidence, ...]:
    """The clauses of its sentence and the next one that cap or exclude: 按最高一级补差, 不重复享受."""
    _, end = sentence_span(text, subsidy.span)
    start = subsidy.span.start
    _, next_end = sentence_span(text, Span(min(end + 1, len(text)), min(end + 1, len(text))))
    marks = any_of((*words.lists["difference_terms"], *words.lists["exclusive_terms"]))
    found = []
    for match in re.finditer(rf"[^，,。；;！!？?\n]*{marks}[^，,。；;！!？?\n]*", text[start:next_end]):
        span = Span(start + match.start(), start + match.end())
        found.append(evidence(text[span.start : span.end], span))
    return tuple(found)
