"""`planlint extract plan.txt --explain 12:26`: how the numbers at a place were decided, and what else was considered."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

from planlint.batch.inputs import read_input
from planlint.errors import EXIT_OK, UsageError
from planlint.explaining import Point, Quoted, explain_numbers
from planlint.report.explanation import explained_lines, explained_records

if TYPE_CHECKING:
    from planlint.batch.inputs import Inputs
    from planlint.model.document import Revisions
    from planlint.rulebook import Rulebook
    from planlint.words import Words

_POINT = re.compile(r"\s*(\d{1,9})\s*(?:[:：]\s*(\d{1,9})\s*)?")


def explain_place(
    inputs: Inputs, place: str, format_name: str, rulebook: Rulebook, words: Words, revisions: Revisions
) -> int:
    """Print the explanations; UsageError where the text has no number there."""
    if not inputs.one:
        raise UsageError("explain.one")
    if format_name not in ("console", "json"):
        raise UsageError("explain.format", format=format_name)
    path = inputs.paths[0]
    found, text = explain_numbers(read_input(path, revisions), _place_of(place), rulebook)
    if not found:
        raise UsageError("explain.nothing", path=path, place=place)
    if format_name == "json":
        sys.stdout.write(json.dumps(explained_records(found, text), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(explained_lines(found, text, words, rulebook))
    return EXIT_OK


def _place_of(place: str) -> Point | Quoted:
    """12:26 is a point, 12 a line, anything else words of the text."""
    match = _POINT.fullmatch(place)
    if match is None:
        return Quoted(place)
    return Point(int(match[1]), int(match[2]) if match[2] else None)
