"""Dues waived or halved: 免征环境保护税 is rate 1, 减半收取停车费 is rate 0.5."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.subsidies.objects import conditions_of, object_of
from planlint.facts.subsidies.provision import ADDRESSED
from planlint.facts.subsidies.records import lead
from planlint.model.fact import Subsidy
from planlint.model.span import Span
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.reading.reading import HalfSentence, Reading

# 对减免租金3个月以上的，……: the waived due is a condition of somebody else.
_CONDITION = re.compile("[^，,。；;、]{0,12}的(?:[，,]|$|[^，,。；;、\\d]{2,8}[，,])")
_CONDITIONED = re.compile("(?:对|凡)[^，,。；;的]{0,16}$")
# 取消、停征、免征的收费项目: said of something, nothing is waived here.
_SAID_OF = re.compile("的(?!优惠|政策|奖励|支持|待遇|[，,。；;]|$)")
# 前两年免收租金，第三年减半: the year of one due is not that of the next.
_YEAR_AT = re.compile("(?:[首次]年|第[一二三四五]年|[前后][一二两三四五]年)")
_YEAR_AT_END = re.compile(f"[，,]{_YEAR_AT.pattern}$")
# 补助4万元，混合动力的减半: another than the one whom the sum before was for.
_OTHER = re.compile(
    "(?:[，,]|的?(?:[^，,。；;\\d]{0,8})(?:奖励|补助|补贴)[，,])(?=[^，,。；;]{2,16}的?(?:减半|免|全额|按))"
)
# What is left of the due that was waived before: 租金，后两年.
_REST_OF_DUE = re.compile("^[^，,；;]{1,10}[，,](?=.)")


def forgone(
    reading: Reading, half: HalfSentence, text: str, words: SubsidyWords, carried: str
) -> list[Subsidy]:
    """The dues that a half-sentence waives, halves or cuts to so many tenths, a record each, without an id.

    `carried` is who the sentence named before.
    """
    records = []
    last = 0
    sums = [q.number.end - half.span.start for q in half.quantities if q.dimension in ("money", "share")]
    who = ""
    for match in words.forgone.finditer(text):
        if _CONDITION.match(text, match.end()) and _CONDITIONED.search(text[: match.start()]):
            # 对减免租金3个月以上的，……给予补贴: who forgoes is told apart from what the government forgoes
            continue
        if _SAID_OF.match(text, match.end()):
            continue
        if any(text.count(a, 0, match.start()) > text.count(b, 0, match.start()) for a, b in ("《》", "“”")):
            continue
        behind = max((end for end in sums if end <= match.start()), default=0)
        if behind > last and _OTHER.match(text, behind):
            # 补助4万元，混合动力的减半: who the sum before was for is named no more
            last, who = behind, ""
        named, _ = object_of(text[last : match.start()], words)
        # 前两年免租，第三年租金减半: what follows in the same provision belongs to whom it opens with
        named = _REST_OF_DUE.sub("", named) if last else named
        who = _YEAR_AT_END.sub("", who) if _YEAR_AT.match(named) else who
        who = f"{who}，{named}" if who and not ADDRESSED.search(text[last : match.start()]) else named
        end = match.end()
        while end < len(text) and text[end] not in "，,。；;、\n（(":
            end += 1
        span = Span(half.span.start + max(last, lead(text, match.start())), half.span.start + end)
        rate = _rate(match, words)
        records.append(
            Subsidy(
                id="",
                beneficiary=who or carried or None,
                kind=match.group(),
                amount=None,
                amount_min=None,
                amount_max=None,
                rate=rate,
                cap=None,
                per=None,
                verb=match.group(),
                payer=None,
                conditions=conditions_of(who, words),
                section=half.section.path if half.section else None,
                rule="SUB-forgone",
                quote=reading.clean.quote(span),
                span=reading.clean.to_source(span),
            )
        )
        last = match.end()
    return records


def _rate(match: re.Match[str], words: SubsidyWords) -> Decimal:
    """Which part of the due is forgone: 5折 and 减半 are a half, 8折 a fifth, 免收 the whole."""
    tenths = match["tenths"]
    if tenths is not None:
        paid = parse_numeral(tenths)
        return 1 - paid / 10 if paid is not None else Decimal(1)
    return Decimal("0.5") if match.group() in words.halved else Decimal(1)
