"""Takes a list of units apart: `示范区A局、B局等有关部门，各市、县（市、区）人民政府` is four names, each with its place and its gloss."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Name
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.fact import Role
    from planlint.rulebook.labels import LabelWords

_OPEN, _CLOSE = "（([〔【〈<", "）)]〕】〉>"
_SEPARATORS = "、，,；;。\n /／"
_GROUP_ENDS = ("。", "\n")
_AND = re.compile("以及|和|及|与")
_BESIDE = ("会同", "联合")
_SIGNS = "*＊★☆▲△#※●○"
_TRIMMED = " \\“”\"'" + _SIGNS
_RAW_EDGES = " \\“”\"'。.，,、；;"
_BY = ("由", "请")
# 各县（市、区）, 各区（不含开发区）: the bracket says which, it is no gloss.
_LEVELS = re.compile("[市县区州旗镇乡、,，/自治街道园地盟不含开发场]+")
_SHORTEST_NAME = 3
_LONGEST_NAME = 40


def names_of(text: str, span: Span, words: UnitWords, labels: LabelWords) -> list[Name]:
    """The names in `text[span]`, the inside of a bracket or what stands behind a label."""
    names: list[Name] = []
    for part, role in _labelled_parts(text, span, labels):
        names += _names(text, part, role, words, labels, first=len(names))
    return names


def _labelled_parts(text: str, span: Span, labels: LabelWords) -> Iterator[tuple[Span, Role | None]]:
    """The parts that labels divide a list into, each with its label's role: 牵头单位：甲局，配合单位：乙局. A label of another kind ends it."""
    found = [label for label in labels.find(text, *span) if label.kind == "units" or label.start > span.start]
    if not found:
        yield span, None
        return
    if found[0].start > span.start:
        yield Span(span.start, found[0].start), None
    for label, stop in zip(found, [*(label.start for label in found[1:]), span.end], strict=True):
        if label.kind == "units":
            yield Span(label.end, stop), label.role


def _names(
    text: str, span: Span, role: Role | None, words: UnitWords, labels: LabelWords, *, first: int
) -> Iterator[Name]:
    """The names of one part in order. A role behind a name (甲局、乙局牵头) is that of all names since the last one."""
    pending: list[Name] = []
    behind, rank, beside = "", first, False
    # 甲局牵头；乙局、丙局配合 has groups, in 甲局；乙局；丙局负责 the ； is a comma
    ends = _GROUP_ENDS + (("；", ";") if "、" in text[span.start : span.end] else ())
    for stretch, separator in _pieces(text, span, words):
        piece, named = _without_label(text, stretch, words, labels)
        if named is not None:
            yield from pending
            pending, role = [], named
        found, own = _name(text, piece, words)
        # 甲局会同乙局、丙局负责: those beside whom a unit acts do not answer
        beside = beside or text.startswith(_BESIDE, piece.start)
        if not beside:
            pending += [
                replace(name, role=role, rank=rank + i, behind=behind) for i, name in enumerate(found)
            ]
            rank += len(found)
        beside = beside or any(text.find(word, piece.start + 2, piece.end) >= 0 for word in _BESIDE)
        if own is not None or separator in ends:
            yield from (replace(name, role=own or name.role) for name in pending)
            pending, beside = [], False
        behind += separator
    yield from pending


def _without_label(text: str, piece: Span, words: UnitWords, labels: LabelWords) -> tuple[Span, Role | None]:
    """牵头单位市科委，配合单位市财政局: the name and the role of a label without a mark behind it."""
    label = labels.leading.match(text, *piece)
    if label is None or not words.is_unit(text[label.end() : piece.end]):
        return piece, None
    return Span(label.end(), piece.end), labels.role_of(label["words"])[1]


