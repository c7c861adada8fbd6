"""Everything shaped like a label: `一、`, `(一)`, `1.`, `(1)`, `①`, `第三条`, `2.1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.outline.position import HAN, Position, before_digits, in_list, position_of, refuted
from planlint.text.numerals import format_han

if TYPE_CHECKING:
    from planlint.model.document import CleanText
    from planlint.outline.vocabulary import HeadingWords


_PAREN = frozenset({"han_paren", "arabic_paren"})
_MARKS = ("、", ".")
_LONGEST_FRACTION = 2
_OPENING = ("(", "（", "〔", "")


@dataclass(frozen=True, slots=True)
class Label:
    """A label-shaped stretch: where it stands, its style and number, and how strong its position is.

    `major` is what precedes the last number of `2.3`, empty for the other styles. `listed` marks a 1 that
    opens a list of attachments or notes (附件：1.……). `digits` is how many digits stand right behind it (2.530创业项目).
    """

    start: int
    end: int
    style: str
    value: int
    position: Position
    major: str = ""
    listed: bool = False
    digits: int = 0

    @property
    def key(self) -> str:
        """Labels of one sequence share the key: the style, with `2.` for `2.3`."""
        return self.style + self.major


@lru_cache(maxsize=1)
def _shapes() -> re.Pattern[str]:
    return re.compile(
        # one look at the first character spares most of them all the alternatives
        rf"(?=[(（〔【第{HAN}—－\d①-⑳㈠-㈩⑴-⒇⒈-⒛])(?:[(（〔【][ \u3000]?(?:(?P<han_paren>[{HAN}]{{1,5}})|(?P<arabic_paren>\d{{1,3}}))"
        r"[ \u3000]?[)）〕】]"
        rf"|第[ \u3000]?(?:(?P<han_ordinal>[{HAN}]{{1,5}})|(?P<arabic_ordinal>\d(?:[ \u3000]?\d){{0,2}}))[ \u3000]?"
        r"(?P<ordinal_unit>部分|[编篇章节条])"
        rf"|(?P<han>[{HAN}]{{1,5}})[ \u3000]?(?P<han_mark>[、.．)）])"
        r"|(?<![—－])(?P<dash>[—－])、"
        r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?=[ \t\u3000“]|[^\W\da-zA-Z_])"
        r"|(?P<arabic>\d{1,3})[ \u3000]?(?P<arabic_mark>[.．、)）])"
        r"|(?P<circled>[①-⑳])|(?P<one_sign>[㈠-㈩⑴-⒇⒈-⒛]))"
    )


@lru_cache(maxsize=1)
def _han_values() -> dict[str, int]:
    values = {format_han(n): n for n in range(1, 200)}
    values |= {name[1:]: n for name, n in values.items() if 10 <= n < 20 and name.startswith("一十")}
    return values


_SIGNS = (("㈠", "han_paren"), ("⒈", "arabic"), ("⑴", "arabic_paren"))
_UNITS = {"部分": "part", "编": "part", "篇": "part", "章": "chapter", "节": "node", "条": "article"}


def find_labels(clean: CleanText, words: HeadingWords) -> list[Label]:
    """Return all label shapes of the plan's text in order, those that their neighbours refute left out."""
    text = clean.text
    zones = iter(clean.chrome)
    zone = next(zones, None)
    found: list[Label] = []
    for match in _shapes().finditer(text):
        while zone is not None and zone.span.end <= match.start():
            zone = next(zones, None)
        if zone is not None and zone.span.start < match.end():
            continue
        read = _read(match)
        if read is None:
            continue
        style, value, major = read
        start, end = match.span()
        if style in _PAREN and text[end : end + 1] in _MARKS and text[end + 1 : end + 2] not in _OPENING:
            end += 1
        position = position_of(text, start, style, words)
        if style.endswith("decimal") and position is not Position.LINE:
            continue
        if style == "decimal":
            found += _before_number(match, position)
        if not refuted(text, Span(start, end), style, position, words):
            listed = value == 1 and in_list(text, start, words)
            digits = before_digits(text, end, style, position)
            if not digits or position is Position.LINE:
                found.append(Label(start, end, style, value, position, major, listed, digits))
    return _in_turn(found) if any(label.digits for label in found) else found


def _before_number(match: re.Match[str], position: Position) -> list[Label]:
    """The other reading of 4.1篇论文 at the head of a line: the label 4. before a number."""
    digits = match["decimal"].partition(".")
    end = match.start() + len(digits[0]) + 1
    return [Label(match.start(), end, "arabic", int(digits[0]), position, digits=len(digits[2]))]


def _in_turn(labels: list[Label]) -> list[Label]:
    """The labels without numbers such as 2.5亿元 at the head of a line.

    A label with digits right behind it stays between its neighbours (1.…… 2.530创业项目 3.……), or behind the one before it where
    the digits are too many for a decimal fraction and the number does not come again.
    """
    latest: dict[str, int] = {}
    following: list[int | None] = [None] * len(labels)
    ahead: dict[str, int] = {}
    for index in range(len(labels) - 1, -1, -1):
        label = labels[index]
        if label.position is Position.LINE:
            following[index] = ahead.get(label.key)
            ahead[label.key] = label.value
    kept: list[Label] = []
    for label, after in zip(labels, following, strict=True):
        if label.digits:
            closes = label.digits > _LONGEST_FRACTION and after != label.value
            if latest.get(label.key) != label.value - 1 or not (after == label.value + 1 or closes):
                continue
        if label.position is Position.LINE:
            latest[label.key] = label.value
        if kept and kept[-1].start == label.start:
            continue  # 4. before a number, and not 4.1
        kept.append(label)
    return kept


def _read(match: re.Match[str]) -> tuple[str, int, str] | None:
    """Return style, number and major part of a match, None where the numeral is none."""
    kind = match.lastgroup
    if kind == "decimal":
        major, _, minor = match["decimal"].rpartition(".")
        return ("deep_decimal" if "." in major else "decimal"), int(minor), major
    if kind == "circled":
        return "circled", ord(match["circled"]) - ord("①") + 1, ""
    if kind == "one_sign":
        first, style = next(pair for pair in _SIGNS if match["one_sign"] >= pair[0])
        return style, ord(match["one_sign"]) - ord(first) + 1, ""
    if kind == "arabic_mark":
        return ("arabic_half" if match["arabic_mark"] in ")）" else "arabic"), int(match["arabic"]), ""
    if kind == "arabic_paren":
        return "arabic_paren", int(match["arabic_paren"]), ""
    if kind == "dash":
        return "han_dun", 1, ""
    if kind == "ordinal_unit":
        style, han = _UNITS[match["ordinal_unit"]], match["han_ordinal"]
        if han is None:
            # a PDF's text layer parts the digits: 第 1 0 条
            return style, int("".join(match["arabic_ordinal"].split())), ""
    elif kind == "han_paren":
        style, han = "han_paren", match["han_paren"]
    else:
        style, han = ("han_half" if match["han_mark"] in ")）" else "han_dun"), match["han"]
    value = _han_values().get(han)
    return None if value is None else (style, value, "")
