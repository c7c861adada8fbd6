"""Whether a regular expression can run away: `run_away("(a+)+$")` says how, for `(a+b)+$` it is None.

Two guards, and neither looks at a clock: the same pattern is accepted or refused on every machine. A repeat whose rounds hold nothing but
another repeat is refused by its shape; what else can blow up (`(a|a)*c`, `.*.*.*x`) is found by counting: every repeat of the pattern is fed
with text of its own making that almost fits, and the steps of the search must not grow faster than the square of its length.
"""

from __future__ import annotations

from importlib import import_module
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from planlint.rulebook.regex_samples import REPEATS, parts_of, pumps_of
from planlint.rulebook.regex_steps import Program
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# No public door leads to the parser's tree; the module has been where it is since Python 3.11.
_parser: Any = import_module("re._parser")

# Rounds of a repeat, each twice the one before: a search of squared cost takes four times the steps, one of cubed cost eight times.
_ROUNDS = (6, 12, 24, 48, 96)
_MOST_GROWTH = 5.7
# So many steps are counted; less than that many are never too many.
_MOST_STEPS, _FEW_STEPS = 1_500_000, 5_000
# However they grow: so many for each pair of rounds are too many in a short text.
_MOST_FOR_PAIR = 3_000
# Stands in no pattern, so the text around it almost fits and then does not.
_MISFIT = "\x00"
_MOST_PUMPS = 24


def run_away(pattern: str) -> Text | None:
    """Why the pattern can run away, None where it cannot; `pattern` must compile."""
    parsed = _parser.parse(pattern)
    if _nested(parsed):
        return Text.of("regex.nested")
    program = Program(parsed)
    for prefix, pump in islice(pumps_of(parsed, ""), _MOST_PUMPS):
        if _grows(program, prefix, pump):
            return Text.of("regex.slow", text=(prefix + pump * 12)[:12])
    return None


def _grows(program: Program, prefix: str, pump: str) -> bool:
    """Whether the steps of a search grow faster than the square of the rounds."""
    counted: list[int] = []
    for rounds in _ROUNDS:
        counted.append(program.steps(prefix + pump * rounds + _MISFIT, _MOST_STEPS))
        if counted[-1] > _MOST_FOR_PAIR * rounds**2:
            return True
        if counted[-1] > _MOST_STEPS:
            break
    # a count that was given up is only a least one: then what came before it tells, too
    told = counted[-3:] if counted[-1] > _MOST_STEPS else counted[-2:]
    return any(last > max(_FEW_STEPS, _MOST_GROWTH * before) for before, last in pairwise(told))


def _nested(parsed: Sequence[Any]) -> bool:
    """Whether somewhere a repeat's round can be nothing but another repeat."""
    for op, argument in parsed:
        if (
            str(op) in REPEATS
            and argument[1] > 1
            and any(_only_repeats(path) for path in _paths(argument[2]))
        ):
            return True
        if any(_nested(part) for part in parts_of(str(op), argument)):
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
        if not (name in REPEATS and argument[0] == 0) and name != "AT"
    ]
    if not needed:
        return any(name in REPEATS and argument[1] > 1 for name, argument in way)
    return len(needed) == 1 and needed[0][0] in REPEATS and needed[0][1][0] < needed[0][1][1]
