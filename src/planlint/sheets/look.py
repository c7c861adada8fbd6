"""How a report is shown: its language, the terminal it goes to, and what of it was asked for. It lies below every format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.words import Words


# The record of one document, as JSON prints it.
Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """One value for every report.

    `width` and `colour` are those of the terminal, `ascii_only` is for a stream that cannot carry Chinese; `one` report stands alone
    (JSON: an object, no array). `kinds` are the kinds of facts of an extraction, `by` the facet of a comparison (None for all);
    `failed` is told of a report that cannot be drawn, and gives the record that stands in its place. `summary` says that GitHub keeps the page of a job, `dry` that
    repairs are only shown, `reviewed` that the facts are those of reviewers, who are named beside them.
    `pages` are the marked pages that lie beside a workbook, by the path of their plan.
    """

    words: Words
    width: int = 100
    colour: bool = False
    ascii_only: bool = False
    one: bool = False
    kinds: tuple[str, ...] = ()
    by: str | None = None
    failed: Callable[[str, Exception], Report] | None = None
    summary: bool = False
    reviewed: bool = False
    pages: Mapping[str, str] = field(default_factory=dict)
    dry: bool = False
