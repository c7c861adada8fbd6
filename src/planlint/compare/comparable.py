"""Whether the values of one row can be compared, why not, what to bear in mind, and the ranks of those that can."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.compare.measures import same_measure
from planlint.model.comparison import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorCell

# Bounds that point one way; a plain number points nowhere.
_DIRECTIONS = {">=": ">=", ">": ">=", "<=": "<=", "<": "<="}


class Verdict(NamedTuple):
    """What is said of a row."""

    comparable: bool
    reasons: tuple[Remark, ...]
    notes: tuple[Remark, ...]


def judge(cells: Sequence[IndicatorCell], words: Vocabulary) -> Verdict:
    """The verdict on the cells of one row."""
    valued = [cell for cell in cells if cell.state == "value"]
    plans = _plans(valued)
    notes = tuple(_notes(cells, valued))
    if len(plans) < 2:
        return Verdict(False, (Remark("one-valued" if plans else "none-valued", plans),), notes)
    reasons = tuple(reason for reason in _reasons(valued, words) if reason is not None)
    return Verdict(not reasons, reasons, notes)


def _reasons(cells: Sequence[IndicatorCell], words: Vocabulary) -> list[Remark | None]:
    units = frozenset(cell.unit or "" for cell in cells)
    bounded = [cell for cell in cells if cell.comparator in _DIRECTIONS]
    return [
        _differs("basis", cells, lambda cell: cell.basis),
        _differs("baseline", cells, lambda cell: cell.baseline),
        _differs("part-of", cells, lambda cell: cell.part_of),
        None if same_measure(units, words) else _differs("unit", cells, lambda cell: cell.unit),
        _differs("direction", bounded, lambda cell: _DIRECTIONS[cell.comparator]),
        _two_values(cells),
    ]


def _differs(
    what: str, cells: Sequence[IndicatorCell], value: Callable[[IndicatorCell], str | None]
) -> Remark | None:
    """Who says what, or None where all say the same."""
    groups: dict[str | None, list[IndicatorCell]] = defaultdict(list)
    for cell in cells:
        groups[value(cell)].append(cell)
    if len(groups) < 2:
        return None
    said = sorted(groups.items(), key=lambda group: (group[0] is None, group[0] or ""))
    return Remark(f"differs-{what}", groups=tuple((name, _plans(found)) for name, found in said))


def _two_values(cells: Sequence[IndicatorCell]) -> Remark | None:
    values = defaultdict(set)
    for cell in cells:
        values[cell.plan, cell.year].add((cell.value, cell.value_max))
    twice = tuple(sorted({plan for (plan, _), found in values.items() if len(found) > 1}))
    return Remark("two-values", twice) if twice else None


def _notes(cells: Sequence[IndicatorCell], valued: Sequence[IndicatorCell]) -> Iterator[Remark]:
    plans = _plans(valued)
    years = tuple(sorted({cell.year for cell in valued if cell.year is not None}))
    if len(years) > 1 and len(plans) > 1:
        yield Remark("years", values=years)
    if yearless := _plans([cell for cell in valued if cell.year is None]):
        yield Remark("yearless", yearless)
    yield from _gaps(cells)
    soft = _plans([cell for cell in valued if cell.aspirational])
    if soft and len(soft) < len(plans):
        yield Remark("soft", soft)


def _gaps(cells: Sequence[IndicatorCell]) -> Iterator[Remark]:
    """A year that a plan's series leaves out: 2022, 2023, 2025."""
    for plan in _plans(cells):
        years = {int(cell.year[:4]) for cell in cells if cell.plan == plan and cell.year}
        missing = [
            str(year) for year in range(min(years, default=0), max(years, default=0)) if year not in years
        ]
        if len(years) > 2 and missing:
            yield Remark("gap", (plan,), tuple(missing))


def _plans(cells: Sequence[IndicatorCell]) -> tuple[str, ...]:
    return tuple(sorted({cell.plan for cell in cells}))


def ranked(cells: Sequence[IndicatorCell]) -> tuple[IndicatorCell, ...]:
    """The cells of a comparable row with their ranks: within one year, 1 is the most ambitious; equal values share a rank."""
    by_year: dict[str, list[IndicatorCell]] = defaultdict(list)
    for cell in cells:
        if cell.state == "value" and cell.year is not None:
            by_year[cell.year].append(cell)
    ranks: dict[int, int] = {}
    for same in by_year.values():
        if len({cell.plan for cell in same}) < 2:
            continue
        low = any(cell.comparator in ("<=", "<") for cell in same)
        values = [cell.value for cell in same if cell.value is not None]
        for cell in same:
            assert cell.value is not None
            better = {v for v in values if (v < cell.value if low else v > cell.value)}
            ranks[id(cell)] = 1 + sum(v in better for v in values)
    return tuple(replace(cell, rank=ranks.get(id(cell))) for cell in cells)
