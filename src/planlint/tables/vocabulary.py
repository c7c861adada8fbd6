"""The heads of columns as lookups over rules/lexicon/tables.yaml: `牵头单位` is lead, `2027年目标值` is target with its year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from planlint.model.table import ColumnKind
    from planlint.rulebook import Rulebook

_BETWEEN_UNITS = re.compile("[、，,；;/／\\s]+|(?<=[局委办厅部])(?:和|及)")
_GLOSS = re.compile("[（(][^（()）]{1,16}[)）]")
_LONGEST_UNIT = 24
_SHORTEST_ATTRIBUTE = 3


@dataclass(frozen=True, slots=True)
class HeadRule:
    """A head is of this kind if it ends in one of `ends` and holds one of `holds`, where there are any."""

    kind: ColumnKind
    ends: tuple[str, ...]
    holds: tuple[str, ...]

    def fits(self, head: str) -> bool:
        """Whether a head is what the rule says."""
        return head.endswith(self.ends) and (not self.holds or any(word in head for word in self.holds))


@dataclass(frozen=True, slots=True)
class UnitHeads:
    """The heads of units: a word of a role and one of `nouns` behind it; `roles` in the order in which they count."""

    nouns: tuple[str, ...]
    roles: tuple[tuple[ColumnKind, tuple[str, ...]], ...]

    def role(self, head: str) -> ColumnKind | None:
        """The role that a head names; None for a head that is none of units."""
        return self.said(head) if head.endswith(self.nouns) else None

    def said(self, head: str) -> ColumnKind | None:
        """The role that a word in a head names, whatever it ends in: 谁配合."""
        return next((role for role, words in self.roles if any(word in head for word in words)), None)


@dataclass(frozen=True, slots=True)
class TableWords:
    """What each head means, and how those that no list holds are told by what they contain, by their last letter.

    `blanks` is what a blank cell holds, `ditto` what says the same as above, `totals` what adds up the rows; `last_letters` are those that heads end in.
    """

    kinds: dict[str, ColumnKind]
    by_content: dict[str, tuple[HeadRule, ...]]
    units: UnitHeads
    attributes: frozenset[str]
    blanks: frozenset[str]
    ditto: frozenset[str]
    totals: frozenset[str]
    last_letters: frozenset[str]


@lru_cache(maxsize=8)
def table_words(rules: Rulebook) -> TableWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("tables")
    columns = {**words["columns"], **_unit_heads(rules)}
    kinds: dict[str, ColumnKind] = {}
    for kind, listed in columns.items():
        for head in listed:
            kinds.setdefault(head, cast("ColumnKind", kind))
    attributes = frozenset(word for group in words["attributes"].values() for word in group)
    heads = words["unit_heads"]
    return TableWords(
        kinds=kinds,
        by_content=_by_last_letter(words["heads_by_content"]),
        units=UnitHeads(
            tuple(heads["nouns"]), tuple((role, tuple(held)) for role, held in heads["roles"].items())
        ),
        attributes=attributes,
        blanks=frozenset(words["blanks"]),
        ditto=frozenset(words["ditto"]),
        totals=frozenset("".join(word.split()) for word in words["totals"]),
        last_letters=frozenset(
            [head[-1] for head in kinds]
            + [word[-1] for rule in words["heads_by_content"] for word in rule["ends"]]
            + [noun[-1] for noun in heads["nouns"]]
            + list(")）")
        ),
    )


def _by_last_letter(rules: list[dict[str, Any]]) -> dict[str, tuple[HeadRule, ...]]:
    """The rules that a head can fit, by the letter that it ends in."""
    found: dict[str, list[HeadRule]] = {}
    for rule in rules:
        one = HeadRule(rule["kind"], tuple(rule["ends"]), tuple(rule.get("with", ())))
        for letter in dict.fromkeys(word[-1] for word in one.ends):
            found.setdefault(letter, []).append(one)
    return {letter: tuple(of) for letter, of in found.items()}


@lru_cache(maxsize=8)
def attribute_pattern(rules: Rulebook) -> re.Pattern[str]:
    """Finds the words of the attribute column (约束性); not the short ones, which names have in them too (约束)."""
    words = (word for word in table_words(rules).attributes if len(word) >= _SHORTEST_ATTRIBUTE)
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def _unit_heads(rules: Rulebook) -> dict[str, list[str]]:
    """The labels of responsible units; 牵头 alone is a head too."""
    return {role: list(labels) for role, labels in rules.words("agencies")["labels"].items()}


def unit_list(text: str, rules: Rulebook) -> bool:
    """Whether a text is names of units and nothing else: 县人社局、县财政局; 各乡镇人民政府."""
    names = [name for name in _BETWEEN_UNITS.split(_GLOSS.sub("", text).strip("。；; ")) if name]
    ends = _unit_ends(rules)
    return bool(names) and all(
        len(name) <= _LONGEST_UNIT and name.removesuffix("等").endswith(ends) for name in names
    )


@lru_cache(maxsize=8)
def _unit_ends(rules: Rulebook) -> tuple[str, ...]:
    words = rules.words("agencies")
    return tuple({*words["strong"], *words["weak"]})
