"""Targets raised, lowered, advanced, postponed, softened, added or dropped between two versions."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.matrix import name_of
from planlint.compare.merged import year_order
from planlint.compare.timeline import end_of
from planlint.compare.versions.alike import partners
from planlint.model.difference import Difference
from planlint.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.model.difference import Change
    from planlint.model.plan_facts import Evidence, KeyedTarget, PlanFacts
    from planlint.model.span import Span

# A shorter name stands in too many clauses.
_SHORT = 3
# Letters of a target's words that its reworded form shares, of 100.
_ALIKE = 60
# What of a thing is measured: a fund is spoken of, too, where its volume no longer is.
_MEASURE = re.compile(r"(?:总?规模|总额|数量)$")
_FIGURES = re.compile(r"\d[\d.,]*(?:年底?前?)?|[，,。；;、]")
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": ""}
# How firmly a bound binds: a plain number and a floor do, about does not.
_FIRM = {">=": 2, ">": 2, "<=": 2, "<": 2, "=": 2, "~": 1}
_UPPER = ("<=", "<")


def target_changes(
    old: PlanFacts, new: PlanFacts, reworded: Sequence[tuple[Span, str]]
) -> Iterator[Difference]:
    """The changes of all targets; `reworded` are the clauses that the new version alone has."""
    before, after = list(old.targets), list(new.targets)
    for key in _KEYS:
        for one, other in _taken(before, after, key):
            yield from _changes(one, other, old, new)
    for one, other in _reworded(before, after):
        yield from _changes(one, other, old, new)
    for keyed in before:
        left = _mention_of(keyed, new, reworded)
        if left is None:
            yield _difference("dropped", keyed, None, old, new)
        else:
            yield replace(_difference("blanked", keyed, None, old, new), after=left)
    for keyed in after:
        yield _difference("added", None, keyed, old, new)


# What must agree for two targets to be one, from the strictest: level and scope may change, noun and dimension not.
_KEYS: tuple[Callable[[KeyedTarget], tuple[object, ...]], ...] = (
    lambda t: (t.key.noun, t.key.level, t.key.scope, t.key.dimension),
    lambda t: (t.key.noun, t.key.dimension),
)


def _taken(
    before: list[KeyedTarget], after: list[KeyedTarget], key: Callable[[KeyedTarget], tuple[object, ...]]
) -> list[tuple[KeyedTarget, KeyedTarget]]:
    """The pairs of one key, taken out of both lists."""
    groups: dict[tuple[object, ...], tuple[list[KeyedTarget], list[KeyedTarget]]] = defaultdict(
        lambda: ([], [])
    )
    for side, targets in enumerate((before, after)):
        for keyed in targets:
            groups[key(keyed)][side].append(keyed)
    pairs = [pair for one, other in groups.values() for pair in _paired(one, other)]
    _take_out(before, after, pairs)
    return pairs


def _take_out(
    before: list[KeyedTarget], after: list[KeyedTarget], pairs: list[tuple[KeyedTarget, KeyedTarget]]
) -> None:
    done = {id(keyed) for pair in pairs for keyed in pair}
    for targets in (before, after):
        targets[:] = [keyed for keyed in targets if id(keyed) not in done]


def _reworded(before: list[KeyedTarget], after: list[KeyedTarget]) -> list[tuple[KeyedTarget, KeyedTarget]]:
    """Targets of other names that are the same obligation: 建设孵化载体10家 → 打造科创孵化载体10家."""
    pairs: list[tuple[KeyedTarget, KeyedTarget]] = []
    for dimension in sorted({keyed.key.dimension for keyed in before}):
        was = [keyed for keyed in before if keyed.key.dimension == dimension]
        now = [keyed for keyed in after if keyed.key.dimension == dimension]
        alike = partners([_letters(k) for k in was], [_letters(k) for k in now], _ALIKE)
        pairs += [(was[i], now[j]) for i, j in alike]
    _take_out(before, after, pairs)
    return pairs


def _mention_of(keyed: KeyedTarget, new: PlanFacts, reworded: Sequence[tuple[Span, str]]) -> Evidence | None:
    """The new clause that still speaks of the thing, but has no number of it: 大力培育高新技术企业, 用好科创基金."""
    noun = _MEASURE.sub("", keyed.target.indicator)
    if len(noun) <= _SHORT:
        return None
    taken = [other.target.span for other in new.targets]
    for span, text in reworded:
        # a number in it belongs to another target
        if noun in text and not any(other.start < span.end and span.start < other.end for other in taken):
            return new.evidence(text, span)
    return None


def _letters(keyed: KeyedTarget) -> str:
    """The words of a target without its number and date: they may change, and it is the same target."""
    return _FIGURES.sub("", plain(keyed.target.quote))


def _paired(before: list[KeyedTarget], after: list[KeyedTarget]) -> Iterator[tuple[KeyedTarget, KeyedTarget]]:
    """The same target in both versions: first by mode and year, then by what still agrees."""
    ways: tuple[Callable[[KeyedTarget], object], ...] = (
        lambda t: (t.key.mode, t.target.deadline, t.value),
        lambda t: (t.key.mode, t.target.deadline),
        lambda t: (t.key.mode, t.value),
        lambda t: t.target.deadline,
        lambda t: t.key.mode,
        lambda t: None,  # noqa: ARG005 - whatever is left
    )
    left, right = list(before), list(after)
    for way in ways:
        waiting: dict[object, list[KeyedTarget]] = defaultdict(list)
        for keyed in sorted(right, key=lambda t: (year_order(t.target.deadline), t.target.span)):
            waiting[way(keyed)].append(keyed)
        for keyed in list(left):
            if waiting[way(keyed)]:
                other = waiting[way(keyed)].pop(0)
                left.remove(keyed)
                right.remove(other)
                yield keyed, other


def _kind(keyed: KeyedTarget) -> str | None:
    """The mode, as far as it changes what is counted: 培育 and 新增 both add. What a text leaves unsaid is not taken for another."""
    return "新增" if keyed.key.mode == "培育" else keyed.key.mode


def _changes(one: KeyedTarget, other: KeyedTarget, old: PlanFacts, new: PlanFacts) -> Iterator[Difference]:
    kinds: list[Change] = []
    if (_kind(one) != _kind(other) and None not in (_kind(one), _kind(other))) or one.basis != other.basis:
        kinds.append("redefined")
    kinds += _scope_change(one, other)
    kinds += [*_value_change(one, other), *_date_change(one, other), *_firmness_change(one, other)]
    for kind in kinds:
        yield _difference(kind, one, other, old, new)


def _scope_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    """Narrowed where the new version counts fewer things: 孵化器 → 省级孵化器."""
    was, now = (one.key.level, one.key.scope), (other.key.level, other.key.scope)
    if was == now:
        return
    if all(a is None or a == b for a, b in zip(was, now, strict=True)):
        yield "narrowed"
    elif all(b is None or a == b for a, b in zip(was, now, strict=True)):
        yield "widened"
    else:
        yield "redefined"


def _value_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    if one.value is None or other.value is None:
        if one.value is not None:
            yield "blanked"
        elif other.value is not None:
            yield "filled"
        return
    was, now = (one.value, one.value_max or one.value), (other.value, other.value_max or other.value)
    if was != now:
        # a ceiling that comes down asks for more, and so does a fall by more
        higher = (now > was) != (other.target.comparator in _UPPER or (one.falls and other.falls))
        yield "raised" if higher else "lowered"


def _date_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    was, now = one.target.deadline, other.target.deadline
    if was == now:
        return
    if was is None or now is None:
        # a deadline that is gone binds to nothing
        yield "hardened" if was is None else "softened"
    elif end_of(was) != end_of(now):
        yield "postponed" if end_of(now) > end_of(was) else "advanced"


def _firmness_change(one: KeyedTarget, other: KeyedTarget) -> Iterator[Change]:
    was, now = _firmness(one), _firmness(other)
    if now != was:
        yield "softened" if now < was else "hardened"


def _firmness(keyed: KeyedTarget) -> int:
    target = keyed.target
    soft = 2 * target.aspirational + (target.hedge is not None and target.comparator == "=")
    return _FIRM[target.comparator] - soft


def _difference(
    kind: Change, one: KeyedTarget | None, other: KeyedTarget | None, old: PlanFacts, new: PlanFacts
) -> Difference:
    there = other or one
    assert there is not None
    return Difference(
        subject="target",
        change=kind,
        what=name_of(there.key),
        was=short_form(one),
        now=short_form(other),
        section=there.target.section,
        before=_evidence(one, old),
        after=_evidence(other, new),
    )


def _evidence(keyed: KeyedTarget | None, plan: PlanFacts) -> Evidence | None:
    return plan.evidence(keyed.target.quote, keyed.target.span) if keyed is not None else None


def short_form(keyed: KeyedTarget | None) -> str | None:
    """`2025 力争 ≥40家`: the value in the words of the field."""
    if keyed is None:
        return None
    target = keyed.target
    figures = (
        "__"
        if keyed.value is None
        else "—".join(f"{v:f}" for v in (keyed.value, keyed.value_max) if v is not None)
    )
    parts = (
        target.deadline,
        keyed.softener if target.aspirational else None,
        keyed.basis,
        f"{_SIGNS[target.comparator]}{figures}{keyed.unit or ''}{target.hedge or ''}",
    )
    return " ".join(part for part in parts if part)
