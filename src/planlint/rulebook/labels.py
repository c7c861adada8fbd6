"""Labels before values as one pattern over rules/lexicon/labels.yaml: in `（牵头单位：甲局；完成时限：6月底）` 牵头单位 asks for units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.fact import Role
    from planlint.model.terms import LabelKind
    from planlint.rulebook.book import Rulebook

# A label ends in a colon, in the bracket that it alone stands in (【责任单位】), or, at the start of its line, in a blank.
_END = re.compile("[:：】\\]〕 \u3000]")
_LONGEST = 20
_BOXES = {"】": "【", "]": "[", "〕": "〔"}
_BLANKS = " \u3000"
_COLONS_AND_BLANKS = ":：" + _BLANKS
_LINE_START = "\n（([【"
# What may stand right before a label that is made of common words: a line's start, a bracket, the end of the value before it.
_EDGE = _LINE_START + _BLANKS + "〔；;，,。—-·●*#|：:）)]】\\"
_JOIN = "(?:及其他|以及|及其|及|和|与|或|暨|、|/|／)"


class Label(NamedTuple):
    """A label at its place: `start` where its words begin (its opening 【 before them included), `end` where its value begins."""

    start: int
    end: int
    words: str
    kind: LabelKind
    role: Role | None
    boxed: bool


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The patterns of one rulebook; `find` gives the labels of a text in order. `leading` is a label for units without any mark behind it."""

    units: re.Pattern[str]
    leading: re.Pattern[str]
    alone: re.Pattern[str]
    kinds: tuple[tuple[LabelKind, re.Pattern[str]], ...]
    role_words: re.Pattern[str]
    roles: dict[str, Role]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Label]:
        """The labels of a stretch: found at the colons, so that a text without any costs one search."""
        for mark in _END.finditer(text, start, len(text) if end is None else end):
            label = self._ending(text, max(start, mark.start() - _LONGEST), mark)
            if label is not None:
                yield label

    def opens(self, line: str) -> bool:
        """Whether a line begins with a label, be it in brackets: 完成时限：…, （责任单位：…."""
        head = line[: _LONGEST + 4]
        return any(not head[: label.start].strip(" （([【〔\\*#-—·●") for label in self.find(head))

    def role_of(self, words: str) -> tuple[bool, Role | None]:
        """Whether the words are a label for units, and the role that they give; None where they name two that differ."""
        squeezed = "".join(words.split())
        if self.units.fullmatch(squeezed) is None and self.alone.fullmatch(squeezed) is None:
            return False, None
        return True, self._role(squeezed)

    def _ending(self, text: str, low: int, mark: re.Match[str]) -> Label | None:
        """The label that ends at a mark."""
        sign, stop = mark.group(), mark.start()
        found, kind = self._words(text, low, stop)
        if found is None:
            return None
        begin = found.start()
        before = text[begin - 1] if begin else "\n"
        boxed = sign in _BOXES
        if boxed and before != _BOXES[sign]:
            return None
        # 责任单位, 完成时限 are labels whatever stands before, 期限 may be one of many; a blank is no colon inside a line
        certain = found.groupdict().get("two") is not None
        if sign in _BLANKS and not (certain and before in _LINE_START):
            return None
        if not certain and before not in _EDGE:
            return None
        words = "".join(found.group("words").split())
        role = self._role(words) if kind == "units" else None
        return Label(begin - 1 if boxed else begin, _value_start(text, mark.end()), words, kind, role, boxed)

    def _words(self, text: str, low: int, stop: int) -> tuple[re.Match[str] | None, LabelKind]:
        """What of a text's end is a label, and what it asks for."""
        for pattern in (self.units, self.alone):
            found = pattern.search(text, low, stop)
            if found is not None:
                return found, "units"
        for kind, pattern in self.kinds:
            found = pattern.search(text, low, stop)
            if found is not None:
                return found, kind
        return None, "text"

    def _role(self, words: str) -> Role | None:
        """牵头责任单位 leads: responsible is what every role word says, a special one decides. 牵头及配合单位 says two things."""
        special = {self.roles[m.group()] for m in self.role_words.finditer(words)} - {"responsible"}
        if len(special) > 1:
            first = self.role_words.match(words)
            joined = re.search(_JOIN, words) is not None
            return None if joined or first is None else self.roles[first.group()]
        return next(iter(special), "responsible")


def _value_start(text: str, at: int) -> int:
    while at < len(text) and text[at] in _COLONS_AND_BLANKS:
        at += 1
    return at


@lru_cache(maxsize=8)
def label_words(rules: Rulebook) -> LabelWords:
    """The labels of a rulebook, built once."""
    words = rules.words("labels")
    roles: dict[str, Role] = {word: role for role, group in words["roles"].items() for word in group}
    return LabelWords(
        units=re.compile("(?P<words>" + _units_pattern(words, roles) + ")(?:为|是)?[ ]?$"),
        leading=re.compile("(?P<words>" + _units_pattern(words, roles) + ")(?:为|是)?"),
        alone=re.compile("(?P<words>" + _any(words["alone"]) + ")[ ]?$"),
        kinds=tuple(
            (kind, re.compile("(?P<words>" + _kind_pattern(parts) + ")(?:为|是)?[ ]?$"))
            for kind, parts in words["kinds"].items()
        ),
        role_words=re.compile(_any(roles)),
        roles=roles,
    )


def _units_pattern(words: dict[str, Any], roles: Iterable[str]) -> str:
    role, noun, level = _any(roles), _any(words["nouns"]), _any(words["levels"])
    more = f"(?:{_JOIN}?[（(]?{role}[)）]?)"
    two = f"(?P<two>{level}{{0,2}}{role}{more}{{0,3}} ?{noun}(?:{_JOIN}{role}{more}{{0,2}}{noun})?)"
    return f"(?:{two}|{_any(words['other_units'])})"


def _kind_pattern(parts: dict[str, list[str]]) -> str:
    return f"(?:(?P<two>{_any(parts['of'])} ?{_any(parts['nouns'])})|{_any(parts['whole'])})"


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; a blank may stand between two characters (责 任 单 位)."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join("[ ]?".join(map(re.escape, word)) for word in ordered) + ")"
