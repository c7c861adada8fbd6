"""Values that run together, cut where one way is left: `≥95≥96` is 95 and 96, `76.0990` of a share is 76.09 and 90.

`158180` is 158 and 180: a value does not grow five hundred times in five years. `244` may be 2 and 44, or 24 and 4.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Cut = tuple[int, int]

_NUMBER = "(?:0|[1-9]\\d*)(?:\\.\\d+)?"
_TAIL = "(?:左右|以上|以下|以内)?"
_VALUE = re.compile(f"[≥≤≧≦＞＜><]?{_NUMBER}(?:[∶:：]{_NUMBER})?{_TAIL}|[—－-]{{1,2}}")
_RATIO_TO_ONE = re.compile(f"{_NUMBER}[∶:：]1")
_BOUND = "≥≤≧≦＞＜><"
_PLAIN = re.compile(_NUMBER)
# Values of one row are of one size: what grows less than this is likely, what grows more than that is not.
_LIKELY, _UNLIKELY = 1.6, 8.0
# More ways than this are no help.
_MOST_WAYS = 400
_LEAST_EQUAL = 3


def cut_values(
    run: str, count: int, *, limited: bool, grows: bool = False, alike: bool = True
) -> list[Cut] | None:
    """The one way to cut `run` into `count` values, as pairs of offsets; None where there is none, or nobody can tell.

    `limited` says that none can exceed 100; `grows` that a target lies above its base; `alike` that all are values of one thing.
    """
    ways = []
    for way in _ways(run, 0, count, limited=limited):
        ways.append(way)
        if len(ways) > _MOST_WAYS:
            return _equal(run, count) if alike else None
    of_one_thing = (_equal_parts, _growing if grows else _any, _of_one_size)
    for likely in (_any, _not_to_nothing, _to_one, *(of_one_thing if alike else ())):
        if len(ways) == 1:
            return ways[0]
        ways = likely(run, ways)
    return ways[0] if len(ways) == 1 else None


def _ways(run: str, at: int, count: int, *, limited: bool) -> Iterator[list[Cut]]:
    if count == 0:
        if at == len(run):
            yield []
        return
    for end in range(at + 1, len(run) - count + 2):
        piece = run[at:end]
        if end > at + 1 and piece[-1] in _BOUND:
            return  # a sign opens the next value
        if _VALUE.fullmatch(piece) is not None and not (limited and _over(piece)):
            for rest in _ways(run, end, count - 1, limited=limited):
                yield [(at, end), *rest]


def _any(_run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    return ways


def _not_to_nothing(run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    """No plan wants to reach 0 from something."""
    return [way for way in ways if run[slice(*way[-1])] != "0"] or ways


def _to_one(run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    """A ratio of two numbers is one to 1: 2.45∶12.35∶1 is no 2.45∶12.3."""
    return [way for way in ways if all(_RATIO_TO_ONE.fullmatch(run[a:b]) for a, b in way)] or ways


def _equal_parts(run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    """Three or more values that are all the same, or two halves with a decimal or two digits at least, are what they look."""
    equal = [way for way in ways if len({run[a:b] for a, b in way}) == 1]
    if len(equal) == 1 and (len(equal[0]) >= _LEAST_EQUAL or equal[0][0][1] > 1):
        return equal
    return ways


def _equal(run: str, count: int) -> list[Cut] | None:
    size = len(run) // count
    parts = [(i * size, (i + 1) * size) for i in range(count)]
    return parts if size * count == len(run) and len({run[a:b] for a, b in parts}) == 1 else None


def _growing(run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    return [way for way in ways if _is_sorted(_numbers(run, way))] or ways


def _of_one_size(run: str, ways: list[list[Cut]]) -> list[list[Cut]]:
    """The only way in which the values are of one size, if they are of quite different sizes in all the others."""
    rates = [_rate(_numbers(run, way)) for way in ways]
    near = [way for way, rate in zip(ways, rates, strict=True) if rate <= _LIKELY]
    others = [rate for rate in rates if rate > _LIKELY]
    return near if len(near) == 1 and all(rate >= _UNLIKELY for rate in others) else ways


def _numbers(run: str, way: Sequence[Cut]) -> list[float]:
    found = [_PLAIN.search(run[a:b]) for a, b in way]
    return [float(match.group()) for match in found if match is not None]


def _is_sorted(numbers: Sequence[float]) -> bool:
    return all(a <= b for a, b in pairwise(numbers))


def _rate(numbers: Sequence[float]) -> float:
    least = min(numbers, default=0)
    return max(numbers, default=0) / least if least > 0 else _UNLIKELY


def _over(piece: str) -> bool:
    if ":" in piece or "∶" in piece or "：" in piece:
        return True
    number = _PLAIN.search(piece)
    return number is not None and float(number.group()) > 100
