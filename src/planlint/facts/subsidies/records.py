"""A record for each sum of a group: its beneficiary, its cap, per what it is paid. 分别给予40万元、20万元 is two."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.distribute import tier_shared, tiers_of
from planlint.facts.subsidies.objects import conditions_of
from planlint.facts.subsidies.per import once_for, per_of
from planlint.facts.subsidies.sums import Sum
from planlint.facts.subsidies.tiers import tiers_in
from planlint.meaning.payers import payer_said
from planlint.model.fact import Subsidy
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.subsidies.provision import Group
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence, Reading

_VERB = re.compile("给予|予以|奖励|补贴|补助|资助|奖补|发放|争取|免征|免收|免缴|减半|支持")
_INSTALMENTS = re.compile("分[期年三四五两\\d]|逐年|三年按|兑现")
# What a rate is a part of: 3‰ is 0.003, 3成 is 0.3.
_WHOLE = {"‰": 1000, "成": 10}
# 按每月5000元、3000元的标准给予A、B类人才租房补贴: who gets how much stands behind.
_STANDARD_FOR = re.compile("的标准(?:分别)?(?:一次性)?(?:给予|发放给?|补贴给?)(?P<who>[^，,。；;]{2,20})")
_OPENS = re.compile("(?:^|[，,；;。：:、])(?=(?:其中)?(?:对(?!接|象|外)|对于))")
_SENTENCE_EDGES = " \n,，;；。"


# 奖励8万元（首年4万元，次年4万元）, 奖励600万元，其中辅导后100万元: the parts of a sum are none of their own.
_TAKEN_APART = re.compile("其中|[（(]")
_YUAN = frozenset({None, "元", "元人民币", "人民币元", "%", "‰", "成", "百分点", "个百分点"})


def records_of(
    reading: Reading,
    half: HalfSentence,
    text: str,
    group: Group,
    beneficiary: str,
    receiver: str,
    words: SubsidyWords,
) -> list[tuple[Subsidy, list[Claim]]]:
    """A record for each sum of a group, without an id, beside what the numbers it uses are."""
    sums = group.sums
    if len(sums) == 1 and sums[0].part == "rate" and len(group.caps) > 1:
        # 按费用的40%，分别给予最高300万元、500万元: one rate, a ceiling for each tier
        sums = sums * len(group.caps) if tiers_in(beneficiary, len(group.caps)) is not None else sums
    if (
        len(sums) > 1
        and sums[0].part == "amount"
        and "分别" not in group.segment
        and _INSTALMENTS.search(group.segment + text[-12:])
        and tiers_of(beneficiary, len(sums)) is None
    ):
        total = sum((s.quantity.value or Decimal(0) for s in sums), Decimal(0))
        merged = replace(sums[-1].quantity, value=total)
        first = Sum(merged, sums[0].part)
        record, claims = _record(
            reading, half, text, first, group.caps, 0, beneficiary, receiver, words, group.segment
        )
        return [
            (
                record,
                claims
                + [Claim(s.quantity.number, f"subsidy-{s.part}", None, record.rule) for s in sums[:-1]],
            )
        ]
    if not receiver:
        named = words.receiver.match(text, sums[-1].quantity.span.end - half.span.start)
        receiver = named["who"] if named is not None else ""
    objects = tiers_in(beneficiary, len(sums)) if len(sums) > 1 else None
    if objects is None and len(sums) > 1 and "分别" in group.segment and receiver:
        # 分别给予认定项目、机构5万元、10万元: who gets how much stands behind the verb
        named_behind = tiers_in(receiver.removesuffix("分别"), len(sums))
        if named_behind is not None:
            objects, receiver = [f"{beneficiary}的{o}" if beneficiary else o for o in named_behind], ""
    if objects is None and len(sums) > 1 and receiver.endswith("分别"):
        # 给予A类、B类人才分别30万元、20万元: who gets how much stands behind the verb
        objects, receiver = tiers_in(receiver.removesuffix("分别"), len(sums)), ""
    behind = _STANDARD_FOR.match(text, sums[-1].quantity.span.end - half.span.start)
    if objects is None and len(sums) > 1 and behind is not None:
        objects = tiers_in(behind["who"], len(sums))
    records: list[tuple[Subsidy, list[Claim]]] = []
    for i, one in enumerate(sums):
        who = tier_shared(objects)[i] if objects is not None else beneficiary
        record, claims = _record(reading, half, text, one, group.caps, i, who, receiver, words, group.segment)
        if i and record.per is None and records[0][0].per is not None:
            # 每人每月分别补贴300元、200元: said once for the list
            record = replace(record, per=records[0][0].per)
        records.append((record, claims))
    return records


def without_parts(text: str, given: list[tuple[Subsidy, list[Claim]]]) -> list[tuple[Subsidy, list[Claim]]]:
    """The records of a half-sentence without the parts of a sum: 给予600万元奖励，其中辅导后100万元，上市后500万元 is one."""
    for i, (whole, claims) in enumerate(given):
        parts = given[i + 1 :]
        amounts = [part.amount for part, _ in parts]
        if (
            whole.amount
            and len(parts) > 1
            and _TAKEN_APART.search(text, claims[0].span.end, parts[0][1][0].span.start)
            and None not in amounts
            and sum(filter(None, amounts)) == whole.amount
        ):
            return [*given[:i], (whole, claims + [claim for _, used in parts for claim in used])]
    return given


def _record(
    reading: Reading, half: HalfSentence, text: str, one: Sum, caps: list[Quantity], i: int, who: str, receiver: str,
    words: SubsidyWords, segment: str,
) -> tuple[Subsidy, list[Claim]]:  # fmt: skip
    q = one.quantity
    start = half.span.start
    cap = (caps[i] if i < len(caps) and len(caps) > 1 else caps[0]) if caps else None
    begin = lead(text, q.span.start - start)
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
    begun = q.span.start - start - len(segment)
    verb = _last(_VERB, text[: q.span.end - start]) or _VERB.search(text)
    name = f"{who}的{receiver}" if who and receiver and receiver not in who else who
    fact = Subsidy(
        id="", beneficiary=name or receiver or None, kind=instrument.group() if instrument else None,
        amount=value if one.part == "amount" and not is_range else None,
        amount_min=value if is_range else None, amount_max=q.value_max if is_range else None,
        rate=value / _WHOLE.get((q.unit or "").partition("/")[0], 100) if rate else None,
        cap=(q.value_max or value) if one.part == "cap" else (cap.value if cap is not None else None),
        per=_per(text, start, begun, q, cap, who, _behind(reading, half, end)),
        currency=currency_of(q.unit) or (currency_of(cap.unit) if cap is not None else None),
        verb=verb.group() if verb else None, payer=payer_said(text[max(span.start - start, 0) : span.end - start], text, words.meaning),
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


def lead(text: str, at: int) -> int:
    """Where the quote of a sum begins: the opening 对… of its condition, else the clause."""
    begin = max(text.rfind("，", 0, at), text.rfind(",", 0, at)) + 1
    for match in _OPENS.finditer(text, 0, at):
        if at - match.end() < 160:
            begin = match.end()
            break
    while begin < at and text[begin] in _SENTENCE_EDGES:
        begin += 1
    return begin


def _behind(reading: Reading, half: HalfSentence, at: int) -> str:
    """What stands behind a sum in its paragraph, as far as a clause or two."""
    return reading.clean.text[at : min(at + 70, half.paragraph.span.end)]


def currency_of(unit: str | None) -> str | None:
    """The currency as printed where it is not yuan: 美元."""
    return unit if unit is not None and unit.partition("/")[0] not in _YUAN else None


def _per(
    text: str, start: int, begin: int, q: Quantity, cap: Quantity | None, who: str, behind: str
) -> str | None:
    found = per_of(text, start, max(begin, 0), q, who)
    if found is None and cap is not None:
        found = per_of(text, start, max(q.span.end - start, 0), cap, who)
    return found or once_for(behind)
