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


@dataclass(frozen=True, slots=True)
class TableWords:
    """What each head means, and which heads may have more before them (longest first).

    `blanks` is what a blank cell holds.
    """

    kinds: dict[str, ColumnKind]
    endings: tuple[tuple[str, ColumnKind], ...]
    attributes: frozenset[str]
    blanks: frozenset[str]


@lru_cache(maxsize=8)
def table_words(rules: Rulebook) -> TableWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("tables")
    columns = {**words["columns"], **_unit_heads(rules)}
    kinds: dict[str, ColumnKind] = {}
    for kind, heads in columns.items():
        for head in heads:
            kinds.setdefault(head, cast("ColumnKind", kind))
    endings = [(head, kind) for head, kind in kinds.items() if kind in words["heads_end_in"]]
    return TableWords(
        kinds=kinds,
        endings=tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair[0]))),
        attributes=frozenset(word for group in words["attributes"].values() for word in group),
        blanks=frozenset(words["blanks"]),
    )


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
