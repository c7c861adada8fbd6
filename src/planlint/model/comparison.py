"""Several plans side by side: rows of indicators, subsidies and units, one time axis, what their texts share.

A plan that does not mention a thing has no cell in its row. Every cell carries its evidence: 济源 2025 ≥ 40 家 “引进培育高新技术企业不少于40家”.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from planlint.model.fact import Comparator
    from planlint.model.plan_facts import Dimension, Evidence, IndicatorKey, PlanFacts
    from planlint.model.shared_text import TextComparison

State = Literal["value", "no-number", "placeholder"]
Apartness = Literal["dimension", "scope", "mode", "level", "noun"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in the unit that people use for its row: 900 亩, not 600,003 平方米."""

    value: Decimal
    value_max: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class IndicatorCell:
    """What one plan says of one indicator for one year.

    `value` and `unit` are normalised, `given_value` and `given_unit` as the extraction has them. `state` tells the empty ones apart:
    `no-number` commits without a number, `placeholder` leaves a blank; both have no value, and neither is 0. `year` is the deadline,
    `since` the first year of an interval. `mode`, `level` and `scope` are what the cell says more than its row's noun; cells of one `band`
    (a number of the row's bands) mean the same, `comparable` says that the band has the values of two plans that can be set side by side.
    `rank` is 1 for the best of its band and year, None where nothing says which way is better. `fact` is the id of the plan's target, None for `no-number`. `baseline` is the year that growth counts from; only tables print
    the last three: the value at the start (normalised), its year, and whether the target binds.
    """

    plan: str
    year: str | None
    since: str | None
    recurrence: str | None
    state: State
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    given_value: Decimal | None
    given_value_max: Decimal | None
    given_unit: str | None
    comparator: Comparator
    hedge: str | None
    aspirational: bool
    softener: str | None
    basis: str | None
    baseline: str | None
    part_of: str | None
    name: str
    fact: str | None
    section: str | None
    evidence: Evidence
    mode: str | None = None
    level: str | None = None
    scope: str | None = None
    falls: bool = False
    band: int | None = None
    comparable: bool = False
    differs: tuple[str, ...] = ()
    shown: Shown | None = None
    rank: int | None = None
    baseline_value: Decimal | None = None
    baseline_year: str | None = None
    attribute: Literal["binding", "expected"] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of a row, to be worded by the report: `differs-basis`, groups ((累计, (江都,)), (None, (晋城, 沂源))).

    `groups` are what is said and who says it, None for those who say nothing.
    """

    code: str
    plans: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    groups: tuple[tuple[str | None, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """The cells of one row that mean the same: 新增, 省, no scope. `reasons` say why its values cannot be compared all the same."""

    mode: str | None
    level: str | None
    scope: str | None
    basis: str | None
    baseline: str | None
    part_of: str | None
    plans: tuple[str, ...]
    years: tuple[BandYear, ...]
    comparable: bool
    reasons: tuple[Remark, ...]
    better: Literal["more", "less"] | None


@dataclass(frozen=True, slots=True)
class BandYear:
    """The plans of a band that have a value for one year (None: no year said), and whether there are two to compare."""

    year: str | None
    plans: tuple[str, ...]
    comparable: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A row of the same noun or family, and why it is not the same row.

    `dimension`: the same noun measured otherwise (家, 亿元). `scope`: its noun is this one, narrowed, or the other way round. `mode`, `level`:
    the user has split them. `noun`: another thing of the family.
    """

    key: IndicatorKey
    reasons: tuple[Apartness, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One concept over all plans: noun and dimension make the row, what differs stands in its `bands`, the fullest first.

    `comparable` says that all its values can be compared with each other: one band, two plans. `reasons` say why not, `notes` what a reader
    must bear in mind. `key` has level, mode and scope where all values share them. `neighbours` are the rows of the same noun or family.
    """

    key: IndicatorKey
    name: str
    family: str
    unit: str | None
    comparable: bool
    reasons: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    neighbours: tuple[Neighbour, ...]
    cells: tuple[IndicatorCell, ...]
    bands: tuple[Band, ...] = ()
    natural_unit: str | None = None

    def of(self, plan: str) -> tuple[IndicatorCell, ...]:
        """The cells of one plan, by year."""
        return tuple(cell for cell in self.cells if cell.plan == plan)

    @property
    def shared_mode(self) -> str | None:
        """The mode that all values share, else that of the fullest band; the cells of others name their own."""
        return self.key.mode or (self.bands[0].mode if self.bands else None)

    @property
    def is_refused(self) -> bool:
        """Whether several plans have a value and no two of them may be compared."""
        if self.comparable or any(band.comparable for band in self.bands):
            return False
        return any(reason.code not in ("one-valued", "none-valued") for reason in self.reasons)

    @property
    def related(self) -> tuple[IndicatorKey, ...]:
        """The keys of its neighbours."""
        return tuple(neighbour.key for neighbour in self.neighbours)

    @property
    def years(self) -> tuple[str | None, ...]:
        """The years that any plan names, in order; None for cells without one stands last."""
        known = sorted({cell.year for cell in self.cells if cell.year is not None})
        return (*known, None) if any(cell.year is None for cell in self.cells) else tuple(known)


@dataclass(frozen=True, slots=True)
class SubsidyCell:
    """One step of one plan's ladder: what it gives for the object at this level. Sums in yuan, rate as a fraction.

    `own` is False where another level of government pays or is asked to (争取…省级奖补: payer 省): never a municipal subsidy.
    """

    plan: str
    level: str | None
    beneficiary: str | None
    kind: str | None
    amount: Decimal | None
    amount_min: Decimal | None
    amount_max: Decimal | None
    rate: Decimal | None
    cap: Decimal | None
    per: str | None
    term: str | None
    verb: str | None
    payer: str | None
    own: bool
    conditions: tuple[str, ...]
    terms: tuple[Evidence, ...]
    fact: str
    section: str | None
    evidence: Evidence
    grade: str | None = None
    trigger: str | None = None
    size: str | None = None


@dataclass(frozen=True, slots=True)
class SubsidyStep:
    """One step of a ladder over all plans: the sums (amount, else ceiling) that they give of their own, from the least to the most."""

    level: str | None
    grade: str | None
    plans: tuple[str, ...]
    minimum: Decimal
    median: Decimal
    maximum: Decimal


@dataclass(frozen=True, slots=True)
class SubsidyRow:
    """The ladder of one object (科技企业孵化器) over all plans; cells by plan, then level from 国家 down."""

    object: str
    cells: tuple[SubsidyCell, ...]
    steps: tuple[SubsidyStep, ...] = ()

    def of(self, plan: str, level: str | None) -> tuple[SubsidyCell, ...]:
        """The steps of one plan at one level."""
        return tuple(cell for cell in self.cells if cell.plan == plan and cell.level == level)


@dataclass(frozen=True, slots=True)
class UnitCell:
    """How many tasks of one plan a department leads, answers for, helps with or carries out; `names` are its names there."""

    plan: str
    lead: int
    responsible: int
    cooperate: int
    implement: int
    names: tuple[str, ...]
    tasks: tuple[UnitTask, ...]


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One task that a unit has a part in: the section it closes, the role, and where the unit's name stands."""

    section: str | None
    heading: str | None
    role: str
    fact: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One department over all plans: 科学技术局 is 区科技局 here and 科技局 there.

    `combined` are the departments whose work a combined bureau (财政金融局) does: it stands in none of their rows.
    """

    canonical: str
    cells: tuple[UnitCell, ...]
    combined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workload:
    """How many tasks a plan has, how many of them name a unit, and those that name none."""

    plan: str
    tasks: int
    assigned: int
    without: tuple[OpenTask, ...]


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that nobody answers for."""

    section: str
    heading: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A dated thing of one plan: a milestone, or the deadline of a target; `date` is 2025, 2024-06 or 2022-06-30."""

    plan: str
    date: str
    kind: Literal["milestone", "target"]
    what: str
    fact: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two nouns that might be one: what a person may accept in the mapping file. `score` is 0 to 100.

    Accepting it would do this: `gains` plans of the two rows could be compared with one of the other row, for the same year; `remains` is in what their
    cells would still differ (mode, level, unit …), `conflicts` the plans that would have two values for one year.
    """

    noun: str
    other: str
    score: int
    plans: tuple[str, ...]
    other_plans: tuple[str, ...]
    dimension: Dimension = "count"
    gains: int = 0
    remains: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a comparison says; the same whatever the order of the files.

    What grows with the number of plans is a tuple for some and a `Shelf` for thousands: read it in order, and keep what you need of it.
    """

    plans: Sequence[PlanFacts]
    indicators: Sequence[IndicatorRow]
    subsidies: Sequence[SubsidyRow]
    units: Sequence[UnitRow]
    workloads: Sequence[Workload]
    timeline: Sequence[TimelineEvent]
    text: TextComparison
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def shared_indicators(self) -> list[IndicatorRow]:
        """The rows that several plans speak of: the others of many plans would bury them."""
        return [row for row in self.indicators if len({cell.plan for cell in row.cells}) > 1]
