"""Shares in words: `百分之三十` is 30 %, `千分之五` 5 ‰, `十万分之二` 2/10万, `三分之二` 66.67 %, `八成五` 8.5成."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planlint.text.numerals import parse_numeral

# The whole that a share is of, as its unit is printed in figures.
_UNITS = {"百": "%", "千": "‰", "万": "/万", "十万": "/10万"}


@dataclass(frozen=True, slots=True)
class Share:
    """A value and what it is counted by."""

    value: Decimal
    unit: str


def share_of(numeral: str) -> Share | None:
    """The share that a numeral with 分之 in it says, or with a tenth of a 成; None for any other."""
    if numeral[1:2] == "成":
        return Share(_figure(numeral[0]) + _figure(numeral[2:]) / 10, "成")
    whole, between, part = numeral.partition("分之")
    if not between:
        return None
    value = parse_numeral(part)
    if value is None:
        return None
    if whole in _UNITS:
        return Share(value, _UNITS[whole])
    of = parse_numeral(whole)
    return Share((value / of * 100).quantize(Decimal("0.01")), "%") if of else None


def _figure(word: str) -> Decimal:
    return parse_numeral(word) or Decimal(0)
