"""Takes a list of units apart: `甲局、乙局（丙局）和各镇人民政府` gives three names, one with a gloss."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.facts.units.claims import Unit
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.units.vocabulary import Agencies

_TOKEN = re.compile(r"[（(〔\[【)）〕\]】、，,；;。\n]")
_OPEN, _CLOSE = "（(〔[【", "）)〕]】"
_AND = re.compile("以及|及其|[和及与]")
_ETC = re.compile("等(?:[^，、；]{0,6}(?:部门|单位|企业|机构|公司|院所|方面|成员))?$")
_LEVEL = "[省市州盟区县旗镇乡]"
_LEVEL_ATOM = re.compile(f"{_LEVEL}{{1,2}}(?:[（(][^（）()]{{1,9}}[)）])?(?:(?:级)?(?:人民)?政府|党委.{{0,5}})?")
_EACH = re.compile(f"(?:各|有关|相关){_LEVEL}{{1,2}}(?:[（(][^（）()]{{1,9}}[)）])?")
_BLANK = " \n“”\"*★▲△※●·"


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands between two separators at the list's own depth; `before` is the separator in front."""

    span: Span
    before: str


def split_atoms(text: str, span: Span) -> list[Atom]:
    """The pieces of `text[span]` between 、，；。 and line breaks, brackets kept whole; an open bracket reaches to the end."""
    atoms: list[Atom] = []
    depth, at, before = 0, span.start, ""
    for match in _TOKEN.finditer(text, span.start, span.end):
        mark = match.group()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and not (mark == "\n" and not _breaks(text, match.start())):
            atoms.append(Atom(Span(at, match.start()), before))
            at, before = match.end(), mark
    atoms.append(Atom(Span(at, span.end), before))
    return [atom for atom in (_stripped(text, atom) for atom in atoms) if atom.span.length or atom.before in "；;。"]


def _breaks(text: str, at: int) -> bool:
    return not at or text[at - 1] not in "、，,；;：:（("


def _stripped(text: str, atom: Atom) -> Atom:
    start, end = atom.span
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Atom(Span(start, end), atom.before)


def join_places(text: str, atoms: list[Atom]) -> list[Atom]:
    """`各市`、`州`、`县人民政府` is one unit: 各 and the last word are shared."""
    joined: list[Atom] = []
    for atom in atoms:
        if joined and atom.before == "、" and _LEVEL_ATOM.fullmatch(text, *atom.span):
            last = joined[-1]
            if _EACH.match(text, *last.span) and text[last.span.end - 1] in "省市州盟区县旗镇乡）)":
                joined[-1] = replace(last, span=Span(last.span.start, atom.span.end))
                continue
        joined.append(atom)
    return joined


def units_of(text: str, atom: Atom, words: Agencies) -> Iterator[Unit]:
    """The units of one atom: 和 between two names parts them, 等部门 is dropped, a bracket behind a name is its gloss."""
    start, end = atom.span
    before = atom.before
    for stop, following in _conjunctions(text, atom.span, words):
        unit = _one_unit(text, Span(start, stop), before, words)
        if unit is not None:
            yield unit
        start, before = following, "、"
    unit = _one_unit(text, Span(start, end), before, words)
    if unit is not None:
        yield unit


def _conjunctions(text: str, span: Span, words: Agencies) -> Iterator[tuple[int, int]]:
    start = span.start
    depth_end = text.find("（", start, span.end)
    for match in _AND.finditer(text, span.start, span.end):
        left, right = text[start : match.start()], text[match.end() : span.end]
        if (depth_end >= 0 and text.find("）", depth_end, match.start()) < 0 and match.start() > depth_end) or len(left) < 2:
            continue
        if _two_names(left, right, words):
            yield match.start(), match.end()
            start = match.end()


def _two_names(left: str, right: str, words: Agencies) -> bool:
    if left.endswith("党委") and right.lstrip("人民").startswith("政府"):
        return False
    right_reads = words.kind(right.split("（")[0].split("(")[0]) is not None or right.startswith(("各", "有关", "相关"))
    left_bare = re.split("[（(]", left, maxsplit=1)[0]
    if left_bare.endswith(("局", "委", "办", "厅", "会", "府", "院", "行", "社", "室", "部门", "单位", "公司", "集团", "中心", "联", "部")):
        return words.kind(left_bare) is not None and right_reads
    return (left[0] == "各" and right_reads) or (left[-1] == right[-1:] and left[-1] in "区县市镇" and len(left) > 2)


def _one_unit(text: str, span: Span, before: str, words: Agencies) -> Unit | None:
    start, end = _stripped(text, Atom(span, "")).span
    gloss, role = None, None
    name = text[start:end]
    bracket = re.search(r"[（(〔]", name)
    if bracket and bracket.start() >= 2:
        inside_from = bracket.end()
        close = max(name.rfind(mark) for mark in "）)〕")
        inside = name[inside_from : close if close > inside_from else len(name)]
        rest = name[close + 1 :] if close > inside_from else ""
        if any(word in inside for word in words.label_roles) and len(inside) <= 12:
            role = next(words.label_roles[w] for w in words.label_roles if w in inside)
            end = start + bracket.start()
        else:
            gloss = inside or None
            if not rest or _ETC.fullmatch(rest):
                end = start + bracket.start()
    etc = _ETC.search(text[start:end])
    if etc and etc.start() >= 2:
        end = start + etc.start()
    if end <= start:
        return None
    return Unit(Span(start, end), gloss, before, role)
