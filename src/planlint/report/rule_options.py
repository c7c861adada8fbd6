"""The options of a rule as lines of its page: each with its type, and the value that it has until a configuration says another."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from planlint.rulebook.options import OneOf, Regex, Rows, without_none

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.rulebook.options import Option
    from planlint.words import Words

_PLAIN = {Regex: "type.regex", bool: "type.bool", int: "type.int", float: "type.float", str: "type.str"}
# A list of names is shown whole up to here.
_LONGEST = 120


def option_lines(
    options: Iterable[Option], given: Mapping[str, Any], way: str | None, words: Words
) -> Iterator[str]:
    """A line of Markdown for each option; `way` is the one that a configuration leaves alone."""
    for option in options:
        head = words.say("option.line", name=option.name, type=type_said(option.type, words))
        said = _value(given.get(option.name, option.default), words)
        note = words.say("option.note", note=words["option.way"]) if option.name == way else ""
        yield f"- {words.say('option.value', head=head, value=said)}{note}"


def type_said(type_: Any, words: Words) -> str:  # noqa: ANN401 - a type of any form
    """What may be written: 正则表达式, 列表：文字, text、placeholder 之一."""
    bare = without_none(type_)
    if isinstance(bare, OneOf):
        return words.say("type.one_of", names=words.join(bare.names))
    if isinstance(bare, Rows):
        return words.say("type.rows", keys=words.join(f"`{name}`" for name in bare.names))
    if get_origin(bare) is list:
        return words.say("type.list", of=type_said(get_args(bare)[0], words))
    if get_origin(bare) is dict:
        old, new = (type_said(part, words) for part in get_args(bare))
        return words.say("type.dict", old=old, new=new)
    if get_origin(bare) is UnionType:  # int | float
        return type_said(get_args(bare)[-1], words)
    return words[_PLAIN[bare]]


def _value(value: Any, words: Words) -> str:  # noqa: ANN401 - YAML holds anything
    if value is None or value == []:
        return words["option.none"]
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        text = words.join(value)
    elif isinstance(value, (list, dict)):
        return words.say("option.entries", n=len(value))
    else:
        text = str(value)
    text = " ".join(text.split())
    return f"`` {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'} ``"
