"""Columns of a terminal: a Chinese character takes two, `columns("3家")` is 3."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line does not begin with these.
_CLOSING = frozenset("，。；：、！？）》」』”’%,.;:!?)]}")


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) + sum(
        (east_asian_width(ch) in "WF") - bool(combining(ch)) for ch in text if ch > "\x7f"
    )


def wrap(text: str, width: int, indent: str) -> Iterator[str]:
    """The lines of a text broken at `width` columns: between Chinese characters anywhere, in English at blanks."""
    for paragraph in text.splitlines():
        line, taken = "", 0
        for piece in _pieces(paragraph):
            size = columns(piece)
            if line and taken + columns(piece.rstrip()) > width - len(indent) and piece[0] not in _CLOSING:
                yield f"{indent}{line.rstrip()}"
                line, taken = "", 0
                piece = piece.lstrip()  # noqa: PLW2901 - a line does not begin with the blank it was broken at
                size = columns(piece)
            line += piece
            taken += size
        yield f"{indent}{line.rstrip()}" if line.strip() else ""


def _pieces(text: str) -> Iterator[str]:
    word = ""
    for ch in text:
        if ch == " ":
            word += ch
            yield word
            word = ""
        elif east_asian_width(ch) in "WF":
            if word:
                yield word
                word = ""
            yield ch
        else:
            word += ch
    if word:
        yield word
