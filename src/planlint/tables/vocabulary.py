"""The heads of columns as lookups over rules/lexicon/tables.yaml: `牵头单位` is lead, `2027年目标值` is target with its year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from planlint.model.table import ColumnKind
    from planlint.rulebook import Rulebook

_BETWEEN_UNITS = re.compile("[、，,；;\\s]+|(?<=[局委办厅部])(?:和|及)")
_GLOSS = re.compile("[（(][^（()）]{1,16}[)）]")
_LONGEST_UNIT = 24
_SHORTEST_ATTRIBUTE = 3
# Kinds of the column that a table begins with.
_OPENING = ("number", "category", "indicator", "task", "beneficiary")


@dataclass(frozen=True, slots=True)
class TableWords:
    """What each head means, and which heads may have more before them (longest first).

    `blanks` is what a blank cell holds, `ditto` what says the same as above; `first_heads` are those that may stand first.
    """

    kinds: dict[str, ColumnKind]
    endings: tuple[tuple[str, ColumnKind], ...]
    attributes: frozenset[str]
    blanks: frozenset[str]
    ditto: frozenset[str]
    first_heads: frozenset[str]


@lru_cache(maxsize=8)
def table_words(rules: Rulebook) -> TableWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("tables")
    columns = {**words["columns"], **_unit_heads(rules)}
    kinds: dict[str, ColumnKind] = {}
    for kind, heads in columns.items():
        for head in heads:
            kinds.setdefault(head, cast("ColumnKind", kind))
    attributes = frozenset(word for group in words["attributes"].values() for word in group)
    endings = [(head, kind) for head, kind in kinds.items() if kind in words["heads_end_in"]]
    return TableWords(
        kinds=kinds,
        endings=tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair[0]))),
        attributes=attributes,
        blanks=frozenset(words["blanks"]),
        ditto=frozenset(words["ditto"]),
        first_heads=frozenset(head for head, kind in kinds.items() if kind in _OPENING),
    )


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
