"""The facts of a plan: what it commits to, who answers for it, what it rests on. Spans count in the SOURCE text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.document import CleanText, Outline, SourceDocument
    from planlint.model.mention import Mentions
    from planlint.model.span import Span
    from planlint.model.table import ColumnKind, InTable
    from planlint.model.zone import Zones

Comparator = Literal["=", ">=", "<=", ">", "<", "~"]
Role = Literal["lead", "cooperate", "responsible", "implement"]
# What sort of text a document is: who reads its numbers must know whether it plans, tells, rules or answers.
Genre = Literal[
    "plan", "measures", "programme", "opinion", "regulation", "report", "notice", "reply", "letter", "catalogue", "interview"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a plan covers, both included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentData:
    """What a plan says of itself. A missing value is None, never a guess.

    `kind` is the word that its title says (三年行动计划), `genre` the sort of document that this is, from its title or its text.
    """

    title: str | None = None
    issuer: str | None = None
    document_number: str | None = None
    signed_on: str | None = None
    published_on: str | None = None
    kind: str | None = None
    genre: Genre | None = None
    period: Period | None = None
    index_number: str | None = None
    organization_code: str | None = None
    division_code: str | None = None
    division: str | None = None
    evidence: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified result that the plan commits to reach: 引进培育高新技术企业不少于40家.

    Only tables of indicators print the last three: the value at the start (基期值) in `unit`, its year, and whether the target binds
    (约束性) or is expected (预期性).
    """

    id: str
    indicator: str
    comparator: Comparator
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    deadline: str | None
    recurrence: str | None
    aspirational: bool
    placeholder: bool
    mode: str | None
    hedge: str | None
    section: str | None
    inherited: dict[str, Span]
    rule: str
    quote: str
    span: Span
    baseline: Decimal | None = None
    baseline_year: str | None = None
    attribute: Literal["binding", "expected"] | None = None
    in_table: InTable | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated result or start of work without a number: 2023年完成一体化基地建设."""

    id: str
    deadline: str
    section: str | None
    rule: str
    quote: str
    span: Span
    in_table: InTable | None = None


@dataclass(frozen=True, slots=True)
class Subsidy:
    """Money that the government gives, forgoes or tops up; rate as a fraction, sums in yuan unless `currency` names another (美元)."""

    id: str
    beneficiary: str | None
    kind: str | None
    amount: Decimal | None
    amount_min: Decimal | None
    amount_max: Decimal | None
    rate: Decimal | None
    cap: Decimal | None
    per: str | None
    verb: str | None
    payer: str | None
    conditions: tuple[str, ...]
    section: str | None
    rule: str
    quote: str
    span: Span
    currency: str | None = None
    in_table: InTable | None = None


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One unit that answers for one task. `quote` is the unit's name as it stands in the source.

    `task`, `measure` (具体举措, where it has a column of its own) and `deadline` are what the row of a table says the task is and by
    when; None outside tables.
    """

    id: str
    unit: str
    canonical: str | None
    gloss: str | None
    role: Role
    section: str | None
    rule: str
    quote: str
    span: Span
    task: str | None = None
    measure: str | None = None
    deadline: str | None = None
    in_table: InTable | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Another policy document that the plan rests on or names."""

    id: str
    title: str | None
    document_number: str | None
    rule: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class NumberRecord:
    """One row of the ledger: a numeral or placeholder of the source, and what it is."""

    role: str
    fact: str | None
    rule: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Caution:
    """A place that could not be read without guessing, and why: `table-row` is a row whose values cannot be told apart.

    `table-head` is a head that no list knows, and `taken_for` what its cells said that it is (responsible, deadline …).
    `scope-rules` are sentences that say different things of who leads in a list; each holds from its place on.
    """

    code: Literal["table-row", "table-head", "scope-rules"]
    quote: str
    span: Span
    taken_for: ColumnKind | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was found in one document.

    Sections and paragraphs of `outline`, the `mentions` and the `zones` count in clean text (`clean.to_source` leads back); the facts' spans are source
    spans already.
    """

    source: SourceDocument
    clean: CleanText
    outline: Outline
    document: DocumentData
    targets: tuple[Target, ...]
    milestones: tuple[Milestone, ...]
    subsidies: tuple[Subsidy, ...]
    responsibilities: tuple[Responsibility, ...]
    citations: tuple[Citation, ...]
    numbers: tuple[NumberRecord, ...]
    mentions: Mentions
    zones: Zones
    warnings: tuple[Caution, ...] = ()
