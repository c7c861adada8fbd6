"""What the other numbers of a provision are: conditions in money, quotas, steps, terms. 每年最多奖励⟦10家⟧ is a quota."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.subsidies.provision import Provision
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.mention import Quantity
    from planlint.reading.reading import HalfSentence, Reading

# The role in the ledger of each kind of number of money that is not given.
_ROLES = {
    "old": "status-quo",
    "size": "threshold",
    "step": "threshold",
    "instalment": "threshold",
    "budget": "threshold",
}
_COUNTED = frozenset({"count", "none"})
_STEP = re.compile("每(?:满|新?增加?|新增|超过?|[一-鿿]{1,6}?)\\s?$")
_SIZE_OF = re.compile("[一-鿿A-Za-z]{1,4}(?:及?以上|以下|以内)的?")
_QUOTA = r"(?:最多|不超过|不得超过|限|仅|只)(?:可以?|能)?${provisions.grants}?[^，,。；;\d]{0,10}$"
_QUOTA_VERB = r"${provisions.grants}[^，,。；;\d]{0,12}$"
_TERM = re.compile("(?:期限?|年限|连续|最长|分|期)(?:最长|最多|不超过|为|至)?$")
_TERM_BEHIND = re.compile("^(?:以内|内)?(?:逐年|分年|兑现|拨付|的?(?:补贴|补助|奖励|资助|扶持|期))")


def circumstances_of(
    reading: Reading, half: HalfSentence, provision: Provision, words: SubsidyWords, *, goes_on: bool
) -> Iterator[Claim]:
    """What the numbers of a half-sentence that are no sums are, as far as the provision says."""
    for one in provision.conditions:
        if one.kind == "size" and not provision.groups and not goes_on:
            continue  # 计划总投资28亿元，争取省级资金…: nothing is given here
        yield Claim(one.quantity.number, _ROLES[one.kind], None, f"SUB-{one.kind}")
    used = {s.quantity.number for g in provision.groups for s in g.sums}
    used |= {cap.number for g in provision.groups for cap in g.caps}
    used |= {one.quantity.number for one in provision.conditions}
    yield from _measured(reading, half, provision)
    for q in half.quantities:
        if q.number in used:
            continue
        role = _role(q, reading, half, words, gives=bool(provision.groups))
        if role is not None:
            yield Claim(q.number, role[0], None, role[1])


def _measured(reading: Reading, half: HalfSentence, provision: Provision) -> Iterator[Claim]:
    """The numerals in a condition that no unit of ours follows: 报废⟦20⟧马力以下的拖拉机，补贴1000元."""
    if not provision.groups:
        return
    numerals, text = reading.mentions.numerals, reading.clean.text
    known = [q.number for q in half.quantities] + [t.span for t in half.times]
    at = bisect.bisect_left(numerals, half.span.start, key=lambda n: n.span.start)
    while at < len(numerals) and numerals[at].span.start < half.span.end:
        span = numerals[at].span
        at += 1
        free = not any(k.start <= span.start < k.end for k in known)
        if free and _SIZE_OF.match(text, span.end, half.span.end):
            yield Claim(span, "threshold", None, "SUB-condition")


def paid_before(provision: Provision) -> Iterator[Claim]:
    """The sums of a half-sentence that tells what was paid: 去年发放补贴2000万元."""
    for group in provision.groups:
        for q in (*(s.quantity for s in group.sums), *group.caps):
            yield Claim(q.number, "status-quo", None, "SUB-paid")


def _role(
    q: Quantity, reading: Reading, half: HalfSentence, words: SubsidyWords, *, gives: bool
) -> tuple[str, str] | None:
    text = reading.clean.text
    left = text[max(half.span.start, q.span.start - 30) : q.span.start]
    with_bound = text[max(half.span.start, q.span.start - 30) : q.number.start]
    right = text[q.span.end : half.span.end]
    if q.dimension == "duration":
        if _TERM.search(with_bound) or (gives and _TERM_BEHIND.match(right)):
            return "duration", "SUB-term"
        return None
    if gives and _STEP.search(left):
        return "threshold", "SUB-step"
    if q.dimension not in _COUNTED:
        return None
    if gives and q.unit is None and _SIZE_OF.match(text, q.number.end, half.span.end):
        return "threshold", "SUB-condition"
    if words.pattern(_QUOTA).search(with_bound) or (
        q.comparator in ("<=", "<") and words.pattern(_QUOTA_VERB).search(left)
    ):
        return "threshold", "SUB-quota"
    return None
