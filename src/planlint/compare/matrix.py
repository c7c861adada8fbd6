"""The matrix indicator × plan × year: one row a key, a cell for each thing that a plan says of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planlint.compare.comparable import judge, ranked
from planlint.compare.merged import level_order, year_order
from planlint.compare.unnumbered import unnumbered
from planlint.model.comparison import IndicatorCell, IndicatorRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.plan_facts import IndicatorKey, KeyedTarget, PlanFacts


def indicator_rows(plans: Sequence[PlanFacts], words: Vocabulary) -> tuple[IndicatorRow, ...]:
    """All rows: what most plans have first, the rows of one family together."""
    cells: dict[IndicatorKey, list[IndicatorCell]] = defaultdict(list)
    for plan in plans:
        for target in plan.targets:
            cells[target.key].append(_cell(plan, target))
    for key, cell in unnumbered(plans, cells, words):
        cells[key].append(cell)
    related = _Related(cells, words)
    rows = [_row(key, found, related, words) for key, found in cells.items()]
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


def name_of(key: IndicatorKey) -> str:
    """The key as a reader names it: 省级及以上科技企业孵化器（列统）."""
    level = key.level
    if level is not None:
        level = re.sub(r"(国家|省|市|区县)(?=及以上|、|$)", r"\1级", level).replace("区县级", "县级")
    return f"{level or ''}{key.noun}{f'（{key.scope}）' if key.scope else ''}"


def _cell(plan: PlanFacts, keyed: KeyedTarget) -> IndicatorCell:
    target = keyed.target
    blank = target.placeholder or target.value is None
    return IndicatorCell(
        plan=plan.label, year=target.deadline, since=keyed.since, recurrence=target.recurrence,
        state="placeholder" if blank else "value", value=keyed.value, value_max=keyed.value_max, unit=keyed.unit,
        given_value=target.value, given_value_max=target.value_max, given_unit=target.unit,
        comparator=target.comparator, hedge=target.hedge, aspirational=target.aspirational, softener=keyed.softener,
        basis=keyed.basis, baseline=keyed.baseline, part_of=keyed.part_of, name=target.indicator, fact=target.id,
        section=target.section, evidence=plan.evidence(target.quote, target.span), baseline_value=keyed.baseline_value,
        baseline_year=target.baseline_year, attribute=target.attribute,
    )  # fmt: skip


def _row(
    key: IndicatorKey, cells: Iterable[IndicatorCell], related: _Related, words: Vocabulary
) -> IndicatorRow:
    ordered = sorted(
        cells, key=lambda cell: (cell.plan, *year_order(cell.year), cell.evidence.span, cell.fact or "")
    )
    verdict = judge(ordered, words)
    units = sorted({cell.unit for cell in ordered if cell.unit})
    return IndicatorRow(
        key=key,
        name=name_of(key),
        family=words.family.get(key.noun, key.noun),
        unit="/".join(units) or None,
        comparable=verdict.comparable,
        reasons=verdict.reasons,
        notes=verdict.notes,
        related=related.of(key),
        cells=ranked(ordered) if verdict.comparable else tuple(ordered),
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
            self._by_family[words.family.get(key.noun, key.noun)].append(key)

    def of(self, key: IndicatorKey) -> tuple[IndicatorKey, ...]:
        """The keys of the near rows."""
        near = self._by_family[self._words.family.get(key.noun, key.noun)]
        return tuple(
            sorted((other for other in near if other != key), key=lambda k: (k.noun, *_key_order(k)))
        )