def _pieces(text: str, span: Span, words: UnitWords) -> Iterator[tuple[Span, str]]:
    """The stretches between separators, each with the separator behind it; brackets and 各市、州、县人民政府 are left whole."""
    whole = [Span(*m.span()) for m in words.levels.finditer(text, *span)]
    depth = 0
    start = span.start
    for i in range(span.start, span.end):
        ch = text[i]
        if ch in _OPEN:
            depth += 1
        elif ch in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and ch.isdigit() and i > start and words.is_strong(text[start:i]):
            # 县供销社17个帮扶集团: the blank between them went with those beside numbers
            yield Span(start, i), " "
            start = i
        elif depth == 0 and ch in _SEPARATORS and not any(w.start < i < w.end for w in whole):
            if ch == " " and not words.is_unit(text[start:i]):
                continue  # a blank inside a name (云岭海 事局)
            if i > start:
                yield from _joined_by_and(text, Span(start, i), ch, words, whole)
            start = i + 1
    if start < span.end:
        yield from _joined_by_and(text, Span(start, span.end), "", words, whole)


def _joined_by_and(
    text: str, span: Span, separator: str, words: UnitWords, whole: list[Span]
) -> Iterator[tuple[Span, str]]:
    """市商务委和有关区县政府 is two names, 发展和改革局 one: the words before 和 must end as a unit's name does."""
    start = span.start
    for match in _AND.finditer(text, *span):
        if any(w.start < match.start() < w.end for w in whole) or _in_brackets(text, start, match.start()):
            continue
        left, right = text[start : match.start()], words.tail.sub("", text[match.end() : span.end])
        # behind 和 an open group begins, so what stands before is a name whatever it ends in: 市总工会和有关区县政府
        certain = words.is_strong(left) or left.startswith("各") or right.startswith(("有关", "相关", "各"))
        if len(left) >= _SHORTEST_NAME and certain and words.is_unit(right) and "等" not in left[-8:]:
            yield Span(start, match.start()), "、"
            start = match.end()
    yield Span(start, span.end), separator


def _in_brackets(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return sum(inside.count(mark) for mark in _OPEN) > sum(inside.count(mark) for mark in _CLOSE)


def _name(text: str, piece: Span, words: UnitWords) -> tuple[list[Name], Role | None]:
    """The name in a piece and the role behind it; 省商务厅等有关部门 is two names."""
    start, end = _trimmed(text, piece, _RAW_EDGES)
    if text.startswith(_BY, start) and end - start > _SHORTEST_NAME:
        start += 1
    role: Role | None = None
    tail = words.tail.search(text, start, end)
    if tail is not None and not words.is_strong(text[start:end]):
        role = words.tail_roles[tail["role"]]
        end = tail.start()
    elif (manner := words.manner.search(text, start, end)) is not None:
        end = manner.start()
    names: list[Name] = []
    group = words.group.search(text, start, end)
    if (
        group is not None
        and group.start() > start + 1
        and not _places(text[start : group.start()], group["group"])
    ):
        if group["group"] is not None:
            names.append(_made(text, Span(*group.span("group"))))
        end = group.start()
    beside = min((at for word in _BESIDE if (at := text.find(word, start + 2, end)) >= 0), default=end)
    gloss, stop = _gloss(text, start, beside)
    start, stop = _trimmed(text, Span(start, stop), _TRIMMED)
    if 2 <= stop - start <= _LONGEST_NAME:
        sign = next((ch for ch in text[piece.start : start] + text[stop : piece.end] if ch in _SIGNS), "")
        names.insert(0, Name("".join(text[start:stop].split()), gloss, Span(start, stop), None, 0, sign=sign))
    return names, role


def _made(text: str, span: Span) -> Name:
    return Name(text[span.start : span.end], None, span, None, 0)


def _places(name: str, group: str | None) -> bool:
    """浦东新区等相关区政府 is one unit: a place is none."""
    return (
        group is not None
        and group.endswith(("政府", "区", "县", "市"))
        and name.endswith(("区", "县", "市", "州"))
    )


def _trimmed(text: str, span: Span, edges: str) -> Span:
    start, end = span
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return Span(start, end)


def _gloss(text: str, start: int, end: int) -> tuple[str | None, int]:
    """市监局(知识产权局) has a gloss; 各县（市、区） has none: levels of government belong to the name."""
    if end <= start or text[end - 1] not in _CLOSE:
        return None, end
    depth, at = 0, end
    for i in range(end - 1, start, -1):
        depth += (text[i] in _CLOSE) - (text[i] in _OPEN)
        if depth == 0:
            at = i
            break
    gloss = text[at + 1 : end - 1]
    if at <= start + 1 or not gloss or _LEVELS.fullmatch(gloss):
        return None, end
    return gloss, at
