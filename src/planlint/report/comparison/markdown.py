"""The comparison as Markdown tables, and behind the matrix the quote of every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.comparison.layout import MATRIX_PLANS, grids
from planlint.report.comparison.remarks import value_text
from planlint.report.markdown import escaped
from planlint.report.rows import flat
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model.comparison import Comparison
    from planlint.report.comparison.view import View


def as_markdown(comparison: Comparison, view: View) -> Iterator[str]:
    """The pieces of the text."""
    words = view.words
    yield f"# {words.say('compare.head', count=len(comparison.plans))}\n\n"
    heads = tuple(words[head] for head in ("plan", "title", "issuer", "document_number", "period", "path"))
    yield from _table(heads, _plans(comparison))
    for grid in grids(comparison, view.by, words):
        yield f"\n## {escaped(grid.title)}\n\n"
        if not grid.rows:
            yield f"{words['compare.nothing']}\n"
            continue
        yield from _table(grid.heads, grid.rows)
        for note in grid.after:
            yield f"\n{escaped(note)}\n"
    if view.by in (None, "indicator") and len(comparison.plans) <= MATRIX_PLANS:
        yield f"\n## {words['compare.evidence']}\n\n"
        yield from _table(
            tuple(words[head] for head in ("indicator_name", "plan", "year", "value", "quote", "line")),
            _evidence(comparison, view),
        )


def _plans(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for plan in comparison.plans:
        data, period = plan.document, plan.period
        yield (
            plan.label, flat(data.title or ""), flat(data.issuer or ""), data.document_number or "",
            f"{period.start}—{period.end}" if period else "", visible(plan.path),
        )  # fmt: skip


def _evidence(comparison: Comparison, view: View) -> Iterator[tuple[str, ...]]:
    for row in comparison.indicators:
        for cell in row.cells:
            yield (
                f"{row.name}·{row.key.mode or '—'}", cell.plan, cell.year or "", value_text(cell, view.words),
                flat(cell.evidence.quote), str(cell.evidence.line),
            )  # fmt: skip


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(escaped(head) for head in heads)} |\n"
    yield f"|{' --- |' * len(heads)}\n"
    for row in rows:
        yield f"| {' | '.join(escaped(cell).replace(chr(10), '<br>') for cell in row)} |\n"
