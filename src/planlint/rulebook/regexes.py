"""Whether a regular expression can run away: a repeat inside a repeat, as in `(a+)+`, is refused."""

from __future__ import annotations

import re._parser as parser
from typing import Any

# A repeat of at most this many rounds cannot run away.
_HARMLESS = 40


def backtracks(pattern: str) -> bool:
    """Whether `pattern` holds an open repeat directly inside another one."""
    return _nested(parser.parse(pattern), inside=False)


def _nested(parsed: Any, *, inside: bool) -> bool:  # noqa: ANN401 - the parser's own tree
    for op, argument in parsed:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, body = argument
            open_ended = most is parser.MAXREPEAT or most > _HARMLESS
            if open_ended and inside and most is parser.MAXREPEAT:
                return True
            if _nested(body, inside=inside or most is parser.MAXREPEAT):
                return True
        elif any(_nested(part, inside=inside) for part in _parts(name, argument)):
            return True
    return False


def _parts(name: str, argument: Any) -> list[Any]:  # noqa: ANN401
    if name == "SUBPATTERN":
        return [argument[-1]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return []
