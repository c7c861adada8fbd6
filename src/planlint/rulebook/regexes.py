"""Whether a regular expression can run away: `run_away("(a+)+$")` says how, for `(a+b)+$` it is None.

Two guards. A repeat whose rounds hold nothing but another repeat is refused by its shape; what else can blow up (`(a|ab)*c`, `.*.*.*x`)
is found by trying: every repeat of the pattern is fed with text of its own making that almost fits.
"""

from __future__ import annotations

import re
import time
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# No public door leads to the parser's tree; the module has been where it is since Python 3.11.
_parser: Any = import_module("re._parser")

# A search on one of these texts that takes so many times the CPU time of a plainly quadratic one on the longest is refused: a ratio within
# one process, the same on every machine however busy. Short texts come first and densely: an exponential pattern is caught before it takes
# seconds, a quadratic one passes (a clause is no longer than a few hundred characters).
_TIMES_SLOWER = 100
_ROUNDS = (*range(8, 28), 60, 120, 250, 500, 1000)
# Stands in no pattern, so the text around it almost fits and then does not.
_MISFIT = "\x00"
_MOST_PUMPS = 24
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


def run_away(pattern: str) -> Text | None:
    """Why the pattern can run away, None where it cannot; `pattern` must compile."""
    parsed = _parser.parse(pattern)
    if _nested(parsed):
        return Text.of("regex.nested")
    compiled = re.compile(pattern)
    for prefix, pump in list(_pumps(parsed, ""))[:_MOST_PUMPS]:
        for rounds in _ROUNDS:
            text = prefix + pump * rounds + _MISFIT
            limit = _TIMES_SLOWER * _quadratic_search()
            if _cpu_time(compiled, text) > limit and _cpu_time(compiled, text) > limit:
                return Text.of("regex.slow", text=text[:12])
    return None


def _cpu_time(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    pattern.search(text)
    return time.process_time() - started


@lru_cache(maxsize=1)
def _quadratic_search() -> float:
    """The CPU time of a search whose steps are counted: half a million."""
    pattern, text = re.compile("a*b"), "a" * _ROUNDS[-1]
    return min(_cpu_time(pattern, text) for _ in range(5))


def _nested(parsed: Sequence[Any]) -> bool:
    """Whether somewhere a repeat's round can be nothing but another repeat."""
    for op, argument in parsed:
        if (
            str(op) in _REPEATS
            and argument[1] > 1
            and any(_only_repeats(path) for path in _paths(argument[2]))
        ):
            return True
        if any(_nested(part) for part in _parts(str(op), argument)):
            return True
    return False


def _paths(parsed: Sequence[Any]) -> Iterator[list[Any]]:
    """The ways through one round: its items with groups opened, one way for each branch."""
    ways: list[list[Any]] = [[]]
    for op, argument in parsed:
        name = str(op)
        if name == "SUBPATTERN":
            ways = [way + more for way in ways for more in _paths(argument[-1])]
        elif name == "BRANCH":
            ways = [way + more for way in ways for part in argument[1] for more in _paths(part)]
        else:
            ways = [[*way, (name, argument)] for way in ways]
        ways = ways[:64]
    yield from ways


def _only_repeats(way: list[Any]) -> bool:
    """Whether the way has a repeat of open length, and all else in it may be left out."""
    needed = [
        (name, argument)
        for name, argument in way
        if not (name in _REPEATS and argument[0] == 0) and name != "AT"
    ]
    if not needed:
        return any(name in _REPEATS and argument[1] > 1 for name, argument in way)
    return len(needed) == 1 and needed[0][0] in _REPEATS and needed[0][1][0] < needed[0][1][1]


def _pumps(parsed: Sequence[Any], prefix: str) -> Iterator[tuple[str, str]]:
    """For each repeat: text that leads to it, and text that fills one of its rounds."""
    for op, argument in parsed:
        name = str(op)
        if name in _REPEATS:
            for sample in _samples(argument[2]):
                yield prefix, sample
        for part in _parts(name, argument):
            yield from _pumps(part, prefix)
        prefix += _sample_of(name, argument)


def _parts(name: str, argument: Any) -> list[Any]:  # noqa: ANN401 - the parser's own tree
    if name == "SUBPATTERN":
        return [argument[-1]]
    if name == "ATOMIC_GROUP":
        return [argument]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part]
    if name in _REPEATS or name == "POSSESSIVE_REPEAT":
        return [argument[2]]
    return []


def _samples(parsed: Sequence[Any]) -> list[str]:
    """Texts that the items match: one, and one more for each branch of a lone group."""
    whole = "".join(_sample_of(str(op), argument) for op, argument in parsed)
    branches = [part for op, argument in parsed if str(op) == "BRANCH" for part in argument[1]]
    groups = [part for op, argument in parsed if str(op) == "SUBPATTERN" for part in _samples(argument[-1])]
    found = [whole, *("".join(_sample_of(str(op), a) for op, a in part) for part in branches), *groups]
    return [text for text in dict.fromkeys(found) if text]


def _sample_of(name: str, argument: Any) -> str:  # noqa: ANN401
    if name == "LITERAL":
        return chr(argument)
    if name in ("ANY", "NOT_LITERAL"):
        return "五"
    if name == "IN":
        return _sample_of_set(argument)
    if name in _REPEATS or name == "POSSESSIVE_REPEAT":
        return "".join(_sample_of(str(op), a) for op, a in argument[2]) * max(int(argument[0]), 1)
    if name == "BRANCH":
        return "".join(_sample_of(str(op), a) for op, a in argument[1][0])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return "".join(
            _sample_of(str(op), a) for op, a in (argument[-1] if name == "SUBPATTERN" else argument)
        )
    return ""


def _sample_of_set(items: Any) -> str:  # noqa: ANN401
    name, argument = str(items[0][0]), items[0][1]
    if name == "NEGATE":
        return "五"
    if name == "RANGE":
        return chr(argument[0])
    if name == "CATEGORY":
        return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(argument), "五")
    return chr(argument) if name == "LITERAL" else "五"
