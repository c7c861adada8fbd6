"""The lines of a Markdown file in, what each of them is out: a row of a table and code stay as they are, a rule and a fence are empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["prose", "kept", "empty"]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$")
_LINK_TARGET = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(?:https?://|\.{0,2}/|#|mailto:)\S*")
# A sign without a blank behind it is a comparison (>90%).
_QUOTE = re.compile(r" {0,3}>(?:[ \t]|(?=>)|$)")
# A number before a paragraph is the plan's own (1.统筹规划), never a sign of Markdown's.
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_DASHES = r"[ \t]*:?-+:?[ \t]*"
_DELIMITERS = re.compile(rf"[ \t]*\|?{_DASHES}(?:\|{_DASHES})+\|?[ \t]*$|[ \t]*\|{_DASHES}\|[ \t]*$")


def kinds(lines: Sequence[str]) -> Iterator[Kind]:
    """What each line is; `empty` are lines of signs alone."""
    fence = ""
    rows = _rows(lines)
    for number, line in enumerate(lines):
        opened = _FENCE.match(line)
        rest = line[opened.end() :] if opened is not None else ""
        if fence:
            closes = opened is not None and opened[1].startswith(fence) and not rest.strip()
            fence = "" if closes else fence
            yield "empty" if closes else "kept"
        elif opened is not None and "`" not in rest:
            fence = opened[1]
            yield "empty"
        elif number in rows:
            yield "kept"
        else:
            yield "empty" if _RULE.match(line) or _LINK_TARGET.match(line) else "prose"


def around(line: str) -> Iterator[Edit]:
    """The signs before a line of prose (a quotation's, a heading's, a list's) and behind it."""
    at = 0
    while quote := _QUOTE.match(line[at:]):
        at += quote.end()
    heading = _HEADING.match(line[at:])
    sign = heading or _BULLET.match(line[at:])
    at += sign.end() if sign is not None else 0
    if at:
        yield Edit(0, at, "")
    if heading is not None:
        bare = line[at:].rstrip().rstrip("#")
        end = at + len(bare.rstrip())
        if bare[-1:] in ("", " ", "\t") and end < len(line):
            yield Edit(end, len(line), "")


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
