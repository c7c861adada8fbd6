"""Columns of a terminal: a Chinese character takes two, `columns("3家")` is 3."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line does not begin with these, nor end with those.
_CLOSING = frozenset("，。；：、！？）》」』】〕”’…%,.;:!?)]}")
_OPENING = frozenset("（《「『【〔“‘([{")


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(ch) else 2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def wrap(text: str, width: int, indent: str = "") -> Iterator[str]:
    """The lines of a text broken at `width` columns: between Chinese characters anywhere, in English at blanks.

    No line is wider, unless `width` has no room for two characters; nothing in a line steers a terminal.
    """
    room = max(2, width - len(indent))
    for paragraph in text.split("\n"):
        line, taken = "", 0
        for piece in _pieces(visible(paragraph), room):
            size = columns(piece.rstrip(" "))
            if line and taken + size > room:
                yield f"{indent}{line.rstrip()}"
                line, taken = "", 0
                piece = piece.lstrip(" ")  # noqa: PLW2901 - a line does not begin with the blank it was broken at
            line += piece
            taken += columns(piece)
        yield f"{indent}{line.rstrip()}" if line.strip() else ""


def _pieces(text: str, room: int) -> Iterator[str]:
    """What must stay together: a Latin word with its blank, a character with the marks that lean on it."""
    piece = ""
    for ch in text:
        if piece and not _together(piece[-1], ch):
            yield from _fitting(piece, room)
            piece = ""
        piece += ch
    yield from _fitting(piece, room)


def _together(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING:
        return True
    if before == " ":
        return after == " "
    return after == " " or (east_asian_width(before) not in "WF" and east_asian_width(after) not in "WF")


def _fitting(piece: str, room: int) -> Iterator[str]:
    # an address or a row of brackets longer than the line is cut where the line ends
    while columns(piece.rstrip(" ")) > room:
        size = count = 0
        for count, ch in enumerate(piece):  # noqa: B007 - how many characters fit
            size += columns(ch)
            if size > room:
                break
        yield piece[: max(count, 1)]
        piece = piece[max(count, 1) :]
    if piece:
        yield piece


def flat(text: str) -> str:
    """The text in one line, and nothing in it that would steer a terminal."""
    line = one_line(text)
    return line if line.isprintable() else "".join(ch if ch.isprintable() else "\ufffd" for ch in line)


def shortened(text: str, most: int) -> str:
    """The text, cut at `most` characters where it is longer: `…` says so."""
    return text if len(text) <= most else f"{text[:most]}…"


def one_line(text: str) -> str:
    """The text without line breaks: a message may quote a broken paragraph; what would act is shown."""
    return visible(" ".join(text.split()))
