"""Takes a list of units apart: `示范区A局、B局，各县（市、区）人民政府` is three names, each with its place and its gloss."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.fact import Role

_OPEN, _CLOSE = "（([〔【〈<", "）)]〕】〉>"
# 各市、州、县人民政府 and 各区县（自治县）人民政府 are one name each
_ALL_LEVELS = re.compile(
    "各(?:(?:设区市|地级市|乡镇|街道|自治区|直辖市|[省市州县区镇乡旗])(?:[（(][^（()）]{1,12}[)）])?[、,，]){1,4}(?:设区市|乡镇|街道|直辖市|[省市州县区镇乡旗街])(?:[（(][^（()）]{1,12}[)）])?(?:人民政府|政府|党委和政府|管委会)"
)
_ROLE_AT_END = re.compile(
    "(?:等(?:有关|相关)?(?:部门|单位)?)?(?:按(?:照)?(?:各自)?职责(?:分工)?|根据职责|共同|分别|具体|联合|分工|各自|依职责)*(?P<role>牵头负责|牵头|负责落实|具体负责|负责指导|组织实施|负责|落实|指导|参与|参加|配合|协助|协办|主办|承办|实施)(?:落实|实施|推进|抓好)?$"
)
_ROLE_AT_START = re.compile(f"^(?:由|请)(?={HAN})")
_ROLES: dict[str, Role] = {"牵头负责": "lead", "牵头": "lead", "主办": "lead", "参与": "cooperate", "参加": "cooperate", "配合": "cooperate",
                           "协助": "cooperate", "协办": "cooperate", "承办": "implement"}  # fmt: skip
_AND = re.compile("和|及|与|以及")
_SHORTEST_NAME = 3
_BESIDE = "会同"
_TAIL = re.compile(
    "(?:等(?:有关|相关)?(?:部门|单位|机构|企业|(?:行业)?协会|商会|金融机构|公司|高校|院校)?|为配合单位|为牵头单位|为责任单位)$"
)
_LEVELS = re.compile("[市县区州旗镇乡、,，自治县街道园地盟不含开发场]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One unit of a list: its name, the gloss in brackets behind it, its clean span, its role if the list says one.

    `rank` counts from 0 within the list; `before_comma` tells the names before the list's first ， from those behind.
    """

    unit: str
    gloss: str | None
    span: Span
    role: Role | None
    rank: int
    before_comma: bool


def names_of(text: str, span: Span, words: UnitWords) -> list[Name]:
    """The names in `text[span]`, the inside of a bracket or what stands behind a label."""
    names: list[Name] = []
    label_role: Role | None = None
    comma_seen = False
    for group in _labelled_groups(text, span, words):
        start = group.start
        label = words.label.match(text, start, group.end)
        if label is not None:
            label_role = words.roles[label["label"].replace(" ", "")]
            start = label.end()
        pieces = list(_pieces(text, Span(start, group.end), words))
        pending: list[Name] = []
        beside = False
        for piece, separator in pieces:
            name, role = _name(
                text, piece, len(names) + len(pending), label_role, before_comma=not comma_seen
            )
            # 甲局会同乙局、丙局负责: those beside whom a unit acts do not answer
            named = name is not None and not beside
            beside = (
                role is None and separator == "、" and (beside or _BESIDE in text[piece.start : piece.end])
            )
            if named and name is not None:
                pending.append(name)
            if role is not None:
                pending = [Name(n.unit, n.gloss, n.span, role, n.rank, n.before_comma) for n in pending]
                names.extend(pending)
                pending = []
            if separator in "，,":
                comma_seen = True
        names.extend(pending)
    return names


def _labelled_groups(text: str, span: Span, words: UnitWords) -> Iterator[Span]:
    """The groups of a list, each label opening one of its own: 牵头单位：甲局，配合单位：乙局."""
    for group in _groups(text, span):
        starts = [group.start]
        starts += [
            m.start()
            for m in words.label.finditer(text, group.start + 1, group.end)
            if text[m.start() - 1] in "，,、 "
        ]
        yield from (Span(a, b) for a, b in zip(starts, [*starts[1:], group.end], strict=True))


