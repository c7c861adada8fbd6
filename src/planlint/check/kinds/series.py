"""Targets over the years of the plan: 2025年2家、2027年5家 leaves out 2026; a three-year plan with one final value has no steps."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.check.reading import PlacedTarget, reading_of
from planlint.rulebook.options import Options, Ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading
    from planlint.model.fact import Period
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule

_SHORT = 3
_LONGEST = 6
# So much of an indicator's end is its noun.
_CORE = 4

OPTIONS = Ways({"missing-year": Options(), "no-breakdown": Options(schemas=list[str]), "gap": Options()})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `missing-year`, `no-breakdown` or `gap`."""
    period = context.period
    if period is None or not _SHORT <= period.end - period.start + 1 <= _LONGEST:
        return
    ways = {"missing-year": _missing_year, "no-breakdown": _no_breakdown, "gap": _gap}
    yield from ways[rule.options["find"]](context, rule, period)


def _year(deadline: str | None) -> int | None:
    return int(deadline[:4]) if deadline and deadline[:4].isdigit() else None


def _missing_year(context: CheckContext, rule: CheckRule, period: Period) -> Iterator[Finding]:
    reading = reading_of(context)
    wanted = set(range(period.start, period.end + 1))
    groups = _by_indicator(reading, wanted)
    complete = {key[0] for key, items in groups.items() if {y for y, _ in items} == wanted}
    for (section, indicator), items in groups.items():
        years = {year for year, _ in items}
        missing = sorted(wanted - years)
        if not missing or not _is_yearly(years, period, in_series=section in complete):
            continue
        # 2025年 right before the indicator: its value was not read
        missing = [year for year in missing if not _mentioned(reading, year, indicator, items)]
        if missing:
            last = max((placed for _, placed in items), key=lambda placed: placed.span)
            yield context.find(
                rule, last.span, related=[placed.span for _, placed in items], indicator=indicator,
                year=tuple(missing), a=period.start, b=period.end,
            )  # fmt: skip


def _mentioned(
    reading: DocumentReading, year: int, indicator: str, items: list[tuple[int, PlacedTarget]]
) -> bool:
    """Whether a year stands right before the indicator in a paragraph that holds the others: its value was not read."""
    spans = {p.sentence.paragraph.span for _, p in items if p.sentence is not None}
    near = re.compile(rf"{year}年[^。；;\n]{{0,24}}{re.escape(indicator[-_CORE:])}")
    return any(near.search(re.sub(r"[ \u3000]", "", reading.text[span.start : span.end])) for span in spans)


def _by_indicator(
    reading: DocumentReading, wanted: set[int]
) -> dict[tuple[str | None, str], list[tuple[int, PlacedTarget]]]:
    """The targets of the period by section and indicator, where the year belongs to the target's own sentence or paragraph."""
    groups: dict[tuple[str | None, str], list[tuple[int, PlacedTarget]]] = defaultdict(list)
    for placed in reading.targets:
        year = _year(placed.fact.deadline)
        if year in wanted and placed.fact.recurrence is None and year is not None:
            groups[(placed.fact.section, _noun(placed.fact.indicator))].append((year, placed))
    return _joined(groups)


def _joined(
    groups: dict[tuple[str | None, str], list[tuple[int, PlacedTarget]]],
) -> dict[tuple[str | None, str], list[tuple[int, PlacedTarget]]]:
    """A noun that lost its last character in one year (合作基 for 合作基金) is the same indicator."""
    for key in sorted(groups, key=lambda k: len(k[1])):
        longer = next(
            (
                k
                for k in groups
                if k[0] == key[0]
                and k != key
                and len(key[1]) >= 3
                and k[1].startswith(key[1])
                and len(k[1]) == len(key[1]) + 1
            ),
            None,
        )
        if longer is not None:
            groups[longer] = groups[longer] + groups.pop(key)
    return groups


def _noun(indicator: str) -> str:
    return re.sub(r"\s|全[市省县区国]|^(?:新增|新建|累计|各类)", "", indicator)


def _is_yearly(years: set[int], period: Period, *, in_series: bool) -> bool:
    """Whether the years at hand are meant as one for each year of the plan."""
    if len(years) < 2:
        return False
    if in_series:
        return True
    length = period.end - period.start + 1
    consecutive = any(year + 1 in years for year in years)
    if length == _SHORT:
        return period.start in years
    return consecutive and len(years) * 2 >= length and period.start in years


def _no_breakdown(context: CheckContext, rule: CheckRule, period: Period) -> Iterator[Finding]:
    """The first target of a plan whose targets all fall due in its last year."""
    reading = reading_of(context)
    schema = reading.schema
    if schema is None or schema.id not in rule.options["schemas"]:
        return
    dated = [
        (y, p)
        for p in reading.targets
        if (y := _year(p.fact.deadline)) is not None and p.fact.recurrence is None
    ]
    inner = [p for year, p in dated if period.start <= year < period.end]
    inner_steps = [
        m
        for m in context.extraction.milestones
        if (y := _year(m.deadline)) and period.start <= y < period.end
    ]
    last = [p for year, p in dated if year == period.end]
    if len(last) >= 2 and not inner:
        yield context.find(
            rule, last[0].span, related=[p.span for p in last[1:12]], n=period.end - period.start + 1,
            level="info" if inner_steps else None,
        )  # fmt: skip


def _gap(context: CheckContext, rule: CheckRule, period: Period) -> Iterator[Finding]:
    """Years of the plan in which nothing falls due, between years in which something does."""
    reading = reading_of(context)
    dates = [(_year(p.fact.deadline), p.span) for p in reading.targets]
    dates += [(_year(m.deadline), context.clean.from_source(m.span)) for m in context.extraction.milestones]
    held = sorted(
        (year, span) for year, span in dates if year is not None and period.start <= year <= period.end
    )
    years = {year for year, _ in held}
    if len(years) < _SHORT:
        return  # 2027 and 2030 are the two stages of a plan
    missing = [year for year in range(min(years), max(years)) if year not in years]
    if missing and min(years) < max(years):
        after = next(span for year, span in held if year > missing[0])
        yield context.find(rule, after, years=tuple(missing))
