"""Reads the inside of a list of units: labels, verbs behind names, blanket clauses, remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.unit_lists import Atom, join_places, split_atoms, units_of
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.responsibilities.claims import Unit
    from planlint.facts.responsibilities.vocabulary import Agencies
    from planlint.model.fact import Role

_BLANKET = re.compile("(?:以下|以上|上述|下列)[^，,。；;、]{0,8}?[均都皆]?(?:需由|须由|应由|均由|需|须|由|均)")
_JOINTLY = re.compile("会同|联合(?!会|国|社|体|大学|学院|中心)|(?<=牵头)商|组织有关")
_TIME = re.compile(r"\d{4}年|\d{1,2}月|底前|年内|时限|期限|每年|长期")
_TAIL = re.compile(r"[A-Za-z0-9]{2,}[^A-Za-z0-9]|[：:]|[ ]")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A unit in a list with the role that the list gives it; `how` is label, verb, blanket or bare."""

    unit: Unit
    role: Role | None
    how: str


@dataclass(slots=True)
class ListReading:
    """What a list says: its units in order, whether anything in it is no unit, whether a verb or label gave roles."""

    named: list[Named]
    strange: bool = False


def read_list(text: str, span: Span, role: Role | None, words: Agencies, *, closed: bool) -> ListReading:
    """The units of `text[span]` with their roles: `甲局牵头，乙局、丙局配合` gives lead, cooperate, cooperate.

    `role` is what the label in front says, or None. In a list that no bracket closes the first thing that is no unit ends it.
    """
    reading = ListReading([])
    how = "label" if role else "bare"
    group = 0
    for atom in join_places(text, _at_labels(text, split_atoms(text, span), words)):
        start = atom.span.start
        if atom.before in "；;。\n" and atom.before:
            group = len(reading.named)
        label = words.label.match(text, start, atom.span.end)
        if label and (label["noun"] or label["words"] in words.bare_labels) and label["colon"].strip():
            role, how, start, group = words.label_roles[_first_word(label["words"], words)], "label", label.end(), len(reading.named)
        elif role is None and how == "other":
            continue
        blanket = _BLANKET.match(text, start, atom.span.end)
        if blanket:
            start, group, how, role = blanket.end(), len(reading.named), "blanket", "responsible"
        if not _read_atom(text, Atom(Span(start, atom.span.end), atom.before), (role, how, group), reading, words, closed=closed):
            if not closed:
                break
            role, how = None, "other"
    return reading


def _first_word(label: str, words: Agencies) -> str:
    return next(word for size in (2, 3, 4) if (word := label[:size]) in words.label_roles)


def _at_labels(text: str, atoms: list[Atom], words: Agencies) -> list[Atom]:
    """Atoms cut where a label stands inside (`责任单位：甲局 配合单位：乙局`), and at blanks between two names."""
    cut: list[Atom] = []
    for atom in atoms:
        start, end = atom.span
        before = atom.before
        for blank in [i for i in range(start, end) if text[i] in " \n"]:
            left = text[start:blank]
            if words.kind(left) or (":" in left or "：" in left):
                cut.append(Atom(Span(start, blank), before))
                start, before = blank + 1, "、"
        cut.append(Atom(Span(start, end), before))
    return cut


def _read_atom(  # noqa: PLR0913
    text: str, atom: Atom, state: tuple[Role | None, str, int], reading: ListReading, words: Agencies, *, closed: bool
) -> bool:
    """Add the atom's units; False where it opens something else (`完成时限：`), or ends an open list."""
    role, how, group = state
    start, end = atom.span
    if words.scope_first.search(text, start, end):
        return True
    piece = text[start:end]
    if not closed and (words.kind(piece) is None) and (tail := _TAIL.search(piece)) and tail.start() >= 2:
        if words.kind(piece[: tail.start()]):
            end = start + tail.start()
            _add(text, Atom(Span(start, end), atom.before), role, how, reading, words)
        return False
    if "：" in piece or ":" in piece:
        reading.strange = True
        return False
    verb_role, verb_start = _verb(text, start, end, words)
    if verb_role is not None:
        start = start + 1 if text[start] in "由请" and verb_start > start + 2 else start
        together = _JOINTLY.search(text, start, verb_start)
        stop = together.start() if together else verb_start
        if stop > start:
            _add(text, Atom(Span(start, stop), atom.before), role, how, reading, words)
        for i in range(group, len(reading.named)):
            if reading.named[i].how != "blanket":
                reading.named[i] = replace(reading.named[i], role=verb_role, how="verb")
        return True
    if words.kind(piece) is None and (words.fillers.search(piece) or _TIME.search(piece)):
        return True
    if end - start > _LONGEST and words.kind(piece) is None:
        reading.strange = True
        return closed
    _add(text, Atom(Span(start, end), atom.before), role, how, reading, words)
    return True


def _verb(text: str, start: int, end: int, words: Agencies) -> tuple[Role | None, int]:
    found = words.verb_at_end.search(text, max(start, end - 24), end)
    if not found:
        return None, end
    return words.verbs[found["verb"]], found.start()


def _add(  # noqa: PLR0913
    text: str, atom: Atom, role: Role | None, how: str, reading: ListReading, words: Agencies
) -> None:
    for unit in units_of(text, atom, words):
        name = text[unit.span.start : unit.span.end]
        if len(name) < 2 or name in words.label_roles:
            reading.strange = True
            continue
        if words.kind(name) is None:
            reading.strange = True
            if role is None:
                continue
        reading.named.append(Named(unit, unit.role or role, how))
