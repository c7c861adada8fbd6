"""A unit of measure by itself, as tables print it: `万平方米` is 平方米 ten thousand times, `元/人·月` is 元 for each 人·月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from planlint.text.numerals import multiplier

if TYPE_CHECKING:
    from planlint.model.mention import Dimension
    from planlint.rulebook.book import Rulebook

_MULTIPLIER = re.compile("[十百千万亿]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: the factor of 万 or 亿 before it, its name, its dimension, and what stands behind a slash."""

    factor: Decimal
    unit: str
    dimension: Dimension
    per: str | None = None


def measure_of(text: str, rules: Rulebook) -> Measure | None:
    """The measure that the whole of `text` is; None where it is none. `百分点` is a unit, no hundred of anything."""
    words = "".join(text.split()).replace("％", "%").replace("／", "/")
    base, _, per = words.partition("/")
    units = units_of_measure(rules)
    whole = units.get(words)
    if whole is not None:
        return Measure(Decimal(1), _bare(words, rules), whole)
    if base in units:
        return Measure(Decimal(1), _bare(base, rules), units[base], per or None)
    run = _MULTIPLIER.match(base)
    assert run is not None
    rest = base[run.end() :]
    if rest not in units:
        return None
    return Measure(multiplier(run.group()) or Decimal(1), _bare(rest, rules), units[rest], per or None)


@lru_cache(maxsize=8)
def units_of_measure(rules: Rulebook) -> dict[str, Dimension]:
    """Every unit of the vocabulary with its dimension; those that only tables have (岁, 微克) count as none of ours."""
    table: dict[str, Dimension] = {}
    for dimension, words in rules.words("measures")["units"].items():
        for word in words:
            table.setdefault(word, cast("Dimension", dimension))
    for word in rules.words("tables")["units"]:
        table.setdefault(word, "none")
    return table


def _bare(unit: str, rules: Rulebook) -> str:
    return cast("dict[str, str]", rules.words("measures")["bare"]).get(unit, unit)
