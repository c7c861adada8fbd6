"""Reads a plan half-sentence by half-sentence; sums form groups, a group is taken apart over the objects named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.distribute import distribute
from planlint.facts.subsidies.objects import conditions_of, object_of
from planlint.facts.subsidies.sums import Sum, linked, sums_of
from planlint.facts.subsidies.words import SubsidyWords, subsidy_words
from planlint.model.fact import Subsidy
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence, Reading
    from planlint.model.mention import Quantity
    from planlint.rulebook import Rulebook

_PER = re.compile(
    "每(?:一)?(?:家|个|人|名|户|项|件|套|辆|亩|平方米|吨|公里|度|次|场|台|平台|年度?|月|季度|学年|天|床位?|张|生|村|立方米|千瓦时|千瓦|标箱|篇|位|支|只|头|架次|条|座|处|款|单|届)(?:企业|项目|单位|机构)?(?:每年|每月)?"
)
_VERB = re.compile("给予|予以|奖励|补贴|补助|资助|奖补|发放|争取|免征|免收|免缴|减半|支持")
# Whose money it is: 由市财政…, 每家不高于200万元省级奖补; 国家级孵化器 says nothing of that.
_PAYER = re.compile(
    "(?:中央|国家|自治区|省|市|州|区|县|镇)(?:级|本级)?财政|(?:国家|自治区|省|市|区|县)级(?=奖补|补助|补贴|奖励|配套|资金|专项)"
)
# One step of a ladder, which names only how much is reached.
_STEP = re.compile("(?:首次)?(?:达到|达|超过|突破|满)\\d")
_STEP_AT = re.compile("(?:首次)?(?:达到|达|超过|突破|满)?\\d")
_YEAR_STEP = re.compile("(?:第[一二三四五]年|[前后][一二两三四五]年)度?")
_YEAR_STEP_AT = re.compile("第[一二三四五]年|[前后][一二两三四五]年")
# 按其贡献给予五年奖励，其中: names nobody.
_NO_ONE = re.compile("^(?:按|根据|依据|自)|给予|其中$")
_INSTALMENTS = re.compile("分[期年三四五两\\d]|逐年|三年按|兑现")
# A new 对… opens a provision of its own; the cap behind it does not reach back.
_ADDRESSED = re.compile("[，,；;]对")
# What is left of the due that was waived before: 租金，后两年.
_REST_OF_DUE = re.compile("^[^，,；;]{1,10}[，,](?=.)")
_SENTENCE_EDGES = " \n,，;；。"


@dataclass(slots=True)
class _Group:
    """Neighbouring sums of one kind, with the cap that was found for them."""

    sums: list[Sum]
    segment: str
    caps: list[Quantity]


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
            for record, used in _records(reading, half, text, group, beneficiary, receiver, words):
                fact = replace(record, id=f"b{len(found) + 1}")
                found.append(fact)
                claims.extend(replace(c, fact=fact.id) for c in used)
        for record in _forgone(reading, half, text, words):
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


def _groups(text: str, half: HalfSentence, words: SubsidyWords) -> list[_Group]:
    start = half.span.start
    sums = sums_of(text, start, half.quantities, words) if words.gives.search(text) else []
    groups: list[_Group] = []
    open_groups: list[_Group] = []
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
            if open_groups and (open_groups[-1].caps or _ADDRESSED.search(segment)):
                open_groups = []
            group = _Group([one], text[last_end - start : one.quantity.span.start - start], [])
            groups.append(group)
            if one.part != "cap":
                open_groups.append(group)
        last_end = one.quantity.span.end
    return groups


def _records(
    reading: Reading,
    half: HalfSentence,
    text: str,
    group: _Group,
    beneficiary: str,
    receiver: str,
    words: SubsidyWords,
) -> list[tuple[Subsidy, list[Claim]]]:
    sums = group.sums
    if (
        len(sums) > 1
        and sums[0].part == "amount"
        and "分别" not in group.segment
        and _INSTALMENTS.search(group.segment + text[-12:])
    ):
        total = sum((s.quantity.value or Decimal(0) for s in sums), Decimal(0))
        merged = replace(sums[-1].quantity, value=total)
        first = Sum(merged, sums[0].part)
        record, claims = _record(reading, half, text, first, group.caps, 0, beneficiary, receiver, words)
        return [
            (
                record,
                claims
                + [Claim(s.quantity.number, f"subsidy-{s.part}", None, record.rule) for s in sums[:-1]],
            )
        ]
    objects = distribute(beneficiary, len(sums)) if len(sums) > 1 else None
    if objects is None and len(sums) > 1 and receiver.endswith("分别"):
        # 给予A类、B类人才分别30万元、20万元: who gets how much stands behind the verb
        objects, receiver = distribute(receiver.removesuffix("分别"), len(sums)), ""
    records = []
    for i, one in enumerate(sums):
        who = objects[i] if objects is not None else beneficiary
        records.append(_record(reading, half, text, one, group.caps, i, who, receiver, words))
    return records


def _record(
    reading: Reading, half: HalfSentence, text: str, one: Sum, caps: list[Quantity], i: int, who: str, receiver: str,
    words: SubsidyWords,
) -> tuple[Subsidy, list[Claim]]:  # fmt: skip
    q = one.quantity
    start = half.span.start
    cap = (caps[i] if i < len(caps) and len(caps) > 1 else caps[0]) if caps else None
    begin = _lead(text, q.span.start - start)
    end = max(q.number.end, cap.number.end if cap is not None else 0)
    instrument = words.instrument.search(text, q.span.end - start) or _last(
        words.instrument, text[: q.span.start - start]
    )
    tail = instrument.end() + start if instrument and 0 <= instrument.start() + start - end <= 8 else end
    span = Span(begin + start, max(end, tail))
    is_range = one.part == "amount" and q.value_max is not None
    rate = one.part == "rate"
    value = q.value
    assert value is not None
    rule = f"SUB-{one.part}"
    before = text[max(0, q.span.start - start - 14) : q.span.start - start]
    cap_before = text[max(0, cap.span.start - start - 14) : cap.span.start - start] if cap is not None else ""
    verb = _last(_VERB, text[: q.span.end - start]) or _VERB.search(text)
    payer = _PAYER.search(text)
    name = f"{who}的{receiver}" if who and receiver and receiver not in who else who
    fact = Subsidy(
        id="", beneficiary=name or receiver or None, kind=instrument.group() if instrument else None,
        amount=value if one.part == "amount" and not is_range else None,
        amount_min=value if is_range else None, amount_max=q.value_max if is_range else None,
        rate=value / 100 if rate else None,
        cap=(q.value_max or value) if one.part == "cap" else (cap.value if cap is not None else None),
        per=_per(before, q) or _per(cap_before, None),
        verb=verb.group() if verb else None, payer=payer.group() if payer else None,
        conditions=conditions_of(who), section=half.section.path if half.section else None, rule=rule,
        quote=reading.clean.quote(span), span=reading.clean.to_source(span),
    )  # fmt: skip
    claims = [Claim(q.number, f"subsidy-{one.part}", None, rule)]
    if cap is not None:
        claims.append(Claim(cap.number, "subsidy-cap", None, "SUB-cap"))
    return fact, claims


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    match = None
    for match in pattern.finditer(text):  # noqa: B007 - the last one counts
        pass
    return match


def _lead(text: str, at: int) -> int:
    """Where the quote of a sum begins: the opening 对… of its condition, else the clause."""
    start = max(text.rfind("对", 0, at), 0) if "对" in text[:at] else 0
    clause = max(text.rfind("，", 0, at), text.rfind(",", 0, at)) + 1
    begin = start if text.find("对", 0, at) >= 0 and at - start < 160 else clause
    while begin < at and text[begin] in _SENTENCE_EDGES:
        begin += 1
    return begin


def _per(before: str, q: Quantity | None) -> str | None:
    if q is not None and q.per is not None:
        return q.per
    match = _last(_PER, before)
    return match.group() if match else None


def _forgone(reading: Reading, half: HalfSentence, text: str, words: SubsidyWords) -> list[Subsidy]:
    """Dues waived or halved: 免征环境保护税 is rate 1, 减半收取停车费 is rate 0.5."""
    records = []
    last = 0
    who = ""
    for match in words.forgone.finditer(text):
        if any(text.count(a, 0, match.start()) > text.count(b, 0, match.start()) for a, b in ("《》", "“”")):
            continue
        named, _ = object_of(text[last : match.start()], words)
        # 前两年免租，第三年租金减半: what follows in the same provision belongs to whom it opens with
        named = _REST_OF_DUE.sub("", named) if last else named
        who = f"{who}，{named}" if who and not _ADDRESSED.search(text[last : match.start()]) else named
        end = match.end()
        while end < len(text) and text[end] not in "，,。；;、\n（(":
            end += 1
        span = Span(half.span.start + max(last, _lead(text, match.start())), half.span.start + end)
        rate = Decimal("0.5") if match.group() in words.halved else Decimal(1)
        records.append(
            Subsidy(
                id="",
                beneficiary=who or None,
                kind=match.group(),
                amount=None,
                amount_min=None,
                amount_max=None,
                rate=rate,
                cap=None,
                per=None,
                verb=match.group(),
                payer=None,
                conditions=conditions_of(who),
                section=half.section.path if half.section else None,
                rule="SUB-forgone",
                quote=reading.clean.quote(span),
                span=reading.clean.to_source(span),
            )
        )
        last = match.end()
    return records
