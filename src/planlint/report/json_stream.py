"""A JSON object written as its parts come: a comparison of thousands is never one value, and the text is that of `json.dumps(…, indent=1)`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def object_pieces(record: Mapping[str, Any], *, ascii_only: bool) -> Iterator[str]:
    r"""The pieces of the text. A value that is an iterator is an array of what it gives, an item a piece.

    >>> "".join(object_pieces({"plans": iter([1, 2]), "text": None}, ascii_only=False))
    '{\n "plans": [\n  1,\n  2\n ],\n "text": null\n}'
    """
    mark = "{"
    for key, value in record.items():
        yield f"{mark}\n {json.dumps(key, ensure_ascii=ascii_only)}: "
        if isinstance(value, Iterator):
            yield from _array(value, ascii_only=ascii_only)
        else:
            yield _indented(value, 1, ascii_only=ascii_only)
        mark = ","
    yield "\n}" if record else "{}"


def _array(items: Iterator[Any], *, ascii_only: bool) -> Iterator[str]:
    mark = "["
    for item in items:
        yield f"{mark}\n  {_indented(item, 2, ascii_only=ascii_only)}"
        mark = ","
    yield "[]" if mark == "[" else "\n ]"


def _indented(value: Any, depth: int, *, ascii_only: bool) -> str:  # noqa: ANN401 - whatever JSON can hold
    # a line break inside a text is written as \n: those that are found are between the values
    return json.dumps(value, ensure_ascii=ascii_only, indent=1).replace("\n", "\n" + " " * depth)
