"""The lines of a Markdown file in, as many lines of text out: `## 一、总体要求` is 一、总体要求, rows of tables stay as they are.

A line of signs alone (a fence, a rule) becomes an empty line, so that a place in the text is on the same line in the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.read.markdown.inline import LINK_TARGET, without_comments, without_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINES = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
# A sign without a blank behind it is a comparison (>90%).
_QUOTE = re.compile(r" {0,3}>(?:[ \t]|(?=>)|$)")
# A number before a paragraph is the plan's own (1.统筹规划), never a sign of Markdown's.
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_DELIMITERS = re.compile(
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$"
)


def text_of(markdown: str) -> str:
    """The text without its signs; what `<!-- planlint: … -->` says stays, for it answers findings."""
    lines = [match.groups() for match in _LINES.finditer(without_comments(markdown))]
    words = list(_lines([line for line, _ in lines]))
    return "".join(line + end for line, (_, end) in zip(words, lines, strict=True))


def _lines(lines: Sequence[str]) -> Iterator[str]:
    fence = ""
    rows = _rows(lines)
    for number, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            closes = opened is not None and opened[1].startswith(fence) and not line[opened.end() :].strip()
            fence = "" if closes else fence
            yield "" if closes else line
        elif opened is not None and "`" not in line[opened.end() :]:
            fence = opened[1]
            yield ""
        elif number in rows:
            yield line
        else:
            yield _line(line)


def _line(line: str) -> str:
    while quote := _QUOTE.match(line):
        line = line[quote.end() :]
    if _RULE.match(line) or LINK_TARGET.match(line):
        return ""
    heading = _HEADING.match(line)
    if heading is not None:
        words = line[heading.end() :].rstrip()
        bare = words.rstrip("#")
        return without_signs(bare.rstrip() if bare[-1:] in ("", " ", "\t") else words)
    bullet = _BULLET.match(line)
    return without_signs(line[bullet.end() :] if bullet is not None else line)


def _rows(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that are rows of tables: those around a row of dashes, and those between two bars."""
    found: set[int] = set()
    inside = False
    for i, line in enumerate(lines):
        has_bar = "|" in line
        if has_bar and _DELIMITERS.match(line):
            inside = True
            found.add(i - 1)
        inside = inside and has_bar
        if inside or (line.lstrip().startswith("|") and line.rstrip().endswith("|")):
            found.add(i)
    return found
