"""The lines of a Markdown file in, the signs of its blocks out, a `Line` for each: of `> ## 一、目标` `> ## ` goes, and of a fence all.

What a block is, markdown-it-py says, whose tokens know their lines. Four things are not as in CommonMark, for the plans are not: four
blanks before a line indent it and make no code of it; `>90%` compares and quotes nobody; a number before a paragraph (1. 统筹规划) is the
plan's own; and a line between two bars is a row, whether or not dashes stand below its heads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import blockquote

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

Sign = Literal["quote", "bullet", "number", "heading"]

# The tokens that have signs. Of the others a long file has millions, so that they are not even kept.
_KEPT = frozenset(("blockquote_open", "list_item_open", "heading_open", "hr", "fence", "table_open"))
_SIGNS: dict[Sign, re.Pattern[str]] = {
    "quote": re.compile(r"[ \t]*>(?:[ \t]|(?=>)|$)"),
    "bullet": re.compile(r"[ \t]*[-*+](?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?"),
    "number": re.compile(r"[ \t]*\d{1,9}[.)](?:[ \t]+|$)"),
    "heading": re.compile(r"[ \t]*#{1,6}(?:[ \t]+|$)"),
}
_FENCE_ENDS = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
# An address alone: what CommonMark takes for one besides may be a plan's own words ([附件1]: 方案).
_LINK_TARGET = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(?:https?://|\.{0,2}/|#|mailto:)\S*")


@dataclass(slots=True)
class Line:
    """What Markdown says of one line.

    `signs` stand before it, the outermost first; `prose` has signs among its words too, which code and rows of tables keep; `empty` is a
    line of signs alone.
    """

    signs: list[Sign] = field(default_factory=list)
    prose: bool = True
    empty: bool = False

    def edits(self, line: str) -> Iterator[Edit]:
        """What takes the signs of the blocks away."""
        if self.empty:
            yield from [Edit(0, len(line), "")] if line else ()
            return
        at = 0
        for sign in self.signs:
            found = _SIGNS[sign].match(line, at)
            if found is None:
                continue  # the second line of a quotation may do without
            if sign != "number" and found.end() > at:
                yield Edit(at, found.end(), "")
            at = found.end()
            if sign == "heading":
                yield from _closing(line, at)


class _Signs(list["Token"]):
    """The tokens of a file that have signs."""

    def append(self, token: Token) -> None:
        if token.type in _KEPT:
            super().append(token)


def blocks(lines: Sequence[str]) -> list[Line]:
    """What each line is."""
    found = [Line() for _ in lines]
    for token in _tokens(lines):
        first, end = token.map or (0, 0)
        if token.type == "blockquote_open":
            for line in found[first:end]:
                line.signs.append("quote")
        elif token.type == "list_item_open":
            found[first].signs.append("bullet" if token.markup in "-*+" else "number")
        elif token.type == "heading_open" and token.markup.startswith("#"):
            found[first].signs.append("heading")
        elif token.type == "heading_open":
            found[end - 1].empty = True  # the line of dashes below it
        elif token.type == "hr":
            found[first].empty = True
        elif token.type == "fence":
            _fence(found[first:end], lines[end - 1], token.markup)
        elif token.type == "table_open":
            for number in range(first, end):
                found[number].prose = "|" not in lines[number]
    for line, text in zip(found, lines, strict=True):
        if line.prose and not line.empty:
            bare = text.strip()
            line.prose = not (bare.startswith("|") and bare.endswith("|"))
            line.empty = line.prose and _LINK_TARGET.match(text) is not None
    return found


def _fence(found: Sequence[Line], last: str, markup: str) -> None:
    """Code is kept as it stands; the lines of the fence are empty, of which the second may be missing."""
    for line in found:
        line.prose = False
    found[0].empty = True
    ends = _FENCE_ENDS.match(last)
    if len(found) > 1 and ends is not None and ends[1].startswith(markup):
        found[-1].empty = True


def _closing(line: str, at: int) -> Iterator[Edit]:
    """The signs behind a heading (`# 云岭市行动方案 #`)."""
    bare = line[at:].rstrip().rstrip("#")
    end = at + len(bare.rstrip())
    if bare[-1:] in ("", " ", "\t") and end < len(line):
        yield Edit(end, len(line), "")


def _tokens(lines: Sequence[str]) -> _Signs:
    """The blocks that have signs, the outer before the inner; beyond twenty in one another none."""
    found = _Signs()
    parser = _parser()
    parser.block.parse("\n".join(lines), parser, {}, found)
    return found


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "reference"])
    # the same blocks as before may end where a quotation begins
    parser.block.ruler.at("blockquote", _quote, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return parser


def _quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A quotation, unless its sign has no blank behind it."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] != ">" or state.src[at + 1 : at + 2] not in ("", " ", "\t", "\n", ">"):
        return False
    return blockquote(state, start, end, silent)
