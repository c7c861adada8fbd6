"""A record for each sum of a group: its beneficiary, its cap, per what it is paid. 分别给予40万元、20万元 is two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.distribute import distribute, tier_shared, tiers_of
from planlint.facts.subsidies.objects import conditions_of
from planlint.facts.subsidies.sums import Sum
from planlint.model.fact import Subsidy
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence, Reading

_PER = re.compile(
    "每(?:一)?(?:人次|家|个|人|名|户|项|件|套|辆|亩|平方米|吨标准煤|吨|公里|度|次|场|台|平台|年度?|月|季度|学年|天|张|床位?|生|村|立方米|千瓦时|千瓦|标箱|篇|位|支|只|头|架次|条|座|处|款|单|届|列|趟|班|团|晚|队|届|航次|车|间|条航线|人次)"
    "(?:企业|项目|产品|标准展位|客房|单位|机构|床位|托位|工位|班|岗位)?(?:每(?:人|家|户|个|年|月|次))?|每(?:引进|引荐|新增|招用|招收|吸纳|介绍|培养|推荐|带动|发出)[1一]?[名人家个单]"
    "|每增加\\d+(?:万美?元|[家个名人台])"
)
_VERB = re.compile("给予|予以|奖励|补贴|补助|资助|奖补|发放|争取|免征|免收|免缴|减半|支持")
# Whose money it is: 由市财政…, 每家不高于200万元省级奖补; 国家级孵化器 says nothing of that.
_PAYER = re.compile(
    "(?:中央|国家|自治区|省|市|州|区|县|镇)(?:级|本级)?财政|(?:国家|自治区|省|市|区|县)级(?=奖补|补助|补贴|奖励|配套|资金|专项)"
)
_INSTALMENTS = re.compile("分[期年三四五两\\d]|逐年|三年按|兑现")
# A new 对… opens a provision of its own; the cap behind it does not reach back.
ADDRESSED = re.compile("[，,；;]对")
# What a rate is a part of: 3‰ is 0.003, 3成 is 0.3.
_WHOLE = {"‰": 1000, "成": 10}
# 按每月5000元、3000元的标准给予A、B类人才租房补贴: who gets how much stands behind.
_STANDARD_FOR = re.compile("的标准(?:分别)?(?:一次性)?(?:给予|发放给?|补贴给?)(?P<who>[^，,。；;]{2,20})")
_SENTENCE_EDGES = " \n,，;；。"


@dataclass(slots=True)
class Group:
    """Neighbouring sums of one kind, with the cap that was found for them."""

    sums: list[Sum]
    segment: str
    caps: list[Quantity]


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
        record, claims = _record(reading, half, text, first, group.caps, 0, beneficiary, receiver, words)
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
    objects = distribute(beneficiary, len(sums)) if len(sums) > 1 else None
    if objects is None and len(sums) > 1 and receiver.endswith("分别"):
        # 给予A类、B类人才分别30万元、20万元: who gets how much stands behind the verb
        objects, receiver = distribute(receiver.removesuffix("分别"), len(sums)), ""
    behind = _STANDARD_FOR.match(text, sums[-1].quantity.span.end - half.span.start)
    if objects is None and len(sums) > 1 and behind is not None:
        objects = distribute(behind["who"], len(sums))
    records: list[tuple[Subsidy, list[Claim]]] = []
    for i, one in enumerate(sums):
        who = tier_shared(objects)[i] if objects is not None else beneficiary
        record, claims = _record(reading, half, text, one, group.caps, i, who, receiver, words)
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
            and "其中" in text[claims[0].span.end : parts[0][1][0].span.start]
            and None not in amounts
            and sum(filter(None, amounts)) == whole.amount
        ):
            return [*given[:i], (whole, claims + [claim for _, used in parts for claim in used])]
    return given


def _record(
    reading: Reading, half: HalfSentence, text: str, one: Sum, caps: list[Quantity], i: int, who: str, receiver: str,
    words: SubsidyWords,
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
    before = text[max(0, q.span.start - start - 14) : q.span.start - start]
    cap_before = text[max(0, cap.span.start - start - 14) : cap.span.start - start] if cap is not None else ""
    verb = _last(_VERB, text[: q.span.end - start]) or _VERB.search(text)
    payer = _PAYER.search(text)
    name = f"{who}的{receiver}" if who and receiver and receiver not in who else who
    fact = Subsidy(
        id="", beneficiary=name or receiver or None, kind=instrument.group() if instrument else None,
        amount=value if one.part == "amount" and not is_range else None,
        amount_min=value if is_range else None, amount_max=q.value_max if is_range else None,
        rate=value / _WHOLE.get(q.unit or "", 100) if rate else None,
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


def lead(text: str, at: int) -> int:
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
