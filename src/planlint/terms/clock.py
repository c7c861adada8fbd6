"""Which years a document speaks of: what 今年 means, from which year N年内 counts, what lies before the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.terms import PlanClock

if TYPE_CHECKING:
    from planlint.model.document import CleanText
    from planlint.model.fact import DocumentData
    from planlint.model.mention import Mentions

# A start that the plan states once stands this close to its term: 从2025年开始，用两年时间.
_NEAR = 24


def plan_clock(clean: CleanText, mentions: Mentions, document: DocumentData) -> PlanClock:
    """The clock of a document; a plan for 2021 to 2025 that was signed in 2022 begins in 2021, and its 今年 is 2022."""
    period = document.period
    signed = _year(document.signed_on) or _year(document.published_on)
    # a plan begins when it is signed, unless it says otherwise; measures and rules have no beginning that N年内 could count from
    begins = signed if document.genre in ("plan", "programme") else None
    first = period.start if period is not None else _stated_start(clean, mentions) or begins
    now = period.start if document.genre == "report" and period is not None else signed or first
    return PlanClock(
        now=now,
        first=first,
        last=period.end if period is not None else None,
        past_before=(period.start if period is not None else signed) or first or 0,
    )


def _stated_start(clean: CleanText, mentions: Mentions) -> int | None:
    """The year of 2024年起3年内, which the plan says once and means by every 3年内 behind it."""
    times = mentions.times
    for i, time in enumerate(times):
        if time.role != "within":
            continue
        for before in reversed(times[max(0, i - 3) : i]):
            near = (
                time.span.start - before.span.end <= _NEAR
                and "\n" not in clean.text[before.span.end : time.span.start]
            )
            if (
                near
                and before.role == "from"
                and before.start is not None
                and not before.start.startswith("-")
            ):
                return int(before.start[:4])
    return None


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date else None