def _groups(text: str, span: Span) -> Iterator[Span]:
    """Parts of a list between ； or 。, brackets left whole."""
    depth = 0
    start = span.start
    for i in range(span.start, span.end):
        ch = text[i]
        if ch in _OPEN:
            depth += 1
        elif ch in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and ch in "；;。\n":
            if i > start:
                yield Span(start, i)
            start = i + 1
    if start < span.end:
        yield Span(start, span.end)


def _pieces(text: str, span: Span, words: UnitWords) -> Iterator[tuple[Span, str]]:
    """Names between 、 or ，, brackets and 各市、州、县人民政府 left whole, each with the separator behind it."""
    whole = [Span(*m.span()) for m in _ALL_LEVELS.finditer(text, span.start, span.end)]
    depth = 0
    start = span.start
    for i in range(span.start, span.end):
        ch = text[i]
        if ch in _OPEN:
            depth += 1
        elif ch in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and ch in "、，, " and not any(w.start < i < w.end for w in whole):
            yield Span(start, i), ch
            start = i + 1
    yield from _last_pieces(text, Span(start, span.end), words)


def _last_pieces(text: str, span: Span, words: UnitWords) -> Iterator[tuple[Span, str]]:
    """市商务委和有关区县政府 is two names, 发展和改革局 one: the words before 和 must end as a unit's name does."""
    start = span.start
    for match in _AND.finditer(text, span.start, span.end):
        left = text[start : match.start()]
        right = _ROLE_AT_END.sub("", text[match.end() : span.end])
        whole = words.strong.search(left) or left.startswith("各")
        # behind 和 an open group begins, so what stands before is a name whatever it ends in: 市总工会和有关区县政府
        group_follows = right.startswith(("有关", "相关", "各"))
        if len(left) >= _SHORTEST_NAME and (whole or group_follows) and words.any_end.search(right):
            yield Span(start, match.start()), "、"
            start = match.end()
    yield Span(start, span.end), ""


def _name(
    text: str, piece: Span, rank: int, label_role: Role | None, *, before_comma: bool
) -> tuple[Name | None, Role | None]:
    start, end = piece
    while start < end and text[start] in ' “"':
        start += 1
    while end > start and text[end - 1] in ' 。”"':
        end -= 1
    raw = text[start:end]
    lead = _ROLE_AT_START.match(raw)
    if lead is not None:
        start += lead.end()
    role: Role | None = None
    closing = _ROLE_AT_END.search(text[start:end])
    if closing is not None and closing.start() >= 0:
        role = _ROLES.get(closing["role"], "responsible")
        end = start + closing.start()
    tail = _TAIL.search(text[start:end])
    if tail is not None and tail.start() > 1:
        end = start + tail.start()
    together = text.find(_BESIDE, start + 2, end)
    end = together if together >= 0 else end
    gloss, end = _gloss(text, start, end)
    unit = text[start:end]
    if len(unit) < 2 or len(unit) > 40:
        return None, role
    return Name(unit, gloss, Span(start, end), label_role, rank, before_comma), role


def _gloss(text: str, start: int, end: int) -> tuple[str | None, int]:
    """市监局(知识产权局) has a gloss; 各县（市、区） has none: levels of government belong to the name."""
    inside = text[start:end]
    at = max(inside.rfind(mark) for mark in "(（〔〈<")
    if at <= 1:
        return None, end
    closed = inside.rstrip("）)〕〉>")
    gloss = closed[at + 1 :]
    if inside[-1] not in "）)〕〉>" and any(ch in "）)〕〉>" for ch in inside[at:]):
        return None, end
    if not gloss or _LEVELS.fullmatch(gloss):
        return None, end
    return gloss, start + at
