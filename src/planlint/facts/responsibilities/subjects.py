"""The units that stand in front of a telling word: `由市科技局、各区政府|牵头` gives both, `支持龙头企业|牵头` gives none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.claims import Unit
from planlint.facts.responsibilities.unit_lists import Atom, join_places, split_atoms, units_of
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.responsibilities.layout import Layout
    from planlint.facts.responsibilities.vocabulary import Agencies

_REACH = 120
_LONGEST_GLOSS = 14
_EDGE = "。；;：:！？!?\n，,（(）)”“《》〔〕【】"
_JOINTLY = re.compile("会同|联合(?!会|国|社|体|大学|学院|中心)")


def clause_start(layout: Layout, at: int) -> int:
    """Where the clause in front of an offset begins; the bracket of 各县（市、区）人民政府 does not end it."""
    text, i = layout.text, at
    low = max(0, at - _REACH)
    while i > low:
        mark = text[i - 1]
        if mark in "）)" and i < at and i - 1 - layout.opens.get(i - 1, -99) <= _LONGEST_GLOSS:
            i = layout.opens[i - 1]
            continue
        if mark in _EDGE:
            return i
        i -= 1
    return i


def subject(layout: Layout, start: int, end: int, words: Agencies) -> tuple[list[Unit], int]:
    """The units that `text[start:end]` ends with, and where they begin; none where the last word is no unit."""
    text = layout.text
    adverbs = words.adverbs.search(text, max(start, end - 16), end)
    if adverbs and adverbs.start() - start >= 2:
        end = adverbs.start()
    together = _JOINTLY.search(text, start, end)
    if together:
        end = together.start()
    found: list[Unit] = []
    begins = end
    atoms = join_places(text, split_atoms(text, Span(start, end)))
    for atom in reversed(atoms):
        units, trimmed = _rightmost(text, atom, words)
        if not units:
            if found and not trimmed:
                # 党委领导、政府负责: the list is none
                return [], end
            break
        found[:0] = units
        begins = units[0].span.start
        if trimmed:
            break
    return found, begins


def _rightmost(text: str, atom: Atom, words: Agencies) -> tuple[list[Unit], bool]:
    """The units of an atom behind its last stop word, and whether something stood in front of them."""
    start, end = atom.span
    cut = start
    for stop in words.left_stop.finditer(text, start, end):
        if stop["no"] is None and stop.end() <= end - 2:
            cut = stop.end()
    units = list(units_of(text, replace(atom, span=Span(cut, end)), words))
    if not units or any(words.kind(text[u.span.start : u.span.end]) is None for u in units):
        return [], cut > start
    return units, cut > start
