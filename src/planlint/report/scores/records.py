"""Scores as one JSON object; null where there is nothing to divide by, or kappa is undefined."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.report.scores.shown import kinds_and_all, paired_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.scores import Scores
    from planlint.sheets.look import Look

SCHEMA_VERSION = "1.0"
_FIGURES = 6


def as_json(scores: Scores, look: Look) -> Iterator[str]:
    """The object."""
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "plans": scores.plans,
        "kinds": {
            score.kind: {
                "one": score.one, "other": score.other, "placed": score.placed, "right": score.right,
                "precision": _rounded(score.precision), "recall": _rounded(score.recall), "f1": _rounded(score.f1),
            }
            for score in kinds_and_all(scores)
        },
        "fields": [
            {
                "kind": found.kind, "field": found.name, "pairs": len(found.values), "agreement": _rounded(found.agreement),
                "kappa": _rounded(found.kappa),
            }
            for found in paired_fields(scores)
        ],
    }  # fmt: skip
    yield json.dumps(record, ensure_ascii=look.ascii_only, indent=1)
    yield "\n"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _FIGURES)
