"""The comparison as flat tables, one fact a row, the same for CSV and Excel: heads are keys of words.py, values are raw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.report.comparison.record import decimal, grounds
from planlint.report.comparison.remarks import reason_of, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.comparison import Comparison
    from planlint.model.plan_facts import Evidence
    from planlint.report.words import Words

Values = tuple[Any, ...]
_PLACE = ("quote", "line", "column", "start", "end")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `name` names its file, `title` is a key of words.py; a missing value is None."""

    name: str
    facet: str | None
    title: str
    heads: tuple[str, ...]
    rows: Callable[[Comparison, Words], Iterator[Values]]


def _place(found: Evidence) -> Values:
    return found.quote, found.line, found.column, found.span.start, found.span.end


def _plans(comparison: Comparison, words: Words) -> Iterator[Values]:
    for plan in comparison.plans:
        data, period = plan.document, plan.period
        yield (
            plan.label, data.division, data.division_code, plan.tier, data.title, data.kind, data.document_number, data.issuer,
            data.signed_on, data.published_on, f"{period.start}—{period.end}" if period else None,
            words.join(grounds(plan)) or None, plan.path, plan.sha256, plan.characters, plan.removed,
        )  # fmt: skip


def _indicators(comparison: Comparison, words: Words) -> Iterator[Values]:
    for row in comparison.indicators:
        key = row.key
        dimension = words[f"dimension.{key.dimension}"]
        said_of_row = (
            row.comparable, reason_of(row, words), words.join(said(note, words) for note in row.notes) or None,
        )  # fmt: skip
        for c in row.cells:
            yield (
                row.name, key.noun, c.level, c.mode, c.scope, dimension, *said_of_row, c.plan, c.year, c.since, words[f"state.{c.state}"], c.comparator if c.state == "value" else None,
                decimal(c.value), decimal(c.value_max), c.unit, decimal(c.given_value), c.given_unit, c.hedge, c.aspirational,
                c.softener, c.basis, words.recurring(c.recurrence) or None, c.baseline or c.baseline_year,
                decimal(c.baseline_value), words.get(c.attribute) if c.attribute else None, c.part_of, c.rank, c.name, c.section,
                c.fact, *_place(c.evidence),
            )  # fmt: skip


def _subsidies(comparison: Comparison, words: Words) -> Iterator[Values]:
    for row in comparison.subsidies:
        for c in row.cells:
            yield (
                row.object, c.level, c.plan, c.own, c.payer, c.verb, c.kind, decimal(c.amount), decimal(c.amount_min),
                decimal(c.amount_max), decimal(c.rate), decimal(c.cap), c.per, c.term, words.join(c.conditions) or None,
                words.join(t.quote for t in c.terms) or None, c.beneficiary, c.section, c.fact, *_place(c.evidence),
            )  # fmt: skip


def _units(comparison: Comparison, words: Words) -> Iterator[Values]:
    for row in comparison.units:
        for c in row.cells:
            yield (
                row.canonical, c.plan, words.join(c.names), c.lead, c.responsible, c.cooperate, c.implement, len(c.tasks),
            )  # fmt: skip


def _unit_tasks(comparison: Comparison, words: Words) -> Iterator[Values]:
    for row in comparison.units:
        for c in row.cells:
            for t in c.tasks:
                yield (
                    row.canonical, c.plan, words.get(t.role), t.section, t.heading, t.fact, *_place(t.evidence),
                )  # fmt: skip


def _open_tasks(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001 - all sheets are asked alike
    for item in comparison.workloads:
        for t in item.without:
            yield item.plan, t.section, t.heading, *_place(t.evidence)


def _workloads(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    for item in comparison.workloads:
        yield item.plan, item.tasks, item.assigned, len(item.without)


def _timeline(comparison: Comparison, words: Words) -> Iterator[Values]:
    for e in comparison.timeline:
        yield e.date, e.plan, words.get(e.kind), e.what, e.fact, *_place(e.evidence)


def _themes(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    for row in comparison.text.themes:
        for p in row.places:
            yield row.theme, p.plan, p.heading, p.characters, *_place(p.evidence)


def _passages(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    for pair in comparison.text.pairs:
        for p in pair.passages:
            yield (
                pair.first, pair.second, p.characters, *_place(p.first_evidence), p.second_evidence.quote, p.second_evidence.line,
            )  # fmt: skip


def _pairs(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    for pair in comparison.text.pairs:
        yield pair.first, pair.second, pair.shared_characters, pair.share_of_first, pair.share_of_second


def _unique(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    yield from comparison.text.unique


def _suggestions(comparison: Comparison, words: Words) -> Iterator[Values]:  # noqa: ARG001
    for s in comparison.suggestions:
        yield s.noun, s.other, s.score


SHEETS = (
    Sheet("plans", None, "compare.plans", (
        "plan", "division", "division_code", "tier", "title", "kind", "document_number", "issuer", "signed_on", "published_on",
        "period", "grounds", "path", "sha256", "characters", "removed",
    ), _plans),
    Sheet("indicators", "indicator", "by.indicator", (
        "indicator_name", "noun", "rank_level", "mode", "scope", "dimension", "comparable", "reason", "notes", "plan", "year", "since",
        "state", "comparator", "normal_value", "normal_max", "normal_unit", "given_value", "given_unit", "hedge", "aspirational",
        "softener", "basis", "recurrence", "baseline_year", "baseline", "attribute", "part_of", "rank", "printed", "section", "fact", *_PLACE,
    ), _indicators),
    Sheet("suggestions", "indicator", "compare.suggestions", ("noun", "other", "score"), _suggestions),
    Sheet("subsidies", "subsidy", "by.subsidy", (
        "object", "rank_level", "plan", "own", "payer", "verb", "kind", "amount", "amount_min", "amount_max", "rate", "cap", "per",
        "term", "conditions", "terms", "beneficiary", "section", "fact", *_PLACE,
    ), _subsidies),
    Sheet("units", "unit", "by.unit", (
        "department", "plan", "local_names", "lead", "responsible", "cooperate", "implement", "all_tasks",
    ), _units),
    Sheet("unit-tasks", "unit", "tasks", ("department", "plan", "role", "section", "heading", "fact", *_PLACE), _unit_tasks),
    Sheet("workloads", "unit", "compare.workload", ("plan", "all_tasks", "assigned", "open"), _workloads),
    Sheet("open-tasks", "unit", "compare.open", ("plan", "section", "heading", *_PLACE), _open_tasks),
    Sheet("timeline", "timeline", "by.timeline", ("event_date", "plan", "event", "what", "fact", *_PLACE), _timeline),
    Sheet("themes", "text", "compare.themes", ("theme", "plan", "heading", "characters", *_PLACE), _themes),
    Sheet("pairs", "text", "compare.pairs", ("first", "second", "shared_characters", "share_of_first", "share_of_second"), _pairs),
    Sheet("passages", "text", "compare.passages", (
        "first", "second", "shared_characters", *_PLACE, "second_quote", "second_line",
    ), _passages),
    Sheet("unique", "text", "compare.unique", ("plan", "unique_share"), _unique),
)  # fmt: skip


def sheets_of(by: str | None) -> tuple[Sheet, ...]:
    """The tables of one facet, or all of them."""
    return tuple(sheet for sheet in SHEETS if by is None or sheet.facet == by)
