"""What a document says once and means everywhere: 列首位的为牵头单位, 完成时限：2019年6月底, 以下简称“高新区”. Spans count in CLEAN text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from planlint.model.fact import Caution, DocumentData, Role

if TYPE_CHECKING:
    from planlint.model.span import Span

# What stands behind a label: units that answer (责任单位：), a time by which (完成时限：), a place (建设地点：), a sum (总投资：), words (责任人：).
LabelKind = Literal["units", "time", "place", "sum", "text"]
# Where in a list a unit stands: first of all, before its first separator of a kind, or wearing a mark (*).
ListPosition = Literal["first", "before", "marked"]


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A label with what stands behind it, on a line of its own, in brackets or behind a task: `完成时限：2019年6月底前`.

    `span` covers label and value, `value` the value alone. `role` is what a label before units makes of them; None for the other kinds, and
    where the label names two roles at once (牵头及配合单位). `bracketed` tells that the value ends with its bracket.
    """

    label: str
    kind: LabelKind
    span: Span
    value: Span
    role: Role | None = None
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """What a place in a list of units means, said once: 逗号前为牵头单位，其余单位配合.

    The unit at the `position` has the `role`, the others the role `rest` (None where the document does not say). `marks` are the
    separators before whose first the units stand (逗号: ，,), or the signs that a marked unit wears. It holds for the lists in `holds`.
    """

    position: ListPosition
    role: Role
    rest: Role | None
    span: Span
    holds: Span
    marks: str = ""


@dataclass(frozen=True, slots=True)
class ShortName:
    """`云岭高新技术产业开发区（以下简称“高新区”）`: what is short for what, and where that is said."""

    short: str
    full: str
    span: Span


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
    """Computed once, before any fact, and asked by every finder; lists are in reading order.

    `document` is what the plan says of itself, `place` the place whose plan it is (云岭市), `cautions` what it says in two ways.
    """

    document: DocumentData = field(default_factory=DocumentData)
    clock: PlanClock = field(default_factory=PlanClock)
    scope: tuple[ScopeRule, ...] = ()
    labelled: tuple[LabelledLine, ...] = ()
    short_names: tuple[ShortName, ...] = ()
    place: str | None = None
    cautions: tuple[Caution, ...] = ()

    def labelled_at(self, offset: int) -> LabelledLine | None:
        """The labelled line, label included, that holds a clean offset."""
        i = bisect.bisect_right(self.labelled, offset, key=lambda line: line.span.start) - 1
        line = self.labelled[i] if i >= 0 else None
        return line if line is not None and offset < line.span.end else None

    def scope_at(self, offset: int) -> tuple[ScopeRule, ...]:
        """The scope rules that hold for a list at a clean offset; of several the first that fits the list decides."""
        return tuple(rule for rule in self.scope if rule.holds.start <= offset < rule.holds.end)
