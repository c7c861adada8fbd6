"""Which tables a readable report has, in the reader's order, and how their columns share a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report import rows
from planlint.report.width import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.report.record import Report
    from planlint.report.rows import Row
    from planlint.report.words import Words

# The least that a column is squeezed to, and what stands between two columns.
_LEAST = 8
GAP = 2


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of fact as a table: column heads (keys of words.py) and a function that gives its rows.

    The columns in `wide` hold text and are squeezed where a line is too narrow; those in `right` hold numbers.
    """

    kind: str
    heads: tuple[str, ...]
    rows: Callable[[Report, Words], Iterator[Row]]
    wide: tuple[str, ...]
    right: tuple[str, ...] = ("line", "amount", "rate", "cap", "count")


TABLES = (
    Table("sections", ("line", "heading"), rows.section_rows, ("heading",)),
    Table("targets", ("line", "indicator", "value", "deadline"), rows.target_rows, ("indicator", "value")),
    Table("milestones", ("line", "deadline", "what"), rows.milestone_rows, ("what",)),
    Table(
        "subsidies",
        ("line", "beneficiary", "amount", "rate", "cap", "per"),
        rows.subsidy_rows,
        ("beneficiary", "per"),
    ),
    Table("responsibilities", ("tasks", "agency"), rows.task_rows, ("tasks", "agency")),
    Table(
        "citations", ("line", "title", "document_number"), rows.citation_rows, ("title", "document_number")
    ),
    Table("numbers", ("role", "count"), rows.ledger_rows, ()),
)


def widths(table: Table, heads: Sequence[str], body: Sequence[Row], width: int) -> list[int]:
    """How many columns of the screen each column of the table gets; the wide ones share what the others leave."""
    natural = [
        max(columns(line) for cell in cells for line in cell.split("\n"))
        for cells in zip(heads, *body, strict=True)
    ]
    left = width - GAP * (len(heads) - 1)
    flexible = [i for i, head in enumerate(table.heads) if head in table.wide]
    left -= sum(size for i, size in enumerate(natural) if i not in flexible)
    # the smallest first: what it does not need is there for the others
    for position, i in enumerate(sorted(flexible, key=lambda i: natural[i])):
        share = max(_LEAST, left // (len(flexible) - position))
        natural[i] = min(natural[i], share)
        left -= natural[i]
    return natural
