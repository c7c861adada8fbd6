"""Dates that count from the print of the document: `+3m` of a plan signed on 2023-10-19 is 2024-01, `+30d` 2023-11-18."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.fact import DocumentData

_MONTHS = 12


def after_print(term: str, document: DocumentData) -> str | None:
    """The date that a term after the print ends on, months to the month; None where the document does not say its day."""
    signed = document.signed_on or document.published_on
    if signed is None:
        return None
    try:
        day = date.fromisoformat(signed)
    except ValueError:
        return None  # signed in a month
    count = int(term[1:-1])
    if term.endswith("d"):
        return (day + timedelta(days=count)).isoformat()
    months = day.year * _MONTHS + day.month - 1 + count
    return f"{months // _MONTHS}-{months % _MONTHS + 1:02}"
