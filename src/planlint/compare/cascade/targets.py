"""Targets of the upper plan in the lower one: copied, raised, lowered, a part of the whole, without a number, not taken up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.compare.matrix import name_of
from planlint.compare.measures import same_measure
from planlint.compare.mentioned import clauses
from planlint.compare.row_names import homes_of
from planlint.compare.timeline import end_of
from planlint.compare.unnumbered import MentionIndex
from planlint.compare.versions.targets import short_form
from planlint.model.cascade import CascadeItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.cascade import Outcome
    from planlint.model.plan_facts import Evidence, KeyedTarget, PlanFacts

# What is the same whatever the size of the territory.
_RATES = ("share", "points", "times", "duration", "none")
_PER_HEAD = ("每", "人均", "亩均", "户均", "单位", "万元", "千人", "万人", "劳动")
_KINDS = {"培育": "新增", "占比": "达到", "累计": "新增", None: "达到"}
_UPPER_BOUNDS = ("<=", "<")
_LEAST_NOUN = 4


class _Row(NamedTuple):
    noun: str
    dimension: str


def target_items(upper: PlanFacts, lower: PlanFacts, words: Vocabulary) -> Iterator[CascadeItem]:
    """All targets with a value of the upper plan in the order of its text, then the lower plan's own."""
    homes = homes_of((t.key.noun for plan in (upper, lower) for t in plan.targets), words)
    rows: dict[_Row, list[KeyedTarget]] = defaultdict(list)
    for target in lower.targets:
        rows[_Row(homes[target.key.noun].noun, target.key.dimension)].append(target)
    nouns = {t.key.noun for t in upper.targets if len(t.key.noun) >= _LEAST_NOUN}
    mentioned = _mentions(nouns, lower, words)
    used: set[int] = set()
    wanted = set()
    for target in upper.targets:
        if target.value is None:
            continue
        row = _Row(homes[target.key.noun].noun, target.key.dimension)
        wanted.add(row)
        found = _partner(target, [t for t in rows[row] if id(t) not in used])
        if found is not None:
            used.add(id(found))
        yield _item(target, found, mentioned.get(target.key.noun), (upper, lower), words)
    for row, targets in rows.items():
        for target in targets:
            if row not in wanted and target.value is not None:
                yield _own(target, lower)


def _partner(target: KeyedTarget, among: Sequence[KeyedTarget]) -> KeyedTarget | None:
    """The target of the lower plan that says most of the same."""

    def likeness(other: KeyedTarget) -> tuple[bool, ...]:
        return (
            _kind(other) == _kind(target), other.key.scope == target.key.scope, other.key.level == target.key.level,
            other.basis == target.basis, other.target.deadline == target.target.deadline, other.value == target.value,
        )  # fmt: skip

    return max(among, key=likeness, default=None)


def _kind(target: KeyedTarget) -> str | None:
    mode = target.key.mode
    return _KINDS.get(mode, mode)


def _item(
    target: KeyedTarget,
    found: KeyedTarget | None,
    mention: Evidence | None,
    plans: tuple[PlanFacts, PlanFacts],
    words: Vocabulary,
) -> CascadeItem:
    upper, lower = plans
    evidence = upper.evidence(target.target.quote, target.target.span)
    was = short_form(target)
    if found is None:
        outcome: Outcome = "missing" if mention is None else "unnumbered"
        section = target.target.section
        return CascadeItem("target", outcome, name_of(target.key), was, None, section, evidence, mention)
    there = lower.evidence(found.target.quote, found.target.span)
    outcome, reason = _outcome(target, found, upper, lower, words)
    measured = reason in (None, "territory") and found.value is not None
    assert target.value is not None
    return CascadeItem(
        subject="target",
        outcome=outcome,
        what=name_of(target.key),
        was=was,
        now=short_form(found),
        section=found.target.section,
        upper=evidence,
        lower=there,
        also=tuple(_besides(target, found)),
        by=found.value - target.value
        if outcome in ("raised", "lowered") and found.value is not None
        else None,
        ratio=round(float(found.value / target.value), 4)
        if measured and found.value and target.value
        else None,
        reason=reason,
    )


def _outcome(
    target: KeyedTarget, found: KeyedTarget, upper: PlanFacts, lower: PlanFacts, words: Vocabulary
) -> tuple[Outcome, str | None]:
    if found.value is None:
        return "unnumbered", None
    reason = _unlike(target, found, words)
    if reason is not None:
        return "unlike", reason
    if (found.value, found.value_max) == (target.value, target.value_max):
        return "copied", None
    assert target.value is not None
    if not _of_any_size(target) and upper.tier != lower.tier:
        return "part", "territory"
    higher = found.value > target.value or (
        found.value == target.value and (found.value_max or found.value) > (target.value_max or target.value)
    )
    return ("raised" if higher == _more_is_better(target, words) else "lowered"), None


def _unlike(target: KeyedTarget, found: KeyedTarget, words: Vocabulary) -> str | None:
    """Why two values do not measure the same."""
    if _kind(target) != _kind(found):
        return "mode"
    if target.key.level != found.key.level:
        return "level"
    if target.key.scope != found.key.scope:
        return "scope"
    if target.basis != found.basis:
        return "basis"
    units = frozenset((target.unit or "", found.unit or ""))
    return None if same_measure(units, words) else "unit"


def _of_any_size(target: KeyedTarget) -> bool:
    """A rate, a growth, an amount for each head: what a city can reach as its province does."""
    return (
        target.key.dimension in _RATES
        or target.key.mode == "增速"
        or target.key.noun.startswith(_PER_HEAD)
        or "人均" in target.key.noun
        or target.target.unit in ("岁", "年")
    )


def _more_is_better(target: KeyedTarget, words: Vocabulary) -> bool:
    concept = words.concepts.of.get(target.key.noun)
    if concept is not None and concept.better in ("more", "less"):
        return concept.better == "more"
    return target.target.comparator not in _UPPER_BOUNDS and not target.falls


def _besides(target: KeyedTarget, found: KeyedTarget) -> Iterator[Outcome]:
    was, now = target.target.deadline, found.target.deadline
    if was and now and end_of(was) != end_of(now):
        yield "postponed" if end_of(now) > end_of(was) else "advanced"
    if target.target.aspirational != found.target.aspirational:
        yield "softened" if found.target.aspirational else "hardened"


def _mentions(nouns: set[str], lower: PlanFacts, words: Vocabulary) -> dict[str, Evidence]:
    """The first clause that wants each noun without a number: 大力培育高新技术企业."""
    found: dict[str, Evidence] = {}
    index = MentionIndex(nouns, words)
    for noun, _, quote, span in index.mentions(clauses(lower.mentioned)):
        found.setdefault(noun, lower.evidence(quote, span))
    return found


def _own(target: KeyedTarget, lower: PlanFacts) -> CascadeItem:
    evidence = lower.evidence(target.target.quote, target.target.span)
    return CascadeItem(
        "target", "own", name_of(target.key), None, short_form(target), target.target.section, None, evidence
    )
