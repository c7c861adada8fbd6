"""A Markdown file in, its text out and the way back: `## 一、总体要求` is 一、总体要求, and a repair of it leaves the ## where it is.

Every line stays a line, so that a place in the text is on the same line in the file.

Blocks are markdown-it-py's (blocks.py). The signs inside a line are ours (signs.py): its inline tokens are words without places, from which
the way back could only be searched for; and CommonMark leaves `**一、**支持` as it is, where a mark meets a Han character, which plans do.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit, apply_edits
from planlint.model.span import Span
from planlint.read.markdown.blocks import blocks
from planlint.read.markdown.signs import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.alignment import Alignment
    from planlint.read.markdown.blocks import Line

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_IN_LINE = re.compile(r"[^\r\n]+")
_EMPHASIS = "*_~`"
_REMARK = "<!-- planlint:"


def text_of(markdown: str) -> str:
    """The text without its signs; what `<!-- planlint: … -->` says stays, for it answers findings."""
    bare, _ = apply_edits(markdown, _comments(markdown)) if "<!--" in markdown else (markdown, None)
    return "".join(text + end for _, (text, _), end in _stripped(bare))


class File:
    """A file as it stands, and where in it the characters of its text are."""

    def __init__(self, markdown: str) -> None:
        self._markdown = markdown
        bare, self._comments = apply_edits(markdown, _comments(markdown))
        # of each line: where it begins in the text and in the file without comments, and its steps back
        self._starts: list[int] = []
        self._lines: list[tuple[int, list[Alignment]]] = []
        texts: list[str] = []
        at = begin = 0
        for line, (text, steps), end in _stripped(bare):
            self._starts.append(begin)
            self._lines.append((at, steps))
            texts.append(text + end)
            at += len(line) + len(end)
            begin += len(text) + len(end)
        self.text = "".join(texts)

    def carries(self, edit: Edit) -> bool:
        """Whether an edit of the text can be made in the file: within one line, and across no sign."""
        old = self.text[edit.start : edit.end]
        if any(char in "\r\n" for char in old + edit.text):
            return False
        start, end = self._place(edit)
        if self._markdown[start:end] != old:
            return False
        # the blank behind **标题。** closes the emphasis: without it the signs are read as words
        beside = self._markdown[max(0, start - 1) : start] + self._markdown[end : end + 1]
        return not (old.isspace() and any(char in _EMPHASIS for char in beside))

    def with_edits(self, edits: Iterable[Edit]) -> str:
        """The file with the edits of its text, sorted and disjoint, at their places; every sign is where it was."""
        return apply_edits(self._markdown, [Edit(*self._place(edit), edit.text) for edit in edits])[0]

    def _place(self, edit: Edit) -> Span:
        number = bisect.bisect_right(self._starts, edit.start) - 1
        at, steps = self._lines[number]
        span = Span(edit.start - self._starts[number], edit.end - self._starts[number])
        for step in reversed(steps):
            span = step.to_source(span)
        return self._comments.to_source(Span(at + span.start, at + span.end))


def _stripped(markdown: str) -> Iterator[tuple[str, tuple[str, list[Alignment]], str]]:
    """Each line with its text, the steps back from it, and its end."""
    parts = [*_LINE_END.split(markdown), ""]
    lines = parts[::2]
    for line, end, block in zip(lines, parts[1::2], blocks(lines), strict=True):
        yield line, _without_signs(line, block), end


def _without_signs(line: str, block: Line) -> tuple[str, list[Alignment]]:
    text, steps = _edited(line, list(block.edits(line)))
    for char, find in INLINE if block.prose else ():
        if char in text:
            text, more = _edited(text, list(find(text)))
            steps += more
    return text, steps


def _edited(line: str, edits: list[Edit]) -> tuple[str, list[Alignment]]:
    """The edited line and its one step back; no step where nothing changes."""
    if not edits:
        return line, []
    text, step = apply_edits(line, edits)
    return text, [step]


def _comments(text: str) -> Iterator[Edit]:
    """HTML comments, which may run over lines; their line ends stay."""
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        at = end + 3
        if not text.startswith(_REMARK, start):
            for match in _IN_LINE.finditer(text, start, at):
                yield Edit(*match.span(), "")
