"""What a comparison keeps of one plan: its facts with their places and a few marks of its text, never the text itself."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from array import array
    from decimal import Decimal

    from planlint.model.fact import (
        Caution,
        Citation,
        DocumentData,
        Milestone,
        Period,
        Responsibility,
        Subsidy,
        Target,
    )
    from planlint.model.span import Span

Dimension = Literal[
    "money",
    "area",
    "land",
    "share",
    "points",
    "length",
    "mass",
    "volume",
    "energy",
    "power",
    "compute",
    "people",
    "homes",
    "duration",
    "count",
    "times",
    "none",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that a cell stands on: `quote == source[span.start:span.end]`; line and column count from 1."""

    quote: str
    span: Span
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class IndicatorKey:
    """What a target is about: 新增省级众创空间 is (众创空间, 省, 新增, None, count).

    `noun` and `dimension` make the row; the others belong to the cell. `level` is 国家, 省, 市 or 区县, with 及以上 behind it where the text
    says so; `mode` 新增, 累计, 达到, 培育, 增速, 增量 or 占比; `scope` what narrows the noun (a place, a list, a purpose) as printed.
    """

    noun: str
    level: str | None
    mode: str | None
    scope: str | None
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class KeyedTarget:
    """A target with its key, and what its sentence says beyond the target's own fields.

    `value`, `value_max` and `unit` are normalised (㎡, 元, %); `target` has them as printed. `basis` is 累计, 每年 or 年均 where the
    number adds up years or comes back; `baseline` the year that growth counts from; `softener` the word that softens (力争);
    `part_of` the noun of the whole behind 其中; `since` the first year of the interval. `baseline_value` is the value at the start that
    a table prints (基期值), normalised as `value` is.
    """

    key: IndicatorKey
    target: Target
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    softener: str | None
    basis: str | None
    baseline: str | None
    part_of: str | None
    since: str | None
    baseline_value: Decimal | None = None
    falls: bool = False


@dataclass(frozen=True, slots=True)
class KeyedSubsidy:
    """A subsidy with the object it is for, the level that earns it, and who pays.

    `payer` is the level of government that pays where the text names one (争取…省级奖补: 省), else None; `own` says whether the plan's
    own government gives it. `grade` is what earns it besides a level (主板, 一等奖, A级), `trigger` whether it is for the first time or again,
    `size` the condition that a number sets. `term` is how long or how often as printed, `terms` the clauses 最高一级补差, 不重复享受 that go with it.
    """

    object: str
    level: str | None
    subsidy: Subsidy
    verb: str | None
    payer: str | None
    own: bool
    term: str | None
    terms: tuple[Evidence, ...]
    grade: str | None = None
    trigger: str | None = None
    size: str | None = None


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One heading of a plan: enough to show its structure and to say which tasks have a unit.

    `themes` are the names of the themes that the heading or its own text touches; `is_task` says that it is a measure or task that
    somebody should answer for; `characters` is the length of its own text.
    """

    path: str
    heading: str
    level: int
    evidence: Evidence
    characters: int
    is_task: bool
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Clauses that commit to something without a number (培育高新技术企业), joined by newlines, each with its source start."""

    text: str
    starts: array[int]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The text as hashes of its shingles, winnowed; `size` counts the letters and digits of the plan.

    `stretches` are the starts and ends, in turn, of the source text that is the plan itself (no site chrome, no forwarding notice).
    """

    hashes: array[int]
    size: int
    stretches: array[int]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """One plan of a comparison. `label` is short and unique in it (济源).

    The ledger of numbers is left out: nothing is compared by it, and it would be a third of all that is kept.
    """

    label: str
    path: str
    sha256: str
    characters: int
    document: DocumentData
    tier: str | None
    line_starts: array[int]
    targets: tuple[KeyedTarget, ...]
    subsidies: tuple[KeyedSubsidy, ...]
    milestones: tuple[Milestone, ...]
    responsibilities: tuple[Responsibility, ...]
    citations: tuple[Citation, ...]
    sections: tuple[PlanSection, ...]
    mentioned: Mentioned
    fingerprint: Fingerprint
    removed: int
    warnings: tuple[Caution, ...] = ()

    def evidence(self, quote: str, span: Span) -> Evidence:
        """A quote with the line and column of its first character."""
        line = bisect.bisect_right(self.line_starts, span.start)
        return Evidence(quote, span, line, span.start - self.line_starts[line - 1] + 1)

    @property
    def period(self) -> Period | None:
        """The years that the plan covers."""
        return self.document.period
