"""Reads a plan provision by provision; sums form groups, a group is taken apart over the objects named before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.subsidies.circumstances import circumstances_of, paid_before
from planlint.facts.subsidies.earners import earner_of, next_tier, tier_of, topic_of
from planlint.facts.subsidies.forgone import forgone
from planlint.facts.subsidies.per import per_of
from planlint.facts.subsidies.provision import provision_of
from planlint.facts.subsidies.records import records_of, without_parts
from planlint.facts.subsidies.unnamed import earner_in_title, named_before, names_no_one
from planlint.facts.subsidies.words import subsidy_words

if TYPE_CHECKING:
    from planlint.facts.subsidies.provision import Provision
    from planlint.model.fact import Subsidy
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

# One step of a ladder, which names only how much is reached.
_STEP = re.compile("(?:首次)?(?:达到|达|超过|突破|满)\\d")
_STEP_AT = re.compile("(?:首次)?(?:达到|达|超过|突破|满)?\\d")
# 1亿元（含）至5亿元, 5亿元以上: a tier of a ladder.
_TIER = re.compile(
    "\\d[\\d.]*[万亿]?(?:美?元|亩|吨|平方米)?(?:（[^）]{1,6}）|\\([^)]{1,6}\\))?(?=至|到|[—～~-]|以上|以下|（|\\()"
)
_EACH_CAPPED = re.compile(
    "[，,](?:单个|单户|每个|每家|每户|同一)(?:项目|企业|主体|单位)?[^，,。；;]{0,8}(?:最高|不超过|上限)"
)
# 对近年来已认定的企业，给予…: whoever it is given to, it is promised here.
_PROMISES = re.compile(
    "(?:^|[，,；;。：:、】）)])(?:其中)?(?:对(?!接|外|口)|凡)[^，,。；;]{2}|(?:的|企业|单位|机构|项目|团队|人才|总部)[，,](?:[^，,]{0,14}[，,])?(?:再|分别|一次性|市级|可|均)*(?:给予|予以|奖励|按|最高|补贴|补助)|最高|不超过"
)
_YEAR_STEP = re.compile("(?:[首次]年|第[一二三四五][年晚天次季期]|[前后][一二两三四五]年)度?")
_YEAR_STEP_AT = re.compile("[首次]年|第[一二三四五][年晚天次季期]|[前后][一二两三四五]年")


class _Paragraph:
    """What was said in the paragraph so far: who was named, whom it speaks of, what was given last."""

    def __init__(self) -> None:
        self.topic = ""
        self.named = ""
        self.last: list[int] = []
        self.gave = False


def find_subsidies(reading: Reading, rules: Rulebook) -> tuple[list[Subsidy], list[Claim]]:
    """All subsidies of the plan that have a figure, and what the numbers of their provisions are."""
    words = subsidy_words(rules)
    found: list[Subsidy] = []
    claims: list[Claim] = []
    carried, kind, ladder, goes_on = "", None, 0, False
    paragraph, at = _Paragraph(), -1
    by_title = _title_earner(reading)
    for half in reading.half_sentences():
        text = reading.clean.text[half.span.start : half.span.end]
        if half.paragraph.span.start != at:
            paragraph, at = _Paragraph(), half.paragraph.span.start
        if half.opens_sentence:
            carried, kind, ladder, goes_on = half.row_name, None, len(found), False
        provision = provision_of(half, text, words, goes_on=goes_on)
        told = reading.zones.at(half.span.start).tense == "review" and not _PROMISES.search(text)
        if provision.groups and told:
            # what was paid last year is told, not promised
            claims.extend(paid_before(provision))
            continue
        if provision.is_limit_alone and _limits_before(provision, half, paragraph, found):
            cap = provision.groups[0].sums[0].quantity
            claims.extend(_limit_before(cap, half, text, found, paragraph.last))
            claims.extend(circumstances_of(reading, half, provision, goes_on=goes_on))
            continue
        given: list[tuple[Subsidy, list[Claim]]] = []
        tiered = ""
        for group in provision.groups:
            beneficiary, receiver = earner_of(group.segment, words, several=len(group.sums) > 1)
            beneficiary = _carried_on(beneficiary, carried, paragraph)
            beneficiary = named_before(beneficiary, paragraph.topic)
            if not group.is_limit:
                carried = beneficiary or carried
            tier = tier_of(group.segment, text[group.sums[-1].quantity.span.end - half.span.start :])
            if tier:
                tiered, beneficiary = beneficiary, f"{beneficiary}，{tier}" if beneficiary else tier
            elif tiered and next_tier(group.segment):
                carried, beneficiary = tiered, f"{tiered}，{next_tier(group.segment)}"
            else:
                tiered = ""
            given += records_of(reading, half, text, group, beneficiary, receiver, words)
        paragraph.last = paragraph.last if not provision.groups else []
        for record, used in without_parts(reading.clean.text, given):
            # a tier without a word of its own for the money is of the kind of the tier before
            kind = record.kind or kind
            who = record.beneficiary or paragraph.named or paragraph.topic or by_title
            fact = replace(record, id=f"b{len(found) + 1}", kind=kind, beneficiary=who or None)
            paragraph.last.append(len(found))
            found.append(fact)
            claims.extend(replace(c, fact=fact.id) for c in used)
        goes_on = goes_on or bool(given)
        paragraph.gave = paragraph.gave or bool(given)
        if given:
            paragraph.named = carried or paragraph.named
        else:
            paragraph.topic = topic_of(text, words) or paragraph.topic
        _cap_ladder(found, ladder, text)
        for record in forgone(reading, half, text, words, carried):
            who = _carried_on(record.beneficiary or "", carried, paragraph)
            found.append(replace(record, id=f"b{len(found) + 1}", beneficiary=who or None))
        if provision.groups or provision.conditions or paragraph.gave:
            claims.extend(circumstances_of(reading, half, provision, goes_on=goes_on))
    found.sort(key=lambda b: b.span)
    return found, claims


def _title_earner(reading: Reading) -> str | None:
    title = reading.outline.title
    return earner_in_title(
        re.sub("\\s", "", reading.clean.text[title.start : title.end]) if title is not None else None
    )


def _limits_before(
    provision: Provision, half: HalfSentence, paragraph: _Paragraph, found: list[Subsidy]
) -> bool:
    """Whether a half-sentence only limits the sums before it: behind ；, or behind 。 where they are rates or paid for each."""
    last = [found[i] for i in paragraph.last]
    return (
        len(provision.groups) == 1
        and len(provision.groups[0].sums) == 1
        and bool(last)
        and all(b.cap is None for b in last)
        and (not half.opens_sentence or all(b.rate is not None or b.per is not None for b in last))
    )


def _limit_before(
    cap: Quantity, half: HalfSentence, text: str, found: list[Subsidy], last: list[int]
) -> list[Claim]:
    """Give a cap to the sums before it, and say what the number is."""
    for i in last:
        per = found[i].per or per_of(text, half.span.start, 0, cap, found[i].beneficiary or "")
        found[i] = replace(found[i], cap=cap.value_max or cap.value, per=per)
    return [Claim(cap.number, "subsidy-cap", found[last[0]].id, "SUB-cap")]


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


def _carried_on(beneficiary: str, carried: str, paragraph: _Paragraph) -> str:
    """达到5000万元 behind 年销售额达到1000万元的企业 is of the same sales; 其新增设备 is of the one named before."""
    if len(beneficiary) < 2:
        return carried
    if _STEP.match(beneficiary):
        return _STEP_AT.split(carried, maxsplit=1)[0] + beneficiary
    if _TIER.match(beneficiary) and _TIER.search(carried):
        return _TIER.split(carried, maxsplit=1)[0] + beneficiary
    if _YEAR_STEP.match(beneficiary):
        base = _YEAR_STEP_AT.split(carried or paragraph.topic, maxsplit=1)[0].rstrip("，,")
        return f"{base}，{beneficiary}" if len(base) >= 2 and not names_no_one(base) else beneficiary
    if beneficiary.startswith("其") and not beneficiary.startswith(("其他", "其中")):
        whose = carried or paragraph.named or paragraph.topic
        return f"{whose}的{beneficiary[1:]}" if whose else beneficiary
    return beneficiary
