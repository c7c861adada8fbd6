"""A Markdown file in, its text out and the way back: `## 一、总体要求` is 一、总体要求, and a repair of it leaves the ## where it is.

Every line stays a line, so that a place in the text is on the same line in the file.
"""

from __future__ import annotations

import difflib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit, apply_edits
from planlint.model.span import Span
from planlint.read.markdown.blocks import around, kinds
from planlint.read.markdown.signs import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.alignment import Alignment

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_REMARK = "<!-- planlint:"


def text_of(markdown: str) -> str:
    """The text without its signs; what `<!-- planlint: … -->` says stays, for it answers findings."""
    bare, _ = apply_edits(markdown, _comments(markdown)) if "<!--" in markdown else (markdown, None)
    return "".join(text + end for _, (text, _), end in _stripped(bare))


def in_file(markdown: str, text: str) -> str | None:
    """The file for a text that was changed within its lines: every sign that reading drops is where it was; None for other changes."""
    bare, comments = apply_edits(markdown, _comments(markdown))
    lines = _LINE_END.split(text)[::2]
    old = list(_stripped(bare))
    if len(lines) != len(old):
        return None
    edits, at = [], 0
    for new, (line, (stripped, steps), end) in zip(lines, old, strict=True):
        for edit in _changes(stripped, new):
            span = Span(edit.start, edit.end)
            for step in reversed(steps):
                span = step.to_source(span)
            found = comments.to_source(Span(at + span.start, at + span.end))
            edits.append(Edit(*found, edit.text))
        at += len(line) + len(end)
    if any(after.start < before.end for before, after in pairwise(edits)):
        return None
    return apply_edits(markdown, edits)[0]


def _changes(old: str, new: str) -> Iterator[Edit]:
    if old == new:
        return
    for what, start, end, new_start, new_end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what != "equal":
            yield Edit(start, end, new[new_start:new_end])


def _stripped(markdown: str) -> Iterator[tuple[str, tuple[str, list[Alignment]], str]]:
    """Each line with its text, the steps back from it, and its end."""
    parts = [*_LINE_END.split(markdown), ""]
    lines = parts[::2]
    for line, end, kind in zip(lines, parts[1::2], kinds(lines), strict=True):
        if kind == "prose":
            yield line, _without_signs(line), end
        else:
            yield line, _edited(line, [Edit(0, len(line), "")] if kind == "empty" and line else []), end


def _without_signs(line: str) -> tuple[str, list[Alignment]]:
    text, steps = _edited(line, list(around(line)))
    for char, find in INLINE:
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
            for begin, stop in _between_line_ends(text, start, at):
                yield Edit(begin, stop, "")


def _between_line_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.compile(r"[^\r\n]+").finditer(text, start, end):
        yield match.span()
