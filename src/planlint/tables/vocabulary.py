"""The heads of columns as lookups over rules/lexicon/tables.yaml: `牵头单位` is lead, `2027年目标值` is target with its year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from planlint.model.table import ColumnKind
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class TableWords:
    """What each head means, and which heads may have more before them (longest first).

    `blanks` is what a blank cell holds, `units` are those that stand in tables alone.
    """

    kinds: dict[str, ColumnKind]
    endings: tuple[tuple[str, ColumnKind], ...]
    attributes: frozenset[str]
    blanks: frozenset[str]
    units: frozenset[str]


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
        units=frozenset(words["units"]),
    )


def _unit_heads(rules: Rulebook) -> dict[str, list[str]]:
    """The labels of responsible units; 牵头 alone is a head too."""
    return {role: list(labels) for role, labels in rules.words("agencies")["labels"].items()}
