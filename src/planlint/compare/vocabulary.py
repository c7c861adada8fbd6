"""The words of lexicon/comparison.yaml and indicators.yaml as tables and patterns, built once a rulebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.compare.concepts import Concepts, concepts
from planlint.compare.spelling import Spelling, spelling
from planlint.meaning.vocabulary import MeaningWords, any_of, inverted, meaning_words

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that is looked up to read a name. `nouns` are the spellings of the dictionary, `lists` the plain word lists by name."""

    concepts: Concepts
    spelled: Spelling
    nouns: dict[str, str]
    family: dict[str, str]
    levels: dict[str, str]
    meaning: MeaningWords
    conversions: dict[str, tuple[str, Decimal]]
    same_measures: tuple[frozenset[str], ...]
    field_units: dict[str, tuple[str, ...]]
    shares_out: dict[str, tuple[str, ...]]
    products: dict[str, tuple[str, ...]]
    lists: dict[str, tuple[str, ...]]
    level: re.Pattern[str]
    mode: re.Pattern[str]
    protected: re.Pattern[str]
    lead_in: re.Pattern[str]
    trivial: re.Pattern[str]
    tail: re.Pattern[str]
    deed: re.Pattern[str]
    change: re.Pattern[str]
    done: re.Pattern[str]
    holder: re.Pattern[str]
    weak: re.Pattern[str]
    served: re.Pattern[str]
    served_before: re.Pattern[str]
    inner_level: re.Pattern[str]
    bare_level: re.Pattern[str]
    relation: re.Pattern[str]


@lru_cache(maxsize=8)
def vocabulary(rules: Rulebook) -> Vocabulary:
    """The vocabulary of a rulebook."""
    words, indicators = rules.words("comparison"), rules.words("indicators")
    commitments = rules.words("commitments")
    aspirational = commitments["aspirational"]
    known = concepts(rules)
    lists = {
        name: tuple(value)
        for source in (words, indicators)
        for name, value in source.items()
        if isinstance(value, list) and name not in ("same_measures", "concepts", "rewrites")
    }
    level = any_of(inverted(words["levels"]))
    verbs = re.compile(
        any_of(word for mode, group in words["modes"].items() if mode != "达到" for word in group)
    )
    return Vocabulary(
        concepts=known,
        spelled=spelling(rules),
        nouns=known.spelled,
        products={
            head: tuple(sorted((n[: -len(head)] for n in known.spelled if n.endswith(head) and n != head), key=_longest))
            for head in indicators["bare_heads"]
        },
        shares_out={name: tuple(parts) for name, parts in indicators["shares_out"].items()},
        family={noun: family for family, members in indicators["families"].items() for noun in members},
        levels=inverted(words["levels"]),
        meaning=meaning_words(rules),
        conversions={unit: (normal, Decimal(str(by))) for unit, (normal, by) in words["conversions"].items()},
        same_measures=tuple(frozenset(group) for group in words["same_measures"]),
        field_units={dimension: tuple(units) for dimension, units in words["field_units"].items()},
        lists=lists,
        level=re.compile(
            rf"(?P<levels>{level}级?(?:[、和及与或/]{level}级?)*)(?P<up>{any_of(words['upward'])})?(?P<end>级?)"
        ),
        mode=verbs,
        # a verb inside a noun is no verb: 孵化 of 孵化器
        protected=re.compile(any_of([*commitments["nouns"], *(noun for noun in known.spelled if verbs.search(noun))])),
        lead_in=re.compile(rf"^(?:{any_of(words['lead_ins'])}|{any_of(aspirational)})"),
        trivial=re.compile(rf"^(?:{any_of(words['trivial'])}|{any_of(words['own_place'])})"),
        tail=re.compile(rf"(?:{any_of(words['tails'])})$"),
        deed=re.compile(rf"(?:{any_of(indicators['deeds'])})$"),
        change=re.compile(rf"(?:{any_of(words['changes'])})$"),
        done=re.compile(
            rf"^(?:{any_of((*inverted(words['modes']), *indicators['serves'], *indicators['also_done']))})+"
        ),
        holder=re.compile(rf"(?P<holder>{any_of(words['holders'])})(?:内|中|企业|项目)?{any_of(words['acts'])}+$"),
        weak=re.compile(any_of((*indicators["weak"], *words["own_place"]))),
        served=re.compile(
            rf"^{any_of(indicators['served_by'])}(?P<who>.{{2,60}}?)(?:免费|常态化)?{any_of(indicators['serves'])}(?P<what>.{{2,}})$"
        ),
        # the same where the name begins behind the verb: 为在岗护理员开展 | 职业技能培训
        served_before=re.compile(
            rf"^{any_of(indicators['served_by'])}(?P<holder>.{{2,60}}?)(?:免费|常态化)?{any_of(indicators['serves'])}$"
        ),
        inner_level=re.compile(rf"{level}级"),
        bare_level=re.compile(rf"^(?P<levels>国家|省)(?={any_of(words['level_marks'])})"),
        relation=re.compile(rf"^{any_of(words['relations'])}|{any_of(words['relations'])}$"),
    )  # fmt: skip


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word
