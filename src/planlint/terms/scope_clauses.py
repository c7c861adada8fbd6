"""The clauses of a scope rule taken apart word by word: `其余单位按职责分工配合` is about the others, and they cooperate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.fact import Role
    from planlint.model.terms import ListPosition
    from planlint.rulebook import Rulebook

# A sign in quotation marks is a word of its sentence, no mark between clauses: “，”前为牵头单位.
_QUOTES, _SIGNS = ("“”", '""', "‘’", "「」", "『』", "（）", "()"), "，,；;、。/／*＊★"
_QUOTED = re.compile(
    "["
    + "".join(mark[0] for mark in _QUOTES)
    + "](["
    + _SIGNS
    + "])["
    + "".join(mark[1] for mark in _QUOTES)
    + "]"
)
_CLAUSE_ENDS = "，,：:；;。"
_NO_WORDS = " “”\"'‘’「」《》()（）.、\u3000"
_COMMON = "*#＊＃●○"
_LONGEST_CLAUSE = 40
# So many characters of a clause about units may be none that the grammar knows; between the place and the role all must be.
_UNKNOWN = 3
_ALONE = "第一"

WordClass = Literal[
    "first", "separator", "sign", "before", "behind", "rest", "role", "unit", "inside", "filler"
]


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Each word of the lexicon with its class, and words without which there is no rule (`anchors`)."""

    classes: dict[str, WordClass]
    longest: int
    anchors: tuple[str, ...]
    separators: dict[str, str]
    signs: dict[str, str]
    roles: dict[str, Role]


@dataclass(slots=True)
class Clause:
    """What one clause says: a place with its marks, the role, whether it is about the others. `known` counts what it does not say."""

    span: Span
    position: ListPosition | None = None
    marks: str = ""
    role: Role | None = None
    rest: bool = False
    about_units: bool = False
    unknown: int = 0
    between: int = 0

    def say(self, role: Role) -> None:
        """One more role: 牵头 and 配合 are special, 责任 is what every unit has."""
        if self.role is None or self.role == "responsible":
            self.role = role

    @property
    def complete(self) -> bool:
        """Whether it has said who and what."""
        return self.role is not None and (self.position is not None or self.rest)

    @property
    def holds(self) -> bool:
        """Whether nothing in it speaks of anything but units in lists."""
        return (
            not self.between
            and self.unknown <= (_UNKNOWN if self.about_units else 0)
            and self.span.length <= _LONGEST_CLAUSE
        )


def clauses_of(text: str, sentence: Span, words: ScopeWords) -> Iterator[Clause]:
    """The clauses of a sentence that speak of units in lists and of nothing else. 以逗号为界，前为牵头单位: a sign serves the clauses behind it."""
    quoted = quoted_signs(text, *sentence)
    reader = _Reader(text, words)
    start = sentence.start
    for i in range(sentence.start, sentence.end + 1):
        if i == sentence.end or (text[i] in _CLAUSE_ENDS and i not in quoted):
            yield from (clause for clause in reader.read(Span(start, i)) if clause.holds)
            start = i + 1


def anchors_in(text: str, words: ScopeWords) -> list[int]:
    """Where a rule may be, in order; thirty searches for a word cost less than one for thirty patterns."""
    found: list[int] = []
    for word in words.anchors:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word))
    return sorted(found)


