"""One line of Markdown in, its words out: `**一、**[实施方案](http://x.cn)` is 一、实施方案; stars that stand for a blank stay."""

from __future__ import annotations

import re
import unicodedata

LINK_TARGET = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(?:https?://|\.{0,2}/|#|mailto:)\S*")
_IMAGE = re.compile(
    r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)|\[[^\[\]\n]{0,200}\])"
)
_LINK = re.compile(
    r"(?<![!\\])\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\](?!:)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(
    r"</?(?:u|b|i|em|strong|font|span|p|div|center|sup|sub|mark|a|img)(?:[ \t][^<>\n]{0,500})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_CODE = re.compile(r"(?<![`\\])(`{1,3})(?!`)([^`\n]{1,500})(?<!`)\1(?!`)")
_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])([^~\n]{0,500}[^\s~])~~(?!~)")
_UNDERLINED = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\W_])([^_\n]{2,500})(?<=[^\s_])\1(?!\w)")
_STARS = re.compile(r"(?<!\\)\*+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def without_comments(text: str) -> str:
    """The text without HTML comments, which may run over lines; their line ends stay, and so do remarks to planlint."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        comment = text[start : end + 3]
        kept = comment if comment.startswith("<!-- planlint:") else "".join(c for c in comment if c in "\r\n")
        parts.append(kept)
        at = end + 3
    return "".join([*parts, text[at:]])


def without_signs(line: str) -> str:
    """The words of one line."""
    if "[" in line:
        line = _NOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", line)))
    if "<" in line:
        line = _TAG.sub("", _BREAK.sub(" ", _ADDRESS.sub(r"\1", line)))
    if "*" in line:
        line = _without_stars(line)
    if "`" in line:
        line = _CODE.sub(r"\2", line)
    if "~" in line:
        line = _STRUCK.sub(r"\1", line)
    if "_" in line:
        line = _UNDERLINED.sub(r"\2", line)
    return _ESCAPE.sub(r"\1", line) if "\\" in line else line


def _without_stars(line: str) -> str:
    """The line without the stars that open and close emphasis; an odd one out (投资**亿元) stays.

    Chinese text is set bold in ways that CommonMark does not allow for (`**一、**支持`), so that pairs of two stars count wherever they
    stand; a single star needs a word on its inner side, as a note's star (*为约束性指标) has none on the other.
    """
    gone: list[tuple[int, int]] = []
    double = [match for match in _STARS.finditer(line) if len(match.group()) > 1]
    if sum(len(match.group()) for match in double) % 4 == 0 or _match(double):
        gone += [match.span() for match in double] if len(double) > 1 else []
    single = [match for match in _STARS.finditer(line) if len(match.group()) == 1]
    opened: re.Match[str] | None = None
    for star in single:
        if opened is not None and _closes(line, star.start()):
            gone += [opened.span(), star.span()]
            opened = None
        elif opened is None and _opens(line, star.start()):
            opened = star
    parts, at = [], 0
    for start, end in sorted(gone):
        parts.append(line[at:start])
        at = end
    return "".join([*parts, line[at:]])


def _match(runs: list[re.Match[str]]) -> bool:
    """Whether runs of stars close one another two by two."""
    return len(runs) % 2 == 0 and all(
        len(a.group()) == len(b.group()) for a, b in zip(runs[::2], runs[1::2], strict=True)
    )


def _opens(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(after.strip()) and not _is_ascii_word(before) and not _is_mark(after)


def _closes(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(before.strip()) and not _is_ascii_word(after) and not _is_mark(before)


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "P"
