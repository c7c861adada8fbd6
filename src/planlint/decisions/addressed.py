"""What stands beside a sum of money says who earns it: 对引进人才10名以上的企业奖励5万元; a commitment of its own does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.rulebook.classes import compiled_with

if TYPE_CHECKING:
    from planlint.decisions.number import NumberInText
    from planlint.model.span import Span
    from planlint.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

_ADDRESSED = re.compile("(?<=[，；：])(?:其中)?(?:对|凡)")
_ADDRESSED_AT = re.compile("\\s?(?:其中)?(?:对|凡)")
_COMMITS = "^(?:[^，。；]{0,8}(?:年内|年底前?|每年))?[^，。；对]{0,4}${commitments.beside_money}"


def gives_from(reading: Reading, half: HalfSentence, sums: set[Span]) -> int | None:
    """Where the provision begins that gives money in a half-sentence: the 对… before its first sum; None without a sum."""
    first = next((q for q in half.quantities if q.number in sums and q.dimension in ("money", "share")), None)
    if first is None:
        return None
    opening = half.span.start
    for match in _ADDRESSED.finditer(reading.rule_text, half.span.start, first.span.start):
        opening = match.start()
    return opening


def is_condition_beside_money(number: NumberInText, opening: int | None, rules: Rulebook) -> bool:
    """Whether a number that looks like a commitment belongs to the provision that begins at `opening`."""
    if opening is None or number.quantity.span.start < opening or number.dimension == "duration":
        return False
    return not _own_commitment(number, opening, rules)


def _own_commitment(number: NumberInText, opening: int, rules: Rulebook) -> bool:
    """培育示范村10个以上，每村补助……: a commitment in a clause of its own that names no 对…的 is no condition."""
    if opening > number.half.span.start or _ADDRESSED_AT.match(number.sentence):
        return False
    words = number.clause.rstrip("，；。 ")
    return compiled_with(_COMMITS, rules).search(words) is not None and not words.endswith("的")
