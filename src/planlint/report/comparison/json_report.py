"""The comparison as one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.report.comparison.record import comparison_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.report.comparison.view import View


def as_json(comparison: Comparison, view: View) -> Iterator[str]:
    """The object in pieces, as the encoder makes them: a comparison of thousands is never one string."""
    record = comparison_record(comparison, view.words, view.by)
    yield from json.JSONEncoder(ensure_ascii=view.ascii_only, indent=1).iterencode(record)
    yield "\n"
