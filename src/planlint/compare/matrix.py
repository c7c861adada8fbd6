"""The matrix indicator × plan × year: one row a key, a cell for each thing that a plan says of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.compare.comparable import judge
from planlint.compare.kept import in_order
from planlint.compare.merged import year_order
from planlint.compare.neighbours import Neighbours, key_order
from planlint.compare.row_keys import RowKeys
from planlint.compare.row_names import family_of
from planlint.compare.shown_units import with_shown
from planlint.compare.unnumbered import Unnumbered
from planlint.model.comparison import IndicatorCell, IndicatorRow
from planlint.model.mapping import RowMapping
from planlint.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.plan_facts import IndicatorKey, KeyedTarget, PlanFacts


class _Card(NamedTuple):
    """What the place of a row depends on; `breadth` is the number of plans that have a value or a blank."""

    family: str
    breadth: int
    key: IndicatorKey


def indicator_rows(
    plans: Sequence[PlanFacts], words: Vocabulary, mapping: RowMapping | None = None
) -> Sequence[IndicatorRow]:
    """All rows: what most plans have first, the rows of one family together. `mapping` says which have their modes and levels apart."""
    counted = {(target.key.noun, target.key.dimension) for plan in plans for target in plan.targets}
    keyed = RowKeys((noun for noun, _ in counted), mapping or RowMapping(), words)
    cells = _cells(plans, {keyed.mentioned(*each) for each in counted}, keyed, words)
    keys = {key: common for key, found in cells.items() if (common := _common(key, found)) is not None}
    near = Neighbours(keys.values(), words)
    broadest: Counter[str] = Counter()

    def rows() -> Iterator[tuple[_Card, IndicatorRow]]:
        for key, common in keys.items():
            row = _row(common, cells.pop(key), near, words)
            broadest[row.family] = max(broadest[row.family], _breadth(row))
            yield _Card(row.family, _breadth(row), row.key), row

    def place(card: _Card) -> tuple[object, ...]:
        return -broadest[card.family], card.family, -card.breadth, card.key.noun, *key_order(card.key)

    return in_order(rows(), place, plans)


def _cells(
    plans: Sequence[PlanFacts], counted: Iterable[IndicatorKey], keys: RowKeys, words: Vocabulary
) -> dict[IndicatorKey, Shelf[IndicatorCell]]:
    """The cells of each row, plan after plan; what a plan wants without a number joins the rows that other plans fill."""
    cells: dict[IndicatorKey, Shelf[IndicatorCell]] = defaultdict(Shelf)
    mentions = Unnumbered(counted, words)
    for plan in plans:
        given: set[str] = set()
        for target in plan.targets:
            key, narrower = keys.of(target.key)
            given.update(key.noun.split("、"))
            cells[key].append(_cell(plan, target, narrower))
        for key, cell in mentions.cells_of(plan, given):
            cells[key].append(cell)
    return cells


def _common(key: IndicatorKey, cells: Iterable[IndicatorCell]) -> IndicatorKey | None:
    """The key with the level, mode and scope that all values share; None where nothing has a value or a blank for one."""
    said = {(cell.level, cell.mode, cell.scope) for cell in cells if cell.state != "no-number"}
    if not said:
        return None
    levels, modes, scopes = (set(values) for values in zip(*said, strict=True))
    return replace(key, level=_only(levels), mode=_only(modes), scope=_only(scopes))


def _only(values: set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def name_of(key: IndicatorKey) -> str:
    """The key as a reader names it: 省级及以上科技企业孵化器（列统）."""
    level = key.level
    if level is not None:
        level = re.sub(r"(国家|省|市|区县)(?=及以上|、|$)", r"\1级", level).replace("区县级", "县级")
    return f"{level or ''}{key.noun}{f'（{key.scope}）' if key.scope else ''}"


def _cell(plan: PlanFacts, keyed: KeyedTarget, narrower: str | None) -> IndicatorCell:
    target = keyed.target
    scope = "、".join(filter(None, (narrower, keyed.key.scope))) or None
    blank = target.placeholder or target.value is None
    return IndicatorCell(
        plan=plan.label, year=target.deadline, since=keyed.since, recurrence=target.recurrence,
        state="placeholder" if blank else "value", value=keyed.value, value_max=keyed.value_max, unit=keyed.unit,
        given_value=target.value, given_value_max=target.value_max, given_unit=target.unit,
        comparator=target.comparator, hedge=target.hedge, aspirational=target.aspirational, softener=keyed.softener,
        basis=keyed.basis, baseline=keyed.baseline, part_of=keyed.part_of, name=target.indicator, fact=target.id,
        section=target.section, evidence=plan.evidence(target.quote, target.span), baseline_value=keyed.baseline_value,
        baseline_year=target.baseline_year, attribute=target.attribute, mode=keyed.key.mode, level=keyed.key.level, scope=scope,
        falls=keyed.falls,
    )  # fmt: skip


def _row(
    key: IndicatorKey, cells: Iterable[IndicatorCell], near: Neighbours, words: Vocabulary
) -> IndicatorRow:
    ordered = sorted(
        cells, key=lambda cell: (cell.plan, *year_order(cell.year), cell.evidence.span, cell.fact or "")
    )
    concept = words.concepts.of.get(key.noun)
    natural = concept.unit if concept is not None and concept.dimension == key.dimension else None
    verdict = judge(with_shown(ordered, natural, words), key.dimension, concept, words)
    units = sorted({cell.unit for cell in ordered if cell.unit})
    return IndicatorRow(
        key=key,
        name=name_of(key),
        family=family_of(key.noun, words),
        unit="/".join(units) or None,
        comparable=verdict.comparable,
        reasons=verdict.reasons,
        notes=verdict.notes,
        neighbours=near.of(key),
        cells=verdict.cells,
        bands=verdict.bands,
        natural_unit=natural,
    )


def _breadth(row: IndicatorRow) -> int:
    return len({cell.plan for cell in row.cells if cell.state != "no-number"})
