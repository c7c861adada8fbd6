"""A comparison as one JSON object; its keys are a contract (`schema_version`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from planlint.report.comparison.plans import grounds
from planlint.report.comparison.remarks import apart, reason_of, reasons_said, said
from planlint.report.evidence import evidence
from planlint.report.json_stream import object_pieces
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.model.comparison import (
        Band,
        Comparison,
        IndicatorCell,
        IndicatorRow,
        SubsidyCell,
        SubsidyRow,
        SubsidyStep,
        Suggestion,
        TimelineEvent,
        UnitRow,
        Workload,
    )
    from planlint.model.plan_facts import IndicatorKey, PlanFacts
    from planlint.model.shared_text import TextPair
    from planlint.sheets.look import Look
    from planlint.words import Words

SCHEMA_VERSION = "1.0"
# The facets that `--by` names, and the keys of the report that each fills.
FACETS: dict[str, tuple[str, ...]] = {
    "indicator": ("indicators", "suggestions"),
    "subsidy": ("subsidies",),
    "unit": ("units", "workloads"),
    "timeline": ("timeline",),
    "text": ("text",),
}


def as_json(comparison: Comparison, look: Look) -> Iterator[str]:
    """The object in pieces, an item of its lists at a time: a comparison of thousands is never one record."""
    parts = _parts(comparison, look.words, look.by)
    yield from object_pieces(parts, ascii_only=look.ascii_only)
    yield "\n"


def comparison_record(comparison: Comparison, words: Words, by: str | None = None) -> dict[str, Any]:
    """The whole comparison; with `by`, the keys of the other facets are null."""
    parts = _parts(comparison, words, by)
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in parts.items()}


def _parts(comparison: Comparison, words: Words, by: str | None) -> dict[str, Any]:
    """The keys of the record; a list of the comparison is an iterator, its records made as they are asked for."""
    whole: dict[str, Callable[[], Any]] = {
        "indicators": lambda: (_indicator(row, words) for row in comparison.indicators),
        "suggestions": lambda: map(_suggestion, comparison.suggestions),
        "subsidies": lambda: map(_ladder, comparison.subsidies),
        "units": lambda: map(_unit, comparison.units),
        "workloads": lambda: map(_workload, comparison.workloads),
        "timeline": lambda: map(_event, comparison.timeline),
        "text": lambda: _text(comparison),
    }
    return {
        "schema_version": SCHEMA_VERSION,
        "plans": map(_plan, comparison.plans),
        **{key: made() if by is None or key in FACETS[by] else None for key, made in whole.items()},
    }


def key_record(key: IndicatorKey) -> dict[str, str | None]:
    """The key of an indicator row."""
    return {
        "noun": key.noun, "level": key.level, "mode": key.mode, "scope": key.scope, "dimension": key.dimension,
    }  # fmt: skip


def _plan(plan: PlanFacts) -> dict[str, Any]:
    data = plan.document
    period = plan.period
    return {
        "label": plan.label, "path": plan.path, "sha256": plan.sha256, "characters": plan.characters, "tier": plan.tier,
        "title": data.title, "kind": data.kind, "issuer": data.issuer, "document_number": data.document_number,
        "signed_on": data.signed_on, "published_on": data.published_on, "division": data.division,
        "division_code": data.division_code,
        "period": {"start": period.start, "end": period.end} if period is not None else None,
        "grounds": grounds(plan), "removed": plan.removed, "warnings": [{"code": c.code, "quote": c.quote} for c in plan.warnings],
    }  # fmt: skip


def _indicator(row: IndicatorRow, words: Words) -> dict[str, Any]:
    return {
        "key": key_record(row.key),
        "name": row.name,
        "family": row.family,
        "unit": row.unit,
        "comparable": row.comparable,
        "reason": reason_of(row, words),
        "notes": [said(note, words) for note in row.notes],
        "related": [key_record(key) for key in row.related],
        "neighbours": [{"key": key_record(n.key), "reasons": list(n.reasons)} for n in row.neighbours],
        "natural_unit": row.natural_unit,
        "bands": [_band(band, words) for band in row.bands],
        "cells": [_cell(cell, words) for cell in row.cells],
    }


def _band(band: Band, words: Words) -> dict[str, Any]:
    return {
        "mode": band.mode, "level": band.level, "scope": band.scope, "basis": band.basis, "baseline": band.baseline,
        "part_of": band.part_of, "plans": list(band.plans), "comparable": band.comparable,
        "reason": reasons_said(band.reasons, words), "better": band.better,
        "years": [{"year": y.year, "plans": list(y.plans), "comparable": y.comparable} for y in band.years],
    }  # fmt: skip


def _cell(cell: IndicatorCell, words: Words) -> dict[str, Any]:
    return {
        "plan": cell.plan, "year": cell.year, "since": cell.since, "recurrence": cell.recurrence, "state": cell.state,
        "value": plain(cell.value), "value_max": plain(cell.value_max), "unit": cell.unit,
        "shown_value": plain(cell.shown.value) if cell.shown else plain(cell.value),
        "shown_unit": cell.shown.unit if cell.shown else cell.unit,
        "given_value": plain(cell.given_value), "given_value_max": plain(cell.given_value_max), "given_unit": cell.given_unit,
        "comparator": cell.comparator if cell.state == "value" else None, "hedge": cell.hedge, "aspirational": cell.aspirational,
        "softener": cell.softener, "basis": cell.basis, "baseline": cell.baseline, "baseline_value": plain(cell.baseline_value),
        "baseline_year": cell.baseline_year, "attribute": cell.attribute, "part_of": cell.part_of, "rank": cell.rank,
        "mode": cell.mode, "level": cell.level, "scope": cell.scope, "falls": cell.falls, "band": cell.band,
        "comparable": cell.comparable, "remark": apart(cell, words),
        "name": cell.name, "fact": cell.fact, "section": cell.section, **evidence(cell.evidence),
    }  # fmt: skip


def _suggestion(found: Suggestion) -> dict[str, Any]:
    """Two names, and what taking them for one would do: plans that could be compared, what would still differ, who would have two values."""
    return {
        "noun": found.noun, "other": found.other, "score": found.score, "dimension": found.dimension, "plans": list(found.plans),
        "other_plans": list(found.other_plans), "gains": found.gains, "remains": list(found.remains),
        "conflicts": list(found.conflicts),
    }  # fmt: skip


def _ladder(row: SubsidyRow) -> dict[str, Any]:
    return {
        "object": row.object,
        "steps": [_step(step) for step in row.steps],
        "cells": [_subsidy(cell) for cell in row.cells],
    }


def _event(event: TimelineEvent) -> dict[str, Any]:
    return {
        "plan": event.plan, "date": event.date, "kind": event.kind, "what": event.what, "fact": event.fact,
        **evidence(event.evidence),
    }  # fmt: skip


def _step(step: SubsidyStep) -> dict[str, Any]:
    return {
        "level": step.level, "grade": step.grade, "plans": list(step.plans), "minimum": plain(step.minimum),
        "median": plain(step.median), "maximum": plain(step.maximum),
    }  # fmt: skip


def _subsidy(cell: SubsidyCell) -> dict[str, Any]:
    return {
        "plan": cell.plan, "level": cell.level, "grade": cell.grade, "trigger": cell.trigger, "size": cell.size, "beneficiary": cell.beneficiary, "kind": cell.kind,
        "amount": plain(cell.amount), "amount_min": plain(cell.amount_min), "amount_max": plain(cell.amount_max),
        "rate": plain(cell.rate), "cap": plain(cell.cap), "per": cell.per, "term": cell.term, "verb": cell.verb,
        "payer": cell.payer, "own": cell.own, "conditions": list(cell.conditions), "terms": [evidence(t) for t in cell.terms],
        "fact": cell.fact, "section": cell.section, **evidence(cell.evidence),
    }  # fmt: skip


def _unit(row: UnitRow) -> dict[str, Any]:
    return {
        "canonical": row.canonical,
        "combined": list(row.combined),
        "cells": [
            {
                "plan": c.plan, "lead": c.lead, "responsible": c.responsible, "cooperate": c.cooperate, "implement": c.implement,
                "names": list(c.names),
                "tasks": [
                    {"section": t.section, "heading": t.heading, "role": t.role, "fact": t.fact, **evidence(t.evidence)}
                    for t in c.tasks
                ],
            }
            for c in row.cells
        ],
    }  # fmt: skip


def _workload(item: Workload) -> dict[str, Any]:
    return {
        "plan": item.plan,
        "tasks": item.tasks,
        "assigned": item.assigned,
        "without": [
            {"section": t.section, "heading": t.heading, **evidence(t.evidence)} for t in item.without
        ],
    }


def _text(comparison: Comparison) -> dict[str, Any]:
    text = comparison.text
    return {
        "structure": [{"plan": plan.label, "sections": list(_structure(plan))} for plan in comparison.plans],
        "themes": [
            {
                "theme": row.theme,
                "places": [
                    {"plan": p.plan, "heading": p.heading, "characters": p.characters, **evidence(p.evidence)}
                    for p in row.places
                ],
                "missing": list(row.missing),
            }
            for row in text.themes
        ],
        "pairs": [_pair(pair) for pair in text.pairs],
        "pairs_left_out": text.pairs_left_out,
        "formulas": text.formulas,
        "unique": [{"plan": plan, "share": share} for plan, share in text.unique],
    }


def _structure(plan: PlanFacts) -> Iterable[dict[str, Any]]:
    for section in plan.sections:
        yield {
            "path": section.path, "heading": section.heading, "level": section.level, "characters": section.characters,
            "task": section.is_task, "themes": list(section.themes), **evidence(section.evidence),
        }  # fmt: skip


def _pair(pair: TextPair) -> dict[str, Any]:
    return {
        "first": pair.first, "second": pair.second, "shared_characters": pair.shared_characters,
        "share_of_first": pair.share_of_first, "share_of_second": pair.share_of_second,
        "passages": [
            {"characters": p.characters, "first": evidence(p.first_evidence), "second": evidence(p.second_evidence)}
            for p in pair.passages
        ],
    }  # fmt: skip
