"""Whether the values of one row can be compared, why not, what to bear in mind, and the ranks of those that can."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.compare.measures import same_measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.comparison import IndicatorCell

_UNSAID = "未注明"
_DIRECTIONS = {">=": "不低于", ">": "不低于", "<=": "不高于", "<": "不高于"}


class Verdict(NamedTuple):
    """What is said of a row."""

    comparable: bool
    reason: str | None
    notes: tuple[str, ...]


def judge(cells: Sequence[IndicatorCell], words: Vocabulary) -> Verdict:
    """The verdict on the cells of one row."""
    valued = [cell for cell in cells if cell.state == "value"]
    plans = sorted({cell.plan for cell in valued})
    notes = tuple(_notes(cells, valued))
    if not plans:
        return Verdict(False, "没有一份规划写出数值", notes)
    if len(plans) == 1:
        return Verdict(False, f"只有{plans[0]}有数值", notes)
    reasons = [reason for reason in _reasons(valued, words) if reason]
    return Verdict(not reasons, "；".join(reasons) or None, notes)


def _reasons(cells: Sequence[IndicatorCell], words: Vocabulary) -> list[str | None]:
    units = frozenset(cell.unit or "" for cell in cells)
    return [
        _differs("口径", cells, lambda cell: cell.basis),
        _differs("基期", cells, lambda cell: cell.baseline),
        _differs("总体", cells, lambda cell: cell.part_of and f"{cell.part_of}之中"),
        None if same_measure(units, words) else _differs("单位", cells, lambda cell: cell.unit),
        _directions(cells),
        _two_values(cells),
    ]


def _differs(
    what: str, cells: Sequence[IndicatorCell], value: Callable[[IndicatorCell], str | None]
) -> str | None:
    """`口径不同：江都 累计；晋城、沂源 未注明`, or None where all say the same."""
    groups: dict[str, set[str]] = defaultdict(set)
    for cell in cells:
        groups[value(cell) or _UNSAID].add(cell.plan)
    if len(groups) < 2:
        return None
    said = sorted(groups.items(), key=lambda group: (group[0] == _UNSAID, group[0]))
    return f"{what}不同：" + "，".join(f"{'、'.join(sorted(plans))} {name}" for name, plans in said)


def _directions(cells: Sequence[IndicatorCell]) -> str | None:
    bounded = [cell for cell in cells if cell.comparator in _DIRECTIONS]
    return _differs("方向", bounded, lambda cell: _DIRECTIONS[cell.comparator])


def _two_values(cells: Sequence[IndicatorCell]) -> str | None:
    values = defaultdict(set)
    for cell in cells:
        values[cell.plan, cell.year].add((cell.value, cell.value_max))
    twice = sorted({plan for (plan, _), found in values.items() if len(found) > 1})
    return f"{'、'.join(twice)}同一年有不止一个数值" if twice else None


def _notes(cells: Sequence[IndicatorCell], valued: Sequence[IndicatorCell]) -> list[str]:
    notes = []
    years = {cell.year for cell in valued}
    if len(years - {None}) > 1 and len({cell.plan for cell in valued}) > 1:
        notes.append(f"目标年不同：{'、'.join(sorted(year for year in years if year is not None))}")
    if yearless := sorted({cell.plan for cell in valued if cell.year is None}):
        notes.append(f"{'、'.join(yearless)}未写明时限")
    notes += _gaps(cells)
    soft = sorted({cell.plan for cell in valued if cell.aspirational})
    if soft and len(soft) < len({cell.plan for cell in valued}):
        notes.append(f"{'、'.join(soft)}为力争、争取等软性目标")
    return notes


def _gaps(cells: Sequence[IndicatorCell]) -> list[str]:
    """A year that a plan's series leaves out: 2022, 2023, 2025."""
    found = []
    for plan in sorted({cell.plan for cell in cells}):
        years = {int(cell.year[:4]) for cell in cells if cell.plan == plan and cell.year}
        if len(years) > 2:
            missing = [str(year) for year in range(min(years), max(years)) if year not in years]
            if missing:
                found.append(f"{plan}缺{'、'.join(missing)}年")
    return found


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
