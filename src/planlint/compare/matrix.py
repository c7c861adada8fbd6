"""The matrix indicator × plan × year: one row a key, a cell for each thing that a plan says of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.compare.comparable import judge
from planlint.compare.merged import level_order, year_order
from planlint.compare.row_names import family_of, homes_of
from planlint.compare.shown_units import with_shown
from planlint.compare.unnumbered import unnumbered
from planlint.model.comparison import IndicatorCell, IndicatorRow
from planlint.model.plan_facts import IndicatorKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.plan_facts import Dimension, KeyedTarget, PlanFacts


def indicator_rows(plans: Sequence[PlanFacts], words: Vocabulary) -> tuple[IndicatorRow, ...]:
    """All rows: what most plans have first, the rows of one family together."""
    homes = homes_of((target.key.noun for plan in plans for target in plan.targets), words)
    cells: dict[IndicatorKey, list[IndicatorCell]] = defaultdict(list)
    for plan in plans:
        for target in plan.targets:
            home = homes[target.key.noun]
            cells[_row_key(home.noun, target.key.dimension)].append(_cell(plan, target, home.scope))
    for key, cell in unnumbered(plans, cells, words):
        cells[key].append(cell)
    keys = {key: _common(key, found) for key, found in cells.items()}
    related = _Related(keys.values(), words)
    rows = [_row(keys[key], found, related, words) for key, found in cells.items()]
    breadth: Counter[str] = Counter()
    for row in rows:
        breadth[row.family] = max(breadth[row.family], _breadth(row))
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                -breadth[row.family],
                row.family,
                -_breadth(row),
                row.key.noun,
                *_key_order(row.key),
            ),
        )
    )


def _row_key(noun: str, dimension: Dimension) -> IndicatorKey:
    return IndicatorKey(noun, None, None, None, dimension)


def _common(key: IndicatorKey, cells: Sequence[IndicatorCell]) -> IndicatorKey:
    """The key with the level, mode and scope that all values share."""
    valued = [cell for cell in cells if cell.state != "no-number"] or list(cells)
    levels, modes, scopes = ({getattr(cell, name) for cell in valued} for name in ("level", "mode", "scope"))
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
    key: IndicatorKey, cells: Iterable[IndicatorCell], related: _Related, words: Vocabulary
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
        related=related.of(key),
        cells=verdict.cells,
        bands=verdict.bands,
        natural_unit=natural,
    )


def _breadth(row: IndicatorRow) -> int:
    return len({cell.plan for cell in row.cells if cell.state != "no-number"})


def _key_order(key: IndicatorKey) -> tuple[tuple[int, str], str, str, str]:
    return level_order(key.level), key.mode or "", key.scope or "", key.dimension


class _Related:
    """Which rows are near a row."""

    def __init__(self, keys: Iterable[IndicatorKey], words: Vocabulary) -> None:
        self._words = words
        self._by_family: dict[str, list[IndicatorKey]] = defaultdict(list)
        for key in keys:
            self._by_family[family_of(key.noun, words)].append(key)

    def of(self, key: IndicatorKey) -> tuple[IndicatorKey, ...]:
        """The keys of the near rows."""
        near = self._by_family[family_of(key.noun, self._words)]
        return tuple(
            sorted((other for other in near if other != key), key=lambda k: (k.noun, *_key_order(k)))
        )
