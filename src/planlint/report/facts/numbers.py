"""数字台账: every number of the text with its role, and in a workbook its value and unit where it is part of a quantity."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.facts.row import HOMES, PATH, PLACE, RULE, FactRow, facts_of, flattened, quoted_in_page
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.brief import Measured
    from planlint.report.facts.row import Plan
    from planlint.sheets.look import Report

NUMBERS = Sheet(
    "numbers",
    of=facts_of("numbers"),
    columns=(
        PATH,
        Column("quote", flattened("quote"), views=View.EYES),
        Column("role", kind=Kind.CODE, views=View.EYES),
        Column("role", views=View.FLAT),
        Column("fact", views=View.FLAT),
        Column("quote", views=View.FLAT),
        RULE,
        *PLACE,
    ),
)


class _Number(NamedTuple):
    """One row of the workbook's ledger."""

    row: FactRow
    measured: Measured


def _numbers(plans: Iterable[Plan]) -> Iterator[_Number]:
    for plan in plans:
        for row, measured in zip(plan.facts("numbers"), plan.brief.numbers, strict=True):
            yield _Number(row, measured)


def _of(key: str) -> Any:  # noqa: ANN401 - a function from a row to its cell
    return lambda number: number.row[key]


def _of_number(value: Any) -> Any:  # noqa: ANN401 - functions from a row to its cell
    return lambda number: value(number.row)


LEDGER = Sheet(
    "ledger",
    of=_numbers,
    title="sheet.numbers",
    columns=(
        Column("path", lambda number: number.row.plan.path),
        Column("quote", _of_number(quoted_in_page)),
        Column("value", lambda number: number.measured.value, Kind.NUMBER, head="book.value"),
        Column("unit", lambda number: number.measured.unit),
        Column("role", _of("role"), Kind.CODE),
        Column("rule", _of("rule")),
        Column("fact", _of("fact")),
        Column("line", lambda number: number.row["span"]["line"], Kind.NUMBER),
        Column("start", lambda number: number.row["span"]["start"], Kind.NUMBER),
        Column("end", lambda number: number.row["span"]["end"], Kind.NUMBER),
        *(replace(home, value=_of_number(home.value)) for home in HOMES),
    ),
)
ROLES = Sheet(
    "roles",
    of=lambda report: Counter(number["role"] for number in report["numbers"]).most_common(),
    title="numbers",
    columns=(
        Column("role", lambda counted: counted[0], Kind.CODE),
        Column("count", lambda counted: str(counted[1]), right=True),
    ),
)


def ledger_rows(report: Report, before: int) -> dict[str, int]:
    """Where the numbers of each fact begin in the ledger, which has so many rows before those of this plan."""
    found: dict[str, int] = {}
    for at, number in enumerate(report["numbers"], before + 1):
        if number["fact"] is not None:
            found.setdefault(number["fact"], at)
    return found


def unknown_numbers(report: Report) -> list[str]:
    """The numbers that no rule could place: `12:8 3.5`."""
    unknown = (n for n in report["numbers"] if n["role"] == "unknown")
    return [f"{n['span']['line']}:{n['span']['column']} {flat(n['quote'])}" for n in unknown]
