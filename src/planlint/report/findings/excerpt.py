"""The source line of a finding with carets under its very characters, a window of it where the line is long."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.text.width import columns

if TYPE_CHECKING:
    from planlint.model.document import SourceDocument
    from planlint.model.span import Span

_CUT = "..."
# so much of the room goes to what stands before the place
_LEAD_SHARE = 3
_FARTHEST = 2000


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of one source line, cut at `…` where more follows, and the columns that the carets take."""

    text: str
    lead: int
    carets: int


def excerpt(source: SourceDocument, span: Span, room: int) -> Excerpt | None:
    """At most `room` columns of the line where `span` begins; None where there is nothing to point at."""
    text = source.text
    if span.length == 0 or (span.start == 0 and span.end >= len(text)):
        return None
    _line, column = source.place(span.start)
    begin = span.start - column + 1
    stop = _line_end(text, span.start)
    end = min(span.end, stop)
    if end <= span.start:  # the finding is a line break itself
        end = span.start
    whole = stop - begin <= room and columns(_visible(text[begin:stop])) <= room
    spare = 0 if whole else 2 * len(_CUT)
    marked = _visible(text[span.start : _fitting(text, span.start, end, room - spare)])
    size = max(columns(marked), 1)
    left, before = _backwards(
        text, begin, span.start, room if whole else max((room - size - spare) // _LEAD_SHARE, 0)
    )
    head = _CUT if left > begin and text[max(begin, left - _FARTHEST) : left].strip() else ""
    lead = columns(head) + columns(before)
    right_room = room if whole else max(room - lead - size - len(_CUT), 0)
    tail_from = span.start + len(marked)
    tail_to = _fitting(text, tail_from, stop, right_room)
    tail = _visible(text[tail_from:tail_to])
    cut = _CUT if tail_to < stop and text[tail_to:stop].strip() else ""
    return Excerpt(f"{head}{before}{marked}{tail}{cut}".rstrip(), lead, size)


def _line_end(text: str, at: int) -> int:
    # no terminal is wider than this, and a document in one line must not be searched to its end for every finding
    far = min(at + _FARTHEST, len(text))
    ends = [end for end in (text.find("\n", at, far), text.find("\r", at, far)) if end >= 0]
    return min(ends, default=far)


def _fitting(text: str, start: int, stop: int, room: int) -> int:
    """The end of the longest stretch from `start` that takes no more than `room` columns."""
    at = start
    taken = 0
    while at < stop:
        taken += columns(_visible(text[at]))
        if taken > room:
            break
        at += 1
    return at


def _backwards(text: str, begin: int, at: int, room: int) -> tuple[int, str]:
    left = at
    taken = 0
    while left > begin:
        taken += columns(_visible(text[left - 1]))
        if taken > room:
            break
        left -= 1
    shown = _visible(text[left:at])
    bare = shown.lstrip(" \u3000") if left == begin else shown
    return left + len(shown) - len(bare), bare


def _visible(text: str) -> str:
    """The text with a blank for every character that a terminal does not show as one glyph of known width."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(" " if ch != "\u3000" and unicodedata.category(ch) in _UNSEEN else ch for ch in text)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Me"})
