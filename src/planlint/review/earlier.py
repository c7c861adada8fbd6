"""An earlier version of a text beside today's: its lines with what is gone from them, what is new in today's, and which line is which.

不少于40家 that became 不少于45家 is one line on both sides, with 40 gone on the left and 45 new on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Longer paragraphs are told apart as wholes: what changed in them would cost more than it says.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an earlier line; `gone` where today's text no longer has it."""

    text: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """`lines` of the earlier text; `added` spans of today's; for each line of today's the line, counted from 1, that it was."""

    lines: tuple[tuple[Piece, ...], ...]
    added: tuple[Span, ...]
    was: tuple[int, ...]


def beside(old: str, new: str) -> Earlier:
    """Both texts line by line."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in new_lines:
        starts.append(starts[-1] + len(line))
    shown: list[tuple[Piece, ...]] = [()] * len(old_lines)
    added: list[Span] = []
    was = [1] * len(new_lines)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        for j in range(c, d):
            was[j] = min(a + (j - c), max(b - 1, 0)) + 1
        if tag == "equal":
            shown[a:b] = [(Piece(line, gone=False),) for line in old_lines[a:b]]
            continue
        for k in range(max(b - a, d - c)):
            before = old_lines[a + k] if a + k < b else None
            after = new_lines[c + k] if c + k < d else None
            if before is not None:
                shown[a + k] = tuple(_gone(before, after or ""))
            if after is not None:
                at = starts[c + k]
                added += [Span(at + s, at + e) for s, e in _new(before or "", after)]
    return Earlier(tuple(shown), tuple(added), tuple(was))


def _edits(before: str, after: str) -> Sequence[tuple[str, int, int, int, int]]:
    if not before or not after or len(before) + len(after) > _LONGEST:
        return [("replace", 0, len(before), 0, len(after))]
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _gone(before: str, after: str) -> Iterator[Piece]:
    for tag, a, b, _, _ in _edits(before, after):
        if b > a:
            yield Piece(before[a:b], gone=tag != "equal")


def _new(before: str, after: str) -> Iterator[tuple[int, int]]:
    for tag, _, _, c, d in _edits(before, after):
        if tag != "equal" and d > c:
            yield c, d
