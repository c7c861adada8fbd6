"""Reads a plan half-sentence by half-sentence; sums form groups, a group is taken apart over the objects named before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.subsidies.forgone import forgone
from planlint.facts.subsidies.objects import object_of
from planlint.facts.subsidies.records import ADDRESSED, Group, records_of, without_parts
from planlint.facts.subsidies.sums import linked, sums_of
from planlint.facts.subsidies.unnamed import addressed_in, earner_in_title, named_before, names_no_one
from planlint.facts.subsidies.words import subsidy_words

if TYPE_CHECKING:
    from planlint.facts.claim import Claim
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.fact import Subsidy
    from planlint.reading.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

# One step of a ladder, which names only how much is reached.
_STEP = re.compile("(?:首次)?(?:达到|达|超过|突破|满)\\d")
_STEP_AT = re.compile("(?:首次)?(?:达到|达|超过|突破|满)?\\d")
# 1亿元（含）至5亿元, 5亿元以上: a tier of a ladder.
_TIER = re.compile(
    "\\d[\\d.]*[万亿]?(?:美?元|亩|吨|平方米)(?:（[^）]{1,6}）|\\([^)]{1,6}\\))?(?=至|到|[—～~-]|以上|以下|（|\\()"
)
_EACH_CAPPED = re.compile(
    "[，,](?:单个|单户|每个|每家|每户|同一)(?:项目|企业|主体|单位)?[^，,。；;]{0,8}(?:最高|不超过|上限)"
)
_YEAR_STEP = re.compile("(?:[首次]年|第[一二三四五]年|[前后][一二两三四五]年)度?")
_YEAR_STEP_AT = re.compile("[首次]年|第[一二三四五]年|[前后][一二两三四五]年")
# 给予5000元，带动就业的再补贴1000元，最多2万元: what comes on top has a ceiling of its own.
_ON_TOP = re.compile("[，,][^，,]*(?:再|另|额外|追加)[^，,]{0,8}$")


def find_subsidies(reading: Reading, rules: Rulebook) -> tuple[list[Subsidy], list[Claim]]:
    """All subsidies of the plan that have a figure, and the numbers that they use."""
    words = subsidy_words(rules)
    found: list[Subsidy] = []
    claims: list[Claim] = []
    carried, kind, ladder = "", None, 0
    addressed, paragraph = "", -1
    outline = reading.outline
    title = (
        re.sub("\\s", "", reading.clean.text[outline.title.start : outline.title.end])
        if outline.title
        else None
    )
    by_title = earner_in_title(title)
    for half in reading.half_sentences():
        text = reading.clean.text[half.span.start : half.span.end]
        if half.opens_sentence:
            carried, kind, ladder = half.row_name, None, len(found)
        if half.paragraph.span.start != paragraph:
            addressed, paragraph = "", half.paragraph.span.start
        given: list[tuple[Subsidy, list[Claim]]] = []
        for group in _groups(text, half, words, goes_on=kind is not None):
            beneficiary, receiver = object_of(group.segment, words)
            beneficiary = _carried_on(beneficiary, carried) if len(beneficiary) >= 2 else carried
            beneficiary = named_before(beneficiary, addressed)
            carried = beneficiary or carried
            given += records_of(reading, half, text, group, beneficiary, receiver, words)
        for record, used in without_parts(reading.clean.text, given):
            # a tier without a word of its own for the money is of the kind of the tier before
            kind = record.kind or kind
            who = record.beneficiary or by_title
            fact = replace(record, id=f"b{len(found) + 1}", kind=kind, beneficiary=who)
            found.append(fact)
            claims.extend(replace(c, fact=fact.id) for c in used)
        if not given:
            addressed = addressed_in(text) or addressed
        _cap_ladder(found, ladder, text)
        for record in forgone(reading, half, text, words, carried):
            found.append(replace(record, id=f"b{len(found) + 1}"))
    found.sort(key=lambda b: b.span)
    return found, claims


def _cap_ladder(found: list[Subsidy], ladder: int, text: str) -> None:
    """Give the cap behind the last tier to all rates of its sentence: 5亿元以上的奖励3%，单个项目最高2000万元."""
    if (
        len(found) - ladder < 2
        or found[-1].cap is None
        or found[-1].rate is None
        or not _EACH_CAPPED.search(text)
    ):
        return
    for i in range(ladder, len(found) - 1):
        tier = found[i]
        if tier.rate is not None and tier.cap is None and _TIER.search(tier.beneficiary or ""):
            found[i] = replace(tier, cap=found[-1].cap)


def _carried_on(beneficiary: str, carried: str) -> str:
    """达到5000万元 behind 年销售额达到1000万元的企业 is of the same sales; 其新增设备 is of the one named before."""
    if _STEP.match(beneficiary):
        return _STEP_AT.split(carried, maxsplit=1)[0] + beneficiary
    if _TIER.match(beneficiary) and _TIER.search(carried):
        return _TIER.split(carried, maxsplit=1)[0] + beneficiary
    if _YEAR_STEP.match(beneficiary):
        base = _YEAR_STEP_AT.split(carried, maxsplit=1)[0].rstrip("，,")
        return f"{base}，{beneficiary}" if len(base) >= 2 and not names_no_one(base) else beneficiary
    if beneficiary.startswith("其") and not beneficiary.startswith("其他"):
        return f"{carried}的{beneficiary[1:]}" if carried else beneficiary
    return beneficiary


def _groups(text: str, half: HalfSentence, words: SubsidyWords, *, goes_on: bool) -> list[Group]:
    start = half.span.start
    gives = goes_on or words.gives.search(text) is not None
    sums = sums_of(text, start, half.quantities, words, goes_on=goes_on) if gives else []
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
            if open_groups and (open_groups[-1].caps or ADDRESSED.search(segment) or _ON_TOP.search(segment)):
                open_groups = []
            group = Group([one], text[last_end - start : one.quantity.span.start - start], [])
            groups.append(group)
            if one.part != "cap":
                open_groups.append(group)
        last_end = one.quantity.span.end
    return groups
