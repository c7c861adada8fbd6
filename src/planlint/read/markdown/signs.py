"""One line of Markdown in, the edits that take its signs away out: of `**一、**[实施方案](http://x.cn)` 一、实施方案 is left."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TARGET = r"\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)"
# What goes away whole.
_GONE = re.compile(
    rf"!\[[^\[\]\n]{{0,500}}\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])"
    r"|\[\^[^\[\]\s]{1,40}\](?!:)"
    r"|</?(?:u|b|i|em|strong|font|span|p|div|center|sup|sub|mark|a|img)(?:[ \t][^<>\n]{0,500})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
# What goes away around the words of a group.
_LINK = re.compile(rf"(?<![!\\])\[([^\[\]\n]{{0,500}})\]{_TARGET}")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_CODE = re.compile(r"(?<![`\\])(?:`{1,3})(?!`)([^`\n]{1,500})(?<!`)(?:`{1,3})(?!`)")
_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])([^~\n]{0,500}[^\s~])~~(?!~)")
_UNDERLINED = re.compile(r"(?<![\w\\])__?(?=[^\W_])([^_\n]{2,500})(?<=[^\s_])__?(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_STARS = re.compile(r"(?<!\\)\*+")


def _gone(line: str) -> Iterator[Edit]:
    for match in _GONE.finditer(line):
        yield Edit(*match.span(), "")


def _breaks(line: str) -> Iterator[Edit]:
    for match in _BREAK.finditer(line):
        yield Edit(*match.span(), " ")


def _around(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Edit]]:
    def edits(line: str) -> Iterator[Edit]:
        for match in pattern.finditer(line):
            yield Edit(match.start(), match.start(1), "")
            yield Edit(match.end(1), match.end(), "")

    return edits


def _stars(line: str) -> Iterator[Edit]:
    """The stars that open and close emphasis; an odd one out (投资**亿元) stays.

    Chinese text is set bold in ways that CommonMark does not allow for (`**一、**支持`), so that pairs of two stars count wherever they
    stand; a single star needs a word on its inner side, which a note's star (*为约束性指标，*为预期性) has not.
    """
    runs = list(_STARS.finditer(line))
    double = [run for run in runs if len(run.group()) > 1]
    gone = double if len(double) > 1 and _are_pairs(double) else []
    opened: re.Match[str] | None = None
    for star in (run for run in runs if len(run.group()) == 1):
        if opened is not None and _closes(line, star.start()):
            gone = [*gone, opened, star]
            opened = None
        elif opened is None and _opens(line, star.start()):
            opened = star
    for run in sorted(gone, key=lambda run: run.start()):
        yield Edit(*run.span(), "")


def _are_pairs(runs: Sequence[re.Match[str]]) -> bool:
    """Whether runs of stars close one another; four at once close and open."""
    sizes = [len(run.group()) for run in runs]
    return sum(sizes) % 4 == 0 or (len(sizes) % 2 == 0 and sizes[::2] == sizes[1::2])


def _opens(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(after.strip()) and not _is_ascii_word(before) and not _is_punctuation(after)


def _closes(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(before.strip()) and not _is_ascii_word(after) and not _is_punctuation(before)


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P"


# In this order, each where the line holds one of its characters: a picture may stand in a link, a link in bold type.
INLINE: tuple[tuple[str, Callable[[str], Iterator[Edit]]], ...] = (
    ("[", _gone),
    ("<", _gone),
    ("[", _around(_LINK)),
    ("<", _breaks),
    ("<", _around(_ADDRESS)),
    ("*", _stars),
    ("`", _around(_CODE)),
    ("~", _around(_STRUCK)),
    ("_", _around(_UNDERLINED)),
    ("\\", _around(_ESCAPE)),
)
