"""Targets in the standards of an evaluation table: 指标 建档率 | 评价标准 较上一年增加，力争2027年达到80% is one, 80% by 2027."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.mention import Quantity, TimeMention
    from planlint.reading.placed_tables import PlacedCell
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook

_CLAUSE = re.compile("[，,。；;：:\n（(）)]")
_EDGES = " \n，,、；;：:（()）"
# A subject as long as this is an indicator of its own; a shorter one says which part of the row's indicator.
_OWN_INDICATOR = 7


class Standard:
    """One number of a standard: what it is said of within the cell, by when, and in which clause."""

    def __init__(
        self, quantity: Quantity, subject: str, time: TimeMention | None, clause: Span, *, yearly: bool
    ) -> None:
        self.quantity = quantity
        self.subject = subject
        self.time = time
        self.clause = clause
        self.yearly = yearly

    def indicator(self, name: str) -> str:
        """The indicator: the row's, with what the clause says before the number (每万常住人口 + 医生人数)."""
        if not self.subject or self.subject in name:
            return name
        if len(self.subject) >= _OWN_INDICATOR and not self.subject.startswith("每"):
            return self.subject
        return self.subject + name


def standards_of(reading: Reading, cell: PlacedCell, rules: Rulebook) -> Iterator[Standard]:
    """The numbers of a cell that are to be reached: those with a bound (达到80%, ≥50%), and changes (每年增加1—3个百分点)."""
    text = reading.clean.text
    words = rules.words("tables")
    changes, points = tuple(words["changes"]), frozenset(words["scoring"])
    for q in cell.quantities:
        start = _clause_start(text, cell.span.start, q.span.start)
        before = text[start : q.span.start].strip(_EDGES)
        times = [t for t in cell.times if t.span.start < q.span.start]
        bound = q.comparator != "=" or cell.is_value
        if q.unit in points or not (bound or before.endswith(changes)):
            continue
        due = next((t for t in reversed(times) if t.deadline is not None), None)
        yearly = any(t.recurrence == "yearly" and t.span.start >= start for t in times)
        subject = _subject(text, start, q.span.start, times, words)
        yield Standard(q, subject, due, Span(start, q.span.end), yearly=yearly)


def _clause_start(text: str, start: int, end: int) -> int:
    return max((m.end() for m in _CLAUSE.finditer(text, start, end)), default=start)


def _subject(text: str, start: int, end: int, times: list[TimeMention], words: dict[str, list[str]]) -> str:
    """What the clause says before its number, without times, 力争 and verbs."""
    for time in times:
        if start <= time.span.start < end:
            start = max(start, time.span.end)
    subject = text[start:end].strip(_EDGES)
    for word in (*words["changes"], *words["before_subjects"]):
        subject = subject.removesuffix(word)
    for word in words["before_subjects"]:
        subject = subject.removeprefix(word)
    return subject if 2 <= len(subject) <= 24 and not any(ch.isdigit() for ch in subject) else ""
