"""Which tables a readable report has, in the reader's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.report.words import Lang

# Kind of fact, column heads (words.py), rows.
TABLES: tuple[tuple[str, tuple[str, ...], Callable[[dict[str, Any], Lang], Iterator[tuple[str, ...]]]], ...] = (
    ("targets", ("line", "indicator", "value", "deadline"), rows.target_rows),
    ("milestones", ("line", "deadline", "what"), rows.milestone_rows),
    ("subsidies", ("line", "beneficiary", "amount", "rate", "cap", "per"), rows.subsidy_rows),
    ("responsibilities", ("section", "tasks", "unit"), rows.task_rows),
    ("citations", ("line", "title", "document_number"), rows.citation_rows),
    ("numbers", ("role", "count"), rows.ledger_rows),
)
