"""The objects of several sums: 国际标准、国家标准、行业标准 over three sums are three, whatever is said before and behind them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from planlint.facts.distribute import distribute

_SEPARATOR = "[、和及与或]"
_FIGURE = "\\d[\\d.]*[万亿千百]{0,2}(?:美元|元|%|家|人次|人|名|亩|吨|平方米|个|件|场|台|辆)(?:（[^）]{1,4}）)?(?:及?以上)?"
_FIGURES = re.compile(f"{_FIGURE}(?:{_SEPARATOR}{{1,2}}{_FIGURE})+")
_OF_STANDARDS = ("国际", "行业", "地方", "团体", "全球", "全国")
_LEVEL = "(?:国际|国家|行业|地方|团体|全球|全国|省|市|区|县)"
_LEVELS = re.compile(f"{_LEVEL}(?:{_SEPARATOR}{{1,2}}{_LEVEL})+")


def tiers_in(phrase: str, count: int) -> list[str] | None:
    """`count` objects named in one phrase, in order; None where it does not hold exactly that many."""
    return (
        _by_figure(phrase, count)
        or _by_level(phrase, count)
        or distribute(phrase, count)
        or _with_one_ending(phrase, count)
    )


def _by_figure(phrase: str, count: int) -> list[str] | None:
    """首次达到1亿元、5亿元、10亿元的机构: a run of exactly `count` figures, the words around them supplied."""
    for run in _FIGURES.finditer(phrase):
        figures = re.split(_SEPARATOR + "+", run.group())
        if len(figures) == count:
            head, tail = phrase[: run.start()], phrase[run.end() :]
            return [head + figure + tail for figure in figures]
    return None


def _by_level(phrase: str, count: int) -> list[str] | None:
    """国际、国家和行业标准: a run of exactly `count` levels, of which at least one is none of government."""
    for run in _LEVELS.finditer(phrase):
        levels = re.split(_SEPARATOR + "+", run.group())
        if len(levels) == count and any(level in _OF_STANDARDS for level in levels):
            head, tail = phrase[: run.start()], phrase[run.end() :]
            return [head + level + tail for level in levels]
    return None


def _with_one_ending(phrase: str, count: int) -> list[str] | None:
    """A run of exactly `count` neighbours that end alike, cut out of a longer phrase."""
    parts = [m.span() for m in re.finditer("[^、和及与或，,]+", phrase)]
    words = [phrase[a:b] for a, b in parts]
    for i in range(len(words) - count + 1):
        middle = words[i + 1 : i + count - 1] or words[i : i + 1]
        ending = _common_ending([words[i], *middle])
        last = words[i + count - 1]
        if ending is None or ending not in last or not _joined(phrase, parts[i : i + count]):
            continue
        size = Counter(len(w) for w in middle).most_common(1)[0][0]
        end = last.index(ending) + len(ending)
        first = words[i][-size:] if count > 2 else words[i]
        return [first, *words[i + 1 : i + count - 1], last[:end]]
    return None


def _common_ending(words: list[str]) -> str | None:
    for size in (4, 3, 2):
        ending = words[0][-size:]
        if len(ending) == size and all(len(w) > size and w.endswith(ending) for w in words):
            return ending
    return None


def _joined(phrase: str, spans: list[tuple[int, int]]) -> bool:
    return all(re.fullmatch(_SEPARATOR + "{1,2}", phrase[a[1] : b[0]]) for a, b in pairwise(spans))
