"""The fields of a fact that a reviewer adds by selecting words: what the scanner read in them, for a person to correct.

培育高新技术企业不少于80家 as a target is indicator 培育高新技术企业, comparator >=, value 80, unit 家. What the words do not say stays empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.model.fact import Citation, Milestone, NumberRecord, Responsibility, Subsidy, Target
from planlint.sheets.sheet import plain
from planlint.text.document_numbers import document_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.fact import Extraction
    from planlint.model.mention import Quantity, TimeMention
    from planlint.model.span import Span

# The rule that stands behind a fact which no rule found.
ADDED = "review"
_TITLE = re.compile("《([^《》]+)》")
_EDGES = " \t\r\n　，。；、：:,;()（）"


@dataclass(frozen=True, slots=True)
class _Said:
    """What the scanner read within the words."""

    text: str
    start: int
    quantities: tuple[tuple[Span, Quantity], ...]
    times: tuple[TimeMention, ...]

    def before_first(self) -> str:
        """The words before the first quantity."""
        if not self.quantities:
            return self.text
        return self.text[: self.quantities[0][0].start - self.start]


def proposed(extraction: Extraction, kind: str, span: Span) -> dict[str, Any]:
    """The fields that the words seem to say, as plain values."""
    said = _said(extraction, span)
    make = {
        "targets": _target, "subsidies": _subsidy, "milestones": _due, "citations": _citation, "responsibilities": _unit,
    }[kind]  # fmt: skip
    fields = {name: plain(value) for name, value in make(said).items() if value is not None}
    section = section_at(extraction, span)
    return fields | ({"section": section} if section is not None and kind != "citations" else {})


def section_at(extraction: Extraction, span: Span) -> str | None:
    """The path of the section that a source span stands in."""
    section = extraction.outline.section_at(extraction.clean.from_source(span).start)
    return section.path if section is not None else None


def blank(extraction: Extraction, kind: str, span: Span) -> Any:  # noqa: ANN401 - one of the fact classes
    """A fact of the kind that says nothing yet but its words."""
    place: dict[str, Any] = {
        "rule": ADDED, "quote": extraction.source.text[span.start : span.end], "span": span,
    }  # fmt: skip
    section = section_at(extraction, span)
    if kind == "targets":
        return Target(
            id="", indicator="", comparator="=", value=None, value_max=None, unit=None, deadline=None, recurrence=None,
            aspirational=False, placeholder=False, mode=None, hedge=None, section=section, inherited={}, **place,
        )  # fmt: skip
    if kind == "subsidies":
        return Subsidy(
            id="", beneficiary=None, kind=None, amount=None, amount_min=None, amount_max=None, rate=None, cap=None, per=None, verb=None,
            payer=None, conditions=(), section=section, **place,
        )  # fmt: skip
    if kind == "milestones":
        return Milestone(id="", deadline="", section=section, **place)
    if kind == "responsibilities":
        return Responsibility(
            id="",
            unit=place["quote"],
            canonical=None,
            gloss=None,
            role="responsible",
            section=section,
            **place,
        )
    if kind == "citations":
        return Citation(id="", title=None, document_number=None, **place)
    return NumberRecord(role="unknown", fact=None, **place)


def _said(extraction: Extraction, span: Span) -> _Said:
    clean = extraction.clean
    within = clean.from_source(span)

    def quantities() -> Iterator[tuple[Span, Quantity]]:
        for quantity in extraction.mentions.quantities:
            if within.contains(quantity.number):
                yield clean.to_source(quantity.span), quantity

    times = tuple(time for time in extraction.mentions.times if within.contains(time.span))
    return _Said(extraction.source.text[span.start : span.end], span.start, tuple(quantities()), times)


def _target(said: _Said) -> dict[str, Any]:
    fields: dict[str, Any] = {"indicator": said.before_first().strip(_EDGES), "deadline": _deadline(said)}
    if said.quantities:
        quantity = said.quantities[0][1]
        fields |= {
            "value": quantity.value, "value_max": quantity.value_max, "unit": quantity.unit, "comparator": quantity.comparator,
        }  # fmt: skip
    return fields | {"recurrence": next((t.recurrence for t in said.times if t.recurrence), None)}


def _subsidy(said: _Said) -> dict[str, Any]:
    fields: dict[str, Any] = {"beneficiary": said.before_first().strip(_EDGES)}
    for _, quantity in said.quantities:
        if quantity.dimension == "share":
            fields.setdefault("rate", quantity.value / 100 if quantity.value is not None else None)
        elif quantity.dimension == "money" and quantity.value_max is not None:
            fields |= {"amount_min": quantity.value, "amount_max": quantity.value_max}
        elif quantity.dimension == "money":
            fields.setdefault("cap" if quantity.comparator.startswith("<") else "amount", quantity.value)
    return fields


def _due(said: _Said) -> dict[str, Any]:
    return {"deadline": _deadline(said)}


def _citation(said: _Said) -> dict[str, Any]:
    title = _TITLE.search(said.text)
    number = next(document_numbers(said.text), None)
    return {
        "title": title[1] if title else None,
        "document_number": number.group() if number is not None else None,
    }


def _unit(said: _Said) -> dict[str, Any]:
    return {"unit": said.text.strip(_EDGES), "role": "responsible"}


def _deadline(said: _Said) -> str | None:
    return next((time.deadline for time in said.times if time.role == "by" and time.deadline), None)
