"""What a number is that no rule knows: counted or measured, in what is planned, it is a target. 梳理出事项⟦300项⟧ is one, whatever its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.decisions.number import NumberInText
    from planlint.model.zone import Part

_COMMITTING_PARTS: frozenset[Part] = frozenset({"goals", "tasks", "body", "background"})
# What follows makes it an attribute of something else: 面积500平方米以上的门店.
_ATTRIBUTE = re.compile("(?:以上|以下|以内|左右)?(?:（[^）]{1,12}）)?的")


def is_target_by_default(number: NumberInText) -> bool:
    """Whether a number that nothing else was said of is a target."""
    is_planned = number.zone.tense == "plan" and number.zone.part in _COMMITTING_PARTS
    # 按基准利率的2倍计算: so many times is how a thing is reckoned, unless a word of growth stands there
    is_amount = number.dimension != "times"
    stands_free = not number.in_brackets and not number.in_heading and _ATTRIBUTE.match(number.after) is None
    return number.is_counted and is_amount and is_planned and stands_free
