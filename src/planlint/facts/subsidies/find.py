"""Reads a plan half-sentence by half-sentence; sums form groups, a group is taken apart over the objects named before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.subsidies.forgone import forgone
from planlint.facts.subsidies.objects import object_of
from planlint.facts.subsidies.records import ADDRESSED, Group, records_of
from planlint.facts.subsidies.sums import linked, sums_of
from planlint.facts.subsidies.words import subsidy_words

if TYPE_CHECKING:
    from planlint.facts.claim import Claim
    from planlint.facts.context import HalfSentence, Reading
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.fact import Subsidy
    from planlint.rulebook import Rulebook

# One step of a ladder, which names only how much is reached.
_STEP = re.compile("(?:首次)?(?:达到|达|超过|突破|满)\\d")
_STEP_AT = re.compile("(?:首次)?(?:达到|达|超过|突破|满)?\\d")
_YEAR_STEP = re.compile("(?:第[一二三四五]年|[前后][一二两三四五]年)度?")
_YEAR_STEP_AT = re.compile("第[一二三四五]年|[前后][一二两三四五]年")
# 按其贡献给予五年奖励，其中: names nobody.
_NO_ONE = re.compile("^(?:按|根据|依据|自)|给予|其中$")


def find_subsidies(reading: Reading, rules: Rulebook) -> tuple[list[Subsidy], list[Claim]]:
    """All subsidies of the plan that have a figure, and the numbers that they use."""
    words = subsidy_words(rules)
    found: list[Subsidy] = []
    claims: list[Claim] = []
    carried = ""
    for half in reading.half_sentences():
        text = reading.clean.text[half.span.start : half.span.end]
        if half.opens_sentence:
            carried = half.row_name
        groups = _groups(text, half, words)
        for group in groups:
            beneficiary, receiver = object_of(group.segment, words)
            beneficiary = _carried_on(beneficiary, carried) if len(beneficiary) >= 2 else carried
            carried = beneficiary or carried
            for record, used in records_of(reading, half, text, group, beneficiary, receiver, words):
                fact = replace(record, id=f"b{len(found) + 1}")
                found.append(fact)
                claims.extend(replace(c, fact=fact.id) for c in used)
        for record in forgone(reading, half, text, words):
            found.append(replace(record, id=f"b{len(found) + 1}"))
    found.sort(key=lambda b: b.span)
    return found, claims


def _carried_on(beneficiary: str, carried: str) -> str:
    """达到5000万元 behind 年销售额达到1000万元的企业 is of the same sales; 其新增设备 is of the one named before."""
    if _STEP.match(beneficiary):
        return _STEP_AT.split(carried, maxsplit=1)[0] + beneficiary
    if _YEAR_STEP.match(beneficiary):
        base = _YEAR_STEP_AT.split(carried, maxsplit=1)[0].rstrip("，,")
        return f"{base}，{beneficiary}" if len(base) >= 2 and not _NO_ONE.search(base) else beneficiary
    if beneficiary.startswith("其") and not beneficiary.startswith("其他"):
        return f"{carried}的{beneficiary[1:]}" if carried else beneficiary
    return beneficiary


def _groups(text: str, half: HalfSentence, words: SubsidyWords) -> list[Group]:
    start = half.span.start
    sums = sums_of(text, start, half.quantities, words) if words.gives.search(text) else []
    groups: list[Group] = []
    open_groups: list[Group] = []
    last_end = start
    for i, one in enumerate(sums):
        if i and linked(text, start, sums[i - 1], one):
            groups_or_caps = groups[-1] if groups and groups[-1].sums[-1] is sums[i - 1] else None
            if groups_or_caps is not None:
                groups_or_caps.sums.append(one)
            else:
                for group in open_groups:
                    group.caps.append(one.quantity)
        elif one.part == "cap" and open_groups:
            for group in open_groups:
                group.caps.append(one.quantity)
        else:
            segment = text[last_end - start : one.quantity.span.start - start]
            if open_groups and (open_groups[-1].caps or ADDRESSED.search(segment)):
                open_groups = []
            group = Group([one], text[last_end - start : one.quantity.span.start - start], [])
            groups.append(group)
            if one.part != "cap":
                open_groups.append(group)
        last_end = one.quantity.span.end
    return groups
