"""Replace pieces of a text and keep the way back: `apply_edits("a  b", [Edit(1, 3, " ")])` gives `"a b"` and its alignment."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `text`; the edits of one pass are sorted and disjoint."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The map from an edited text back to the text before, as runs.

    Run i starts at `clean_at[i]` in the edited text and covers `[source_at[i], source_to[i])` before. An equal run
    maps character to character; a replaced run shares the whole block. A deletion is a gap between two runs.
    """

    clean_at: tuple[int, ...]
    source_at: tuple[int, ...]
    source_to: tuple[int, ...]
    equal: tuple[bool, ...]
    clean_length: int
    source_length: int

    def __post_init__(self) -> None:
        for i, at in enumerate(self.clean_at):
            stop = self.clean_at[i + 1] if i + 1 < len(self.clean_at) else self.clean_length
            if stop <= at or (self.equal[i] and stop - at != self.source_to[i] - self.source_at[i]):
                raise ValueError(f"run {i} is not consistent")
            if i and self.source_at[i] < self.source_to[i - 1]:
                raise ValueError(f"run {i} goes back")

    def to_source(self, span: Span) -> Span:
        """The span before the edits: start of the first character's origin to end of the last one's.

        An empty span maps to a point. What was deleted next to a match is not swallowed; what was deleted inside is.
        """
        start, end = span
        if end <= start:
            point = self._first(start) if start < self.clean_length else self.source_length
            return Span(point, point)
        i = bisect.bisect_right(self.clean_at, end - 1) - 1
        last = self.source_at[i] + (end - self.clean_at[i]) if self.equal[i] else self.source_to[i]
        return Span(self._first(start), last)

    def from_source(self, span: Span) -> Span:
        """The span after the edits of what is left of a span before them; empty where all of it was deleted.

        A replaced run that the span touches belongs to it as a whole.
        """
        start = self._after(span.start, ends=False)
        return Span(
            start, max(start, self._after(span.end - 1, ends=True)) if span.end > span.start else start
        )

    def _after(self, offset: int, *, ends: bool) -> int:
        """Where the character at `offset` begins or ends after the edits; what was deleted has no length."""
        i = bisect.bisect_right(self.source_at, offset) - 1
        if i < 0:
            return 0
        stop = self.clean_at[i + 1] if i + 1 < len(self.clean_at) else self.clean_length
        if offset >= self.source_to[i]:
            return stop
        if self.equal[i]:
            return self.clean_at[i] + offset - self.source_at[i] + ends
        return stop if ends else self.clean_at[i]

    def _first(self, offset: int) -> int:
        i = bisect.bisect_right(self.clean_at, offset) - 1
        return self.source_at[i] + (offset - self.clean_at[i]) if self.equal[i] else self.source_at[i]


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """The edited text and the alignment back to `text`; raises ValueError where edits overlap or are out of order."""
    parts: list[str] = []
    clean_at: list[int] = []
    source_at: list[int] = []
    source_to: list[int] = []
    equal: list[bool] = []
    length = at = 0

    def run(start: int, stop: int, replacement: str | None) -> None:
        nonlocal length
        piece = text[start:stop] if replacement is None else replacement
        if not piece:
            return
        clean_at.append(length)
        source_at.append(start)
        source_to.append(stop)
        equal.append(replacement is None)
        parts.append(piece)
        length += len(piece)

    for edit in edits:
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise ValueError(f"edit {edit} overlaps the one before, or is out of the text")
        run(at, edit.start, None)
        run(edit.start, edit.end, edit.text)
        at = edit.end
    run(at, len(text), None)
    alignment = Alignment(
        tuple(clean_at), tuple(source_at), tuple(source_to), tuple(equal), length, len(text)
    )
    return "".join(parts), alignment


def composed(passes: Sequence[Alignment], before: str, after: str) -> tuple[Edit, ...]:
    """The edits that make `after` of `before` in one step, where `passes` made it in several; sorted, disjoint, none empty."""
    kept = [(0, 0, len(after))] if after else []
    for alignment in reversed(passes):
        kept = [piece for whole in kept for piece in _kept_through(alignment, *whole)]
    edits = []
    at = source = 0
    for new, old, length in [*kept, (len(after), len(before), 0)]:
        if new > at or old > source:
            edit = trimmed(Edit(source, old, after[at:new]), before)
            if edit.end > edit.start or edit.text:
                edits.append(edit)
        at, source = new + length, old + length
    return tuple(edits)


def _kept_through(alignment: Alignment, at: int, low: int, length: int) -> Iterator[tuple[int, int, int]]:
    """Of a piece that stands at `low` in the edited text, what was there before, as (place in the last text, place before, length)."""
    i = bisect.bisect_right(alignment.clean_at, low) - 1
    while i < len(alignment.clean_at) and alignment.clean_at[i] < low + length:
        begin = alignment.clean_at[i]
        stop = alignment.clean_at[i + 1] if i + 1 < len(alignment.clean_at) else alignment.clean_length
        start, end = max(begin, low), min(stop, low + length)
        if alignment.equal[i] and start < end:
            yield at + start - low, alignment.source_at[i] + start - begin, end - start
        i += 1


def trimmed(edit: Edit, text: str) -> Edit:
    """The edit without what is the same before and after: 50—100万元 to 50万元—100万元 is 万元 put in."""
    old, new = text[edit.start : edit.end], edit.text
    most = min(len(old), len(new))
    lead = next((i for i in range(most) if old[i] != new[i]), most)
    most -= lead
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return Edit(edit.start + lead, edit.end - tail, new[lead : len(new) - tail])
