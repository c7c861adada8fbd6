"""Texts that a pattern almost fits, made from the pattern itself: for each of its repeats what leads to it and what fills one of its rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


def pumps_of(parsed: Sequence[Any], prefix: str) -> Iterator[tuple[str, str]]:
    """For each repeat: text that leads to it, and text that fills one of its rounds."""
    for op, argument in parsed:
        name = str(op)
        if name in REPEATS:
            for sample in _samples(argument[2]):
                yield prefix, sample
        for part in parts_of(name, argument):
            yield from pumps_of(part, prefix)
        prefix += _sample_of(name, argument)


def parts_of(name: str, argument: Any) -> list[Any]:  # noqa: ANN401 - the parser's own tree
    """The patterns inside one item of a pattern."""
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
    if name in REPEATS or name == "POSSESSIVE_REPEAT":
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
    if name in REPEATS or name == "POSSESSIVE_REPEAT":
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
