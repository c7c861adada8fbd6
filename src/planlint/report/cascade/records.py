"""A cascade as one JSON object; its keys are a contract (`schema_version`)."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.report.evidence import evidence
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.cascade import Cascade, CascadeItem, CascadeStep
    from planlint.model.plan_facts import PlanFacts
    from planlint.sheets.look import Look
    from planlint.words import Words

SCHEMA_VERSION = "1.0"


def as_json(cascade: Cascade, look: Look) -> Iterator[str]:
    """The object."""
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "upper": _plan(cascade.upper),
        "plans": [_step(step, look.words) for step in cascade.steps],
    }
    yield json.dumps(record, ensure_ascii=look.ascii_only, indent=1)
    yield "\n"


def _step(step: CascadeStep, words: Words) -> dict[str, Any]:
    return {
        **_plan(step.plan),
        "shared": step.shared,
        "summary": dict(sorted(Counter(f"{i.subject}.{i.outcome}" for i in step.items).items())),
        "items": [_item(item, words) for item in step.items],
    }


def _item(item: CascadeItem, words: Words) -> dict[str, Any]:
    return {
        "subject": item.subject, "outcome": item.outcome, "also": list(item.also), "what": item.what, "was": item.was, "now": item.now,
        "by": plain(item.by), "ratio": item.ratio, "reason": item.reason,
        "why": words[f"why.{item.reason}"] if item.reason else None, "units": list(item.units), "section": item.section,
        "upper": evidence(item.upper) if item.upper is not None else None,
        "lower": evidence(item.lower) if item.lower is not None else None,
    }  # fmt: skip


def _plan(plan: PlanFacts) -> dict[str, Any]:
    return {
        "label": plan.label, "path": plan.path, "sha256": plan.sha256, "title": plan.document.title, "tier": plan.tier,
    }  # fmt: skip
