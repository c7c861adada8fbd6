"""Automatic numbering: numbering.xml and the styles in, the label that Word prints before a paragraph out (一、 （一） 1. ●)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.read.docx.counting import counted
from planlint.read.docx.values import is_on, number
from planlint.read.elements import attribute, child, children

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
# Bullets of the symbol fonts, which number their glyphs from U+F000 on.
_SYMBOLS = {0xB7: "●", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x75: "◆", 0xD8: "➢", 0xFC: "✓", 0x2D: "—", 0x6F: "○"}
_DEEPEST_STYLE = 20


class Level(NamedTuple):
    """How one level of a list counts and prints."""

    start: int = 1
    how: str = "decimal"
    text: str = ""
    restart: int | None = None
    digits: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list definition in use: the abstract one it counts with, its own levels, and where it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The document's lists, counting along as its paragraphs come by in order."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = {attribute(a, "abstractNumId") or "": a for a in children(numbering, "abstractNum")}
        self._levels = {key: _levels_of(abstract) for key, abstract in abstracts.items()}
        self._linked = {
            attribute(child(a, "styleLink")) or "": key
            for key, a in abstracts.items()
            if child(a, "styleLink") is not None
        }
        self._behind = {
            key: attribute(child(a, "numStyleLink")) or ""
            for key, a in abstracts.items()
            if child(a, "numStyleLink") is not None
        }
        self._lists: dict[str, _List] = {}
        for num in children(numbering, "num"):
            self._lists[attribute(num, "numId") or ""] = self._list(num)
        self._counts: dict[str, list[int | None]] = {}

    def _list(self, num: Element) -> _List:
        abstract = attribute(child(num, "abstractNumId")) or ""
        if abstract in self._behind:
            abstract = self._linked.get(self._behind[abstract], abstract)
        levels = dict(self._levels.get(abstract, {}))
        starts = {}
        for override in children(num, "lvlOverride"):
            at = number(override, "ilvl")
            if at is None or not 0 <= at < _LEVELS:
                continue
            own = child(override, "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = number(child(override, "startOverride"))
            if start is not None:
                starts[at] = start
        return _List(abstract, levels, starts)

    def label(self, paragraph: Element) -> str:
        """The label before this paragraph, with the blank that Word leaves behind digits; "" for one without a number."""
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle")) or self._styles.default
        own = child(properties, "numPr")
        inherited, at_style = self._styles.list_of(style)
        num = attribute(child(own, "numId")) or inherited
        found = self._lists.get(num or "")
        if found is None or num == "0":
            return ""
        at = number(child(own, "ilvl"))
        if at is None:
            at = next((i for i, level in found.levels.items() if style and level.style == style), at_style)
        if at not in found.levels:
            return ""
        return _spaced(self._next(found, at))

    def _next(self, found: _List, at: int) -> str:
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        level = found.levels[at]
        if at in found.starts and at not in found.begun:
            counts[at] = found.starts[at]
        else:
            before = counts[at]
            counts[at] = level.start if before is None else before + 1
        found.begun.add(at)
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and at < restart):
                counts[deeper] = None

        def shown(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            if which not in found.levels or which > at:
                return ""
            other = found.levels[which]
            value = counts[which]
            value = other.start if value is None else value
            return counted(value, "decimal" if level.digits and which != at else other.how)

        if level.how == "bullet":
            return "".join(_symbol(ch) for ch in level.text) or "●"
        return _PLACE.sub(shown, level.text)


class Styles:
    """The paragraph styles, as far as they carry numbers."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {attribute(s, "styleId") or "": s for s in children(styles, "style")}
        self.default = next(
            (
                key
                for key, s in self._styles.items()
                if attribute(s, "type") == "paragraph" and attribute(s, "default") in ("1", "true")
            ),
            None,
        )

    def list_of(self, style: str | None) -> tuple[str | None, int]:
        """The list that a style, or one that it is based on, belongs to, and its level there."""
        level: int | None = None
        for _ in range(_DEEPEST_STYLE):
            element = self._styles.get(style or "")
            if element is None:
                break
            properties = child(element, "pPr", "numPr")
            level = number(child(properties, "ilvl")) if level is None else level
            num = attribute(child(properties, "numId"))
            if num is not None:
                return num, level or 0
            style = attribute(child(element, "basedOn"))
        return None, level or 0


def _levels_of(abstract: Element) -> dict[int, Level]:
    return {
        at: _level(level)
        for level in children(abstract, "lvl")
        if (at := number(level, "ilvl")) is not None and 0 <= at < _LEVELS
    }


def _level(level: Element) -> Level:
    start = number(child(level, "start"))
    form = child(level, "numFmt")
    if form is None:
        # newer formats come with an older one to fall back on
        form = child(level, "AlternateContent", "Choice", "numFmt")
    return Level(
        1 if start is None else start,
        attribute(form) or "decimal",
        attribute(child(level, "lvlText")) or "",
        number(child(level, "lvlRestart")),
        is_on(child(level, "isLgl")),
        attribute(child(level, "pStyle")),
    )


def _spaced(label: str) -> str:
    label = label.strip()
    return f"{label} " if label[-1:].isascii() and label[-1:].isalnum() else label


def _symbol(ch: str) -> str:
    return _SYMBOLS.get(ord(ch) - 0xF000, "●") if "\uf000" <= ch <= "\uf8ff" else ch
