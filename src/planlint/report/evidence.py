"""The characters that a value stands on, as every report for programs and every reader has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.plan_facts import Evidence


def evidence(found: Evidence) -> dict[str, Any]:
    """Quote and span, as every fact of the JSON reports has them."""
    start, end = found.span
    return {
        "quote": found.quote,
        "span": {"start": start, "end": end, "line": found.line, "column": found.column},
    }


def quoted(found: Evidence | None) -> str:
    """`L12 引进人才200人`: the line and its words; nothing for none."""
    return f"L{found.line} {flat(found.quote)}" if found is not None else ""
