"""Dues waived or halved: 免征环境保护税 is rate 1, 减半收取停车费 is rate 0.5."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.facts.subsidies.objects import conditions_of, object_of
from planlint.facts.subsidies.records import ADDRESSED, lead
from planlint.model.fact import Subsidy
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence, Reading
    from planlint.facts.subsidies.words import SubsidyWords

# What is left of the due that was waived before: 租金，后两年.
_REST_OF_DUE = re.compile("^[^，,；;]{1,10}[，,](?=.)")


def forgone(reading: Reading, half: HalfSentence, text: str, words: SubsidyWords) -> list[Subsidy]:
    """The dues that a half-sentence waives or halves, a record each, without an id."""
    records = []
    last = 0
    who = ""
    for match in words.forgone.finditer(text):
        if any(text.count(a, 0, match.start()) > text.count(b, 0, match.start()) for a, b in ("《》", "“”")):
            continue
        named, _ = object_of(text[last : match.start()], words)
        # 前两年免租，第三年租金减半: what follows in the same provision belongs to whom it opens with
        named = _REST_OF_DUE.sub("", named) if last else named
        who = f"{who}，{named}" if who and not ADDRESSED.search(text[last : match.start()]) else named
        end = match.end()
        while end < len(text) and text[end] not in "，,。；;、\n（(":
            end += 1
        span = Span(half.span.start + max(last, lead(text, match.start())), half.span.start + end)
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
