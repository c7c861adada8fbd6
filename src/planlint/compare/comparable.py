"""Which cells of a row mean the same, whether their values can be compared, why not, and the ranks of those that can."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.compare.measures import same_measure
from planlint.model.comparison import Band, BandYear, Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.compare.concepts import Concept
    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorCell
    from planlint.model.plan_facts import Dimension

# Bounds that point one way; a plain number points nowhere.
_DIRECTIONS = {">=": ">=", ">": ">=", "<=": "<=", "<": "<="}
# 培育30家 and 新增30家 both add; what is measured is a level unless a word says otherwise.
_KINDS = {"培育": "新增", "占比": "达到"}
_THINGS = ("count", "people", "homes", "area", "land", "length", "money")
_ATTRIBUTES = ("mode", "level", "scope", "basis", "baseline", "part_of")


class Verdict(NamedTuple):
    """What is said of a row."""

    comparable: bool
    reasons: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    bands: tuple[Band, ...]
    cells: tuple[IndicatorCell, ...]


class _Meaning(NamedTuple):
    mode: str | None
    level: str | None
    scope: str | None
    basis: str | None
    baseline: str | None
    part_of: str | None


def judge(
    cells: Sequence[IndicatorCell], dimension: Dimension, concept: Concept | None, words: Vocabulary
) -> Verdict:
    """The verdict on the cells of one row, and the cells with their band and rank."""
    valued = [cell for cell in cells if cell.state == "value"]
    plans = _plans(valued)
    notes = tuple(_notes(cells, valued))
    groups = _grouped(valued, dimension)
    bands = tuple(_band(meaning, found, dimension, concept, words) for meaning, found in groups)
    marked = _marked(cells, groups, bands)
    if len(plans) < 2:
        return Verdict(
            False, (Remark("one-valued" if plans else "none-valued", plans),), notes, bands, marked
        )
    reasons = (*_between(valued, dimension), *(bands[0].reasons if len(bands) == 1 else ()))
    return Verdict(not reasons, reasons, notes, bands, marked)


def _grouped(
    valued: Sequence[IndicatorCell], dimension: Dimension
) -> list[tuple[_Meaning, list[IndicatorCell]]]:
    """The cells by what they mean, the meaning that most plans share first."""
    found: dict[_Meaning, list[IndicatorCell]] = defaultdict(list)
    for cell in valued:
        found[_meaning(cell, dimension)].append(cell)

    def order(item: tuple[_Meaning, list[IndicatorCell]]) -> tuple[object, ...]:
        meaning, same = item
        said = sum(part is not None for part in meaning[1:])
        return -len(_plans(same)), -len(same), said, tuple(part or "" for part in meaning)

    return sorted(found.items(), key=order)


def _meaning(cell: IndicatorCell, dimension: Dimension) -> _Meaning:
    mode = _KINDS.get(cell.mode or "", cell.mode)
    if mode is None and dimension not in _THINGS:
        mode = "达到"
    return _Meaning(mode, cell.level, cell.scope, cell.basis, cell.baseline, cell.part_of)


def _band(
    meaning: _Meaning,
    cells: Sequence[IndicatorCell],
    dimension: Dimension,
    concept: Concept | None,
    words: Vocabulary,
) -> Band:
    plans = _plans(cells)
    reasons = (
        tuple(reason for reason in _within(cells, words) if reason is not None)
        if len(plans) > 1
        else (Remark("one-valued", plans),)
    )
    years = tuple(
        BandYear(year, said, len(said) > 1 and not reasons)
        for year in sorted({cell.year for cell in cells}, key=lambda y: (y is None, y or ""))
        for said in [_plans([cell for cell in cells if cell.year == year])]
    )
    better = _better(meaning, cells, dimension, concept)
    return Band(*meaning, plans, years, not reasons, reasons, better)


def _better(
    meaning: _Meaning, cells: Sequence[IndicatorCell], dimension: Dimension, concept: Concept | None
) -> Literal["more", "less"] | None:
    """Which way is better: what the dictionary says, else the bounds, else that things are added; None where nothing says it."""
    if concept is not None and concept.better is not None:
        return None if concept.better == "none" else concept.better
    bounds = {_DIRECTIONS[cell.comparator] for cell in cells if cell.comparator in _DIRECTIONS}
    if len(bounds) == 1:
        return "more" if bounds == {">="} else "less"
    return "more" if meaning.mode == "新增" and dimension in _THINGS else None


def _within(cells: Sequence[IndicatorCell], words: Vocabulary) -> list[Remark | None]:
    """What forbids the comparison of values that mean the same."""
    units = frozenset(cell.unit or "" for cell in cells)
    bounded = [cell for cell in cells if cell.comparator in _DIRECTIONS]
    return [
        None if same_measure(units, words) else _differs("unit", cells, lambda cell: cell.unit),
        _differs("direction", bounded, lambda cell: _DIRECTIONS[cell.comparator]),
        _two_values(cells),
    ]


def _between(cells: Sequence[IndicatorCell], dimension: Dimension) -> Iterator[Remark]:
    """In what the bands of a row differ, and who says what."""
    for i, name in enumerate(_ATTRIBUTES):
        found = _differs(name.replace("_", "-"), cells, partial(_part, i, dimension))
        if found is not None:
            yield found


def _part(which: int, dimension: Dimension, cell: IndicatorCell) -> str | None:
    return _meaning(cell, dimension)[which]


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
    by_plan: dict[str, set[int]] = defaultdict(set)
    for cell in cells:
        if cell.year:
            by_plan[cell.plan].add(int(cell.year[:4]))
    for plan, years in sorted(by_plan.items()):
        missing = [str(year) for year in range(min(years), max(years)) if year not in years]
        if len(years) > 2 and missing:
            yield Remark("gap", (plan,), tuple(missing))


def _plans(cells: Sequence[IndicatorCell]) -> tuple[str, ...]:
    return tuple(sorted({cell.plan for cell in cells}))


def _marked(
    cells: Sequence[IndicatorCell],
    groups: list[tuple[_Meaning, list[IndicatorCell]]],
    bands: tuple[Band, ...],
) -> tuple[IndicatorCell, ...]:
    """The cells in their order, each with its band, what sets that apart from the first one, and its rank."""
    told: dict[int, IndicatorCell] = {}
    for number, ((meaning, found), band) in enumerate(zip(groups, bands, strict=True)):
        first = groups[0][0]
        differs = tuple(name for name in _ATTRIBUTES if getattr(meaning, name) != getattr(first, name))
        ranks = _ranks(found, band) if band.comparable and band.better is not None else {}
        for cell in found:
            told[id(cell)] = replace(
                cell, band=number, comparable=band.comparable, differs=differs, rank=ranks.get(id(cell))
            )
    return tuple(told.get(id(cell), cell) for cell in cells)


def _ranks(cells: Sequence[IndicatorCell], band: Band) -> dict[int, int]:
    """Within one year, 1 is the best; equal values share a rank, a cell without a year has none."""
    by_year: dict[str, list[IndicatorCell]] = defaultdict(list)
    for cell in cells:
        if cell.year is not None:
            by_year[cell.year].append(cell)
    ranks: dict[int, int] = {}
    for same in by_year.values():
        if len(_plans(same)) < 2:
            continue
        values = sorted(
            (cell.value for cell in same if cell.value is not None), reverse=band.better == "more"
        )
        first = {value: place for place, value in reversed(list(enumerate(values, 1)))}
        for cell in same:
            assert cell.value is not None
            ranks[id(cell)] = first[cell.value]
    return ranks
