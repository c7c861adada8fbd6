"""The differences as one JSON object; its keys are a contract (`schema_version`)."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.report.evidence import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.difference import Difference, PlanDiff
    from planlint.model.plan_facts import PlanFacts
    from planlint.sheets.look import Look

SCHEMA_VERSION = "1.0"


def as_json(diff: PlanDiff, look: Look) -> Iterator[str]:
    """The object."""
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "old": _plan(diff.old),
        "new": _plan(diff.new),
        "same_text": diff.same_text,
        "summary": dict(sorted(Counter(change.change for change in diff.differences).items())),
        "differences": [_difference(change) for change in diff.differences],
    }
    yield json.dumps(record, ensure_ascii=look.ascii_only, indent=1)
    yield "\n"


def _difference(change: Difference) -> dict[str, Any]:
    return {
        "subject": change.subject, "change": change.change, "what": change.what, "was": change.was, "now": change.now,
        "section": change.section,
        "before": evidence(change.before) if change.before is not None else None,
        "after": evidence(change.after) if change.after is not None else None,
    }  # fmt: skip


def _plan(plan: PlanFacts) -> dict[str, Any]:
    return {"path": plan.path, "sha256": plan.sha256, "title": plan.document.title}
