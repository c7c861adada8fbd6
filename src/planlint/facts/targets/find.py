"""Reads a plan half-sentence by half-sentence: which numbers are targets, and what those that are none are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.phrases import commitment_words
from planlint.facts.roles import decide, place_of
from planlint.facts.targets.lists import in_one_list
from planlint.facts.targets.records import targets_of

if TYPE_CHECKING:
    from planlint.model.fact import Target
    from planlint.model.mention import Quantity
    from planlint.model.span import Span
    from planlint.reading.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

_HAS_WORD = re.compile(r"[^\W\d_]")
_ADDRESSED = re.compile("(?<=[，；：])(?:其中)?(?:对|凡)")
_ADDRESSED_AT = re.compile("\\s?(?:其中)?(?:对|凡)")
_COMMITS = re.compile(
    "^(?:[^，。；]{0,8}(?:年内|年底前?|每年))?[^，。；对]{0,4}(?:培育|建设|建成|打造|新建|新增|创建|引进|撬动|拉动|带动)"
)


def find_targets(reading: Reading, taken: set[Span], rules: Rulebook) -> tuple[list[Target], list[Claim]]:
    """All targets of the plan, and what every number that a role rule decided on is; `taken` numbers belong to other facts."""
    words = commitment_words(rules)
    found: list[Target] = []
    claims: list[Claim] = []
    paragraph = None
    named: list[str] = []
    for half in reading.half_sentences():
        named = named if half.paragraph is paragraph else []
        paragraph = half.paragraph
        if not half.quantities:
            continue
        chosen, others = _sorted_out(reading, half, taken, rules)
        claims.extend(others)
        targets = targets_of(reading, half, chosen, words, named)
        named = [target.indicator for target, _ in targets] or named
        for target, number in targets:
            if target.unit is None and not _HAS_WORD.search(target.indicator):
                continue  # ≥150 in a cell of some table: the ledger has it, as a number that nobody knows
            fact = replace(target, id=f"t{len(found) + 1}")
            found.append(fact)
            claims.append(Claim(number, "target", fact.id, fact.rule))
    return found, claims


def _sorted_out(
    reading: Reading, half: HalfSentence, taken: set[Span], rules: Rulebook
) -> tuple[list[tuple[Quantity, str]], list[Claim]]:
    """The half-sentence's targets, each with the rule that says so, and what its other numbers are."""
    chosen: list[tuple[Quantity, str]] = []
    others: list[Claim] = []
    gives_from = _provision(reading, half, taken)
    for q in half.quantities:
        if q.number in taken:
            continue
        if chosen and in_one_list(reading.rule_text, half, chosen[-1][0], q):
            chosen.append((q, chosen[-1][1]))
            continue
        rule = decide(place_of(reading, half, q), rules)
        if rule is None or (rule.role == "target" and half.paragraph.kind == "heading"):
            continue
        if rule.role != "target":
            others.append(Claim(q.number, rule.role, None, rule.id))
        elif (
            gives_from is not None
            and q.span.start >= gives_from
            and not _own_commitment(reading, half, q, gives_from)
            and q.dimension != "duration"
        ):
            # what stands beside a sum and is none itself says who earns it
            others.append(Claim(q.number, "threshold", None, "SUB-condition"))
        elif reading.zones.at(q.number.start).tense == "review":
            others.append(Claim(q.number, "status-quo", None, "TGT-past"))
        else:
            chosen.append((q, rule.id))
    return chosen, others


def _provision(reading: Reading, half: HalfSentence, taken: set[Span]) -> int | None:
    """Where the provision begins that gives money in a half-sentence: the 对… before its first sum; None without a sum."""
    first = next(
        (q for q in half.quantities if q.number in taken and q.dimension in ("money", "share")), None
    )
    if first is None:
        return None
    opening = half.span.start
    for match in _ADDRESSED.finditer(reading.rule_text, half.span.start, first.span.start):
        opening = match.start()
    return opening


def _own_commitment(reading: Reading, half: HalfSentence, q: Quantity, gives_from: int) -> bool:
    """培育示范村10个以上，每村补助……: a commitment in a clause of its own that names no 对…的 is no condition."""
    if gives_from > half.span.start or _ADDRESSED_AT.match(reading.rule_text, half.span.start):
        return False
    clause = reading.clause(half.span, q.number.start)
    words = reading.rule_text[clause.start : clause.end].rstrip("，；。 ")
    return _COMMITS.search(words) is not None and not words.endswith("的")
