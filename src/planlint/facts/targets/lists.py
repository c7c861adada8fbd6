"""Numbers in lists, each with the noun or the year of its place: `甲、乙占比分别达到55%、70%`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.facts.distribute import distribute
from planlint.facts.indicators import names_nothing
from planlint.facts.phrases import noun_before, without_circumstance
from planlint.facts.verb_edges import without_lead
from planlint.text.dates import YEAR
from planlint.text.lists import LIST_LINK

if TYPE_CHECKING:
    from planlint.facts.commitment_words import CommitmentWords
    from planlint.model.mention import Quantity
    from planlint.model.zone import Deadline
    from planlint.reading.reading import HalfSentence, Reading

_AND = re.compile("、|以及|和|及(?!以[上下内])|与")
_YEARS_LISTED = re.compile(f"(?:{YEAR}年(?:底|末)?[、和及]){{1,6}}{YEAR}年(?:底|末)?")
_SHORTEST_LIST = 3


def in_one_list(text: str, half: HalfSentence, before: Quantity, q: Quantity) -> bool:
    """Whether a bare number continues a list that 分别 opens: the 600万羽 of 分别达到35万头和600万羽."""
    return (
        q.comparator == "="
        and "分别" in text[half.span.start : before.span.start]
        and LIST_LINK.fullmatch(text[before.span.end : q.span.start]) is not None
    )


def with_nouns(
    text: str, half: HalfSentence, chosen: list[Quantity], named: list[str], words: CommitmentWords
) -> dict[Quantity, tuple[str, ...]]:
    """The nouns of the quantities that share a list of them.

    `A、B分别达到55%、70%`: each number with the noun of its place; `A和B分别达到100家`: one number with both nouns;
    `A、B各8个` likewise;
    `；到2030年，分别达到60%、75%`: the indicators `named` right before, where they are as many.
    """
    result: dict[Quantity, tuple[str, ...]] = {}
    i = 0
    while i < len(chosen):
        j = _run_end(text, chosen, i)
        left = _YEARS_LISTED.sub("", text[half.span.start : chosen[i].span.start])
        if "分别" in left:
            phrase = without_lead(without_circumstance(_nouns_before_each(left)), words)
            if j > i:
                again = names_nothing(phrase) and len(named) == j - i + 1
                objects = named if again else distribute(phrase, j - i + 1)
                if objects is not None:
                    result.update({chosen[i + k]: (objects[k],) for k in range(j - i + 1)})
            else:
                objects = distribute(phrase, len(_AND.findall(phrase)) + 1)
                if objects is not None and len(objects) > 1:
                    result[chosen[i]] = tuple(objects)
        elif j == i and left.endswith("各"):
            # 新建食堂、助餐点各8个: as many of each
            phrase = noun_before(_nouns_before_each(left), words)
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
    text: str, half: HalfSentence, chosen: list[Quantity], reading: Reading
) -> dict[Quantity, tuple[Deadline | None, bool]]:
    """`2025年、2026年新增托位分别达到800个、1000个`: each number with the year of its place in the list."""
    if len(chosen) < 2 or "分别" not in text[half.span.start : chosen[0].span.start]:
        return {}
    chosen = chosen[: _run_end(text, chosen, 0) + 1]
    times = [t for t in half.times if t.role == "by" and t.span.end <= chosen[0].span.start]
    between = [text[a.span.end : b.span.start] for a, b in pairwise(times)]
    if len(times) != len(chosen) or not all(LIST_LINK.fullmatch(words) for words in between):
        return {}
    return {q: (reading.zones.dated(time), False) for q, time in zip(chosen, times, strict=True)}


def _nouns_before_each(left: str) -> str:
    """The list of nouns before 分别, in its own clause or, where that holds nothing else, in the half-sentence."""
    phrase = re.split("[，,；;：:]", left)[-1].split("分别")[0]
    if len(phrase) < _SHORTEST_LIST:
        phrase = re.split("[；;：:]", left)[-1].split("分别")[0]
    return re.sub("较.*$", "", phrase)