def quoted_signs(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets of the signs that stand in quotation marks or brackets, and of those."""
    return frozenset(i for m in _QUOTED.finditer(text, start, end) for i in range(*m.span()))


class _Reader:
    """Reads clause after clause; the last sign that was named stays in mind."""

    def __init__(self, text: str, words: ScopeWords) -> None:
        self._text, self._words = text, words
        self._sign: str | None = None

    def read(self, span: Span) -> list[Clause]:
        """What the clause says; 首位为牵头单位其余为配合单位 says two things without a comma."""
        clause = Clause(span)
        found = [clause]
        before = ""
        at = span.start
        while at < span.end:
            quoted = _QUOTED.match(self._text, at, span.end)
            word = quoted.group(1) if quoted is not None else self._word(at, span.end)
            kind = self._class(word)
            if kind in ("rest", "separator") and clause.complete and not clause.rest:
                found[-1].span = Span(clause.span.start, at)
                clause = Clause(Span(at, span.end))
                found.append(clause)
            if kind is None:
                self._unknown(clause, word)
            elif before == _ALONE and kind == "role":
                clause.position = None  # 第一牵头单位 is a title, no place in a list
                clause.unknown += len(word)
            else:
                self._take(clause, kind, word)
            before = word
            at = quoted.end() if quoted is not None else at + len(word)
        return found

    def _word(self, at: int, end: int) -> str:
        for size in range(min(self._words.longest, end - at), 1, -1):
            if self._text[at : at + size] in self._words.classes:
                return self._text[at : at + size]
        return self._text[at]

    def _class(self, word: str) -> WordClass | None:
        if word in self._words.classes:
            return self._words.classes[word]
        return (
            "separator" if word in self._words.separators else "sign" if word in self._words.signs else None
        )

    @staticmethod
    def _unknown(clause: Clause, word: str) -> None:
        if word not in _NO_WORDS and not word.isdigit():
            clause.unknown += 1
            clause.between += (clause.position is not None) != (clause.role is not None)

    def _take(self, clause: Clause, kind: WordClass, word: str) -> None:
        words = self._words
        if kind == "separator":
            self._sign = word
        elif kind == "inside":
            self._sign = None  # 括号内
        elif kind == "sign":
            # 加粗: the text does not show who
            clause.position, clause.marks = ("marked", words.signs[word]) if words.signs[word] else (None, "")
        elif kind in ("before", "behind") and self._sign is not None:
            clause.position, clause.marks = "before", words.separators[self._sign]
            clause.rest = kind == "behind"
        elif kind in ("first", "before"):
            clause.position = clause.position or "first"
        elif kind in ("rest", "behind"):
            clause.rest = clause.rest or clause.position is None
        elif kind == "role":
            clause.say(words.roles[word])
        elif kind == "unit":
            clause.about_units = True


@lru_cache(maxsize=8)
def scope_words(rules: Rulebook) -> ScopeWords:
    """The words of a rulebook, built once."""
    lexicon = rules.words("scope")
    roles: dict[str, Role] = {word: role for role, group in lexicon["roles"].items() for word in group}
    separators = {word: marks for marks, group in lexicon["separators"].items() for word in (*group, *marks)}
    signs = {word: marks for marks, group in lexicon["signs"].items() for word in group}
    named = [word for group in lexicon["separators"].values() for word in group]
    shown = [sign for sign, marks in signs.items() if marks]
    # a bare * is everywhere in some files, 带* is not
    worn = [w + sign for w in lexicon["wearing"] for sign in shown if sign in _COMMON] + [
        s for s in shown if s not in _COMMON
    ]
    quoted = [mark[1] + word for mark in _QUOTES for word in (*lexicon["before"], *lexicon["worn"])]
    places = [*lexicon["first"], *(w for w in lexicon["before"] if len(w) > 1), *named, *worn, *quoted]
    classes: dict[str, WordClass] = dict.fromkeys(lexicon["fillers"], "filler")
    classes |= dict.fromkeys(lexicon["units"], "unit") | dict.fromkeys(lexicon["inside"], "inside")
    classes |= dict.fromkeys(roles, "role") | dict.fromkeys(lexicon["rest"], "rest")
    classes |= dict.fromkeys(lexicon["behind"], "behind") | dict.fromkeys(lexicon["before"], "before")
    classes |= dict.fromkeys(named, "separator")
    classes |= dict.fromkeys(signs, "sign") | dict.fromkeys(lexicon["first"], "first")
    return ScopeWords(
        classes=classes,
        longest=max(map(len, classes)),
        # 第一个 is found with 第一
        anchors=tuple(p for p in places if not any(o != p and o in p for o in places)),
        separators=separators,
        signs=signs,
        roles=roles,
    )
