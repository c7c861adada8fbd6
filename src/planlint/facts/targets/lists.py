"""Numbers in lists, each with the noun or the year of its place: `甲、乙占比分别达到55%、70%`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.facts.distribute import distribute

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence
    from planlint.facts.deadlines import Clock, Deadline
    from planlint.model.mention import Quantity

_AND = re.compile("、|以及|和|及|与")
_YEARS_LISTED = re.compile("(?:20\\d\\d年(?:底|末)?[、和及]){1,6}20\\d\\d年(?:底|末)?")
_SHORTEST_LIST = 3
LIST_LINK = re.compile("\\s*(?:、|和|及|与|，|,)\\s*(?:以及)?")


def with_nouns(text: str, half: HalfSentence, chosen: list[Quantity]) -> dict[Quantity, tuple[str, ...]]:
    """The nouns of the quantities that share a list of them.

    `A、B分别达到55%、70%`: each number with the noun of its place; `A和B分别达到100家`: one number with both nouns.
    """
    result: dict[Quantity, tuple[str, ...]] = {}
    i = 0
    while i < len(chosen):
        j = _run_end(text, chosen, i)
        left = _YEARS_LISTED.sub("", text[half.span.start : chosen[i].span.start])
        if "分别" in left:
            phrase = _nouns_before_each(left)
            if j > i:
                objects = distribute(phrase, j - i + 1)
                if objects is not None:
                    result.update({chosen[i + k]: (objects[k],) for k in range(j - i + 1)})
            else:
                objects = distribute(phrase, len(_AND.findall(phrase)) + 1)
                if objects is not None and len(objects) > 1:
                    result[chosen[i]] = tuple(objects)
        elif j > i and len({q.unit for q in chosen[i : j + 1]}) == 1:
            # 池塘、水库面积稳定在70万亩和50万亩: as many nouns as numbers, each its own
            objects = distribute(_nouns_before_each(left), j - i + 1)
            if objects is not None and not any(ch.isdigit() for ch in "".join(objects)):
                result.update({chosen[i + k]: (objects[k],) for k in range(j - i + 1)})
        i = j + 1
    return result


def _run_end(text: str, chosen: list[Quantity], i: int) -> int:
    """The last of the quantities that follow one another from `i` on with nothing but 、 or 和 between them."""
    while i + 1 < len(chosen) and LIST_LINK.fullmatch(text[chosen[i].span.end : chosen[i + 1].span.start]):
        i += 1
    return i


def with_years(
    text: str, half: HalfSentence, chosen: list[Quantity], clock: Clock
) -> dict[Quantity, tuple[Deadline | None, bool]]:
    """`2025年、2026年新增托位分别达到800个、1000个`: each number with the year of its place in the list."""
    if len(chosen) < 2 or "分别" not in text[half.span.start : chosen[0].span.start]:
        return {}
    times = [t for t in half.times if t.role == "by" and t.span.end <= chosen[0].span.start]
    between = [text[a.span.end : b.span.start] for a, b in pairwise(times)]
    if len(times) != len(chosen) or not all(LIST_LINK.fullmatch(words) for words in between):
        return {}
    return {q: (clock.resolve(half, time), False) for q, time in zip(chosen, times, strict=True)}


def _nouns_before_each(left: str) -> str:
    """The list of nouns before 分别, in its own clause or, where that holds nothing else, in the half-sentence."""
    phrase = re.split("[，,；;：:]", left)[-1].split("分别")[0]
    if len(phrase) < _SHORTEST_LIST:
        phrase = re.split("[；;：:]", left)[-1].split("分别")[0]
    return re.sub("较.*$", "", phrase)
