"""The words that say how a number is meant, as tables and patterns, built once a rulebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.rulebook import Rulebook


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; matches nothing where there are none."""
    return _any_of(tuple(words))


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def inverted(groups: dict[str, Any]) -> dict[str, str]:
    """The group of each word."""
    return {word: name for name, members in groups.items() for word in members}


@dataclass(frozen=True, slots=True)
class MeaningWords:
    """`modes` and `basis` give what a word says; `falls`, `shares`, `growth_to`, `growth`, `built` are plain lists."""

    modes: dict[str, str]
    basis: dict[str, str]
    built: frozenset[str]
    shares: tuple[str, ...]
    growth: tuple[str, ...]
    growth_to: tuple[str, ...]
    falls: tuple[str, ...]
    flow: re.Pattern[str]
    flow_at_end: re.Pattern[str]
    own_flow: re.Pattern[str]
    protected: re.Pattern[str]
    between: re.Pattern[str]
    basis_word: re.Pattern[str]
    change: re.Pattern[str]
    softener: re.Pattern[str]
    any_change: re.Pattern[str]
    adds: re.Pattern[str]
    grows: re.Pattern[str]
    payers: dict[str, str]
    payer: re.Pattern[str]
    payer_level: re.Pattern[str]


@lru_cache(maxsize=8)
def meaning_words(rules: Rulebook) -> MeaningWords:
    """The vocabulary of a rulebook: lexicon/comparison.yaml, and the nouns of commitments.yaml in which a verb is none."""
    words, commitments = rules.words("comparison"), rules.words("commitments")
    flows = [word for mode, group in words["modes"].items() if mode != "达到" for word in group]
    payers = inverted(words["payers"])
    payer = any_of(payers)
    return MeaningWords(
        modes=inverted(words["modes"]),
        basis=inverted(words["basis"]),
        built=frozenset(words["built"]),
        shares=tuple(words["shares"]),
        growth=tuple(words["growth"]),
        growth_to=tuple(words["growth_to"]),
        falls=tuple(words["falls"]),
        flow=re.compile(any_of(flows)),
        flow_at_end=re.compile(f"{any_of(flows)}$"),
        # said inside the name itself: 城镇新增就业, 新入规工业企业; 建设用地 and 改造面积 say what it is
        own_flow=re.compile(any_of(word for word in flows if word.startswith(("新", "净")))),
        protected=re.compile(any_of(commitments["nouns"])),
        between=re.compile(any_of(word for word in words["modes"]["达到"] if word)),
        basis_word=re.compile(any_of(inverted(words["basis"]))),
        change=re.compile(rf"(?:{any_of(words['changes'])})$"),
        softener=re.compile(any_of(commitments["aspirational"])),
        any_change=re.compile(any_of((*words["growth"], *words["changes"], *words["adds"]))),
        adds=re.compile(f"{any_of(words['adds'])}(.{{0,4}})$"),
        grows=re.compile(f"{any_of(words['growth'])}(.{{0,6}})$"),
        payers=payers,
        # 国家级孵化器 says nothing of who pays
        payer=re.compile(f"{payer}(?:本?级)?(?:财政|(?={any_of(words['pay_words'])}))"),
        payer_level=re.compile(payer),
    )
