"""What a document says once and means everywhere: 列首位的为牵头单位, 完成时限：2019年6月底, 以下简称“高新区”. Spans count in CLEAN text."""

from __future__ import annotations

from dataclasses import dataclass, field

from planlint.model.fact import DocumentData


@dataclass(frozen=True, slots=True)
class PlanClock:
    """The years of a document: `now` is what 今年 means, `first` to `last` are the plan's own, what is due before `past_before` is past.

    None (0 for `past_before`) where the document does not say.
    """

    now: int | None = None
    first: int | None = None
    last: int | None = None
    past_before: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """Computed once, before any fact, and asked by every finder. `document` is what the plan says of itself."""

    document: DocumentData = field(default_factory=DocumentData)
    clock: PlanClock = field(default_factory=PlanClock)
