"""目标指标: one row a target, as printed and as a comparison reads it, with the units that answer for it: 高新技术企业 ≥ 40 家, 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.amounts import amount, span_of_amounts
from planlint.report.facts.row import EVIDENCE, ID, IN_TABLE, LINE, PATH, FactRow, facts_of
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.plan_facts import KeyedTarget
    from planlint.words import Words

_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ ", "=": ""}


def _key(row: FactRow) -> KeyedTarget:
    return row.plan.brief.targets[row["id"]]


def _starred(row: FactRow) -> str:
    """The indicator; a soft target has a star."""
    return flat(row["indicator"]) + ("*" if row["aspirational"] else "")


def _bound(row: FactRow, words: Words) -> str:
    """`≥ 40 家`: comparator, value, unit, hedge, and the value at the start."""
    number = "__" if row["placeholder"] else span_of_amounts(row["value"], row["value_max"], words)
    blank = words["gap"]
    said = f"{_SIGNS[row['comparator']]}{number}{blank}{row['unit'] or ''}".rstrip()
    if row["hedge"]:
        said += f" {row['hedge']}"
    if row["baseline"] is not None:
        said += f" ({row['baseline_year'] or words['baseline']}: {amount(row['baseline'], words)})"
    return said


def _due(row: FactRow, words: Words) -> str:
    """How often, by when, and whether it is binding."""
    nature = words[row["attribute"]] if row["attribute"] else None
    return " ".join(filter(None, (words.recurring(row["recurrence"]), row["deadline"], nature)))


def _years(row: FactRow) -> str | None:
    """`2025—2027`, the years that a flow adds up over; the last one alone where nothing says the first."""
    last, since = row["deadline"][:4] if row["deadline"] else None, _key(row).since
    if last is None or since is None or since == last:
        return last or since
    return f"{since}—{last}"


TARGETS = Sheet(
    "targets",
    of=facts_of("targets"),
    title="sheet.targets",
    fixed=4,
    columns=(
        PATH,
        LINE,
        *ID,
        Column("section", views=View.FILES),
        Column("indicator", _starred, views=View.EYES, wide=True),
        Column("indicator", views=View.FLAT),
        Column("indicator", views=View.BOOK, head="printed"),
        Column("noun", lambda row: _key(row).key.noun, views=View.BOOK),
        Column("rank_level", lambda row: _key(row).key.level, views=View.BOOK),
        Column("mode", lambda row: _key(row).key.mode, views=View.BOOK),
        Column("basis", lambda row: _key(row).basis, views=View.BOOK),
        Column("value", _bound, Kind.SAID, View.EYES, wide=True, style="bold"),
        Column("comparator", views=View.FILES),
        Column("value", kind=Kind.NUMBER, views=View.FILES),
        Column("value_max", kind=Kind.NUMBER, views=View.FILES),
        Column("unit", views=View.FILES),
        Column("normal_value", lambda row: _key(row).value, Kind.NUMBER, View.BOOK),
        Column("normal_max", lambda row: _key(row).value_max, Kind.NUMBER, View.BOOK),
        Column("normal_unit", lambda row: _key(row).unit, views=View.BOOK),
        Column("baseline_year", lambda row: row["baseline_year"] or _key(row).baseline, Kind.DATE, View.BOOK),
        Column("baseline", kind=Kind.NUMBER, views=View.BOOK),
        Column("years", _years, views=View.BOOK, head="book.years"),
        Column("deadline", kind=Kind.DATE, views=View.FILES),
        Column("deadline", _due, Kind.SAID, View.EYES, style="cyan"),
        Column("recurrence", views=View.FLAT),
        Column(
            "recurrence", lambda row, words: words.recurring(row["recurrence"]) or None, Kind.SAID, View.BOOK
        ),
        Column("softener", lambda row: _key(row).softener, views=View.BOOK),
        Column("aspirational", kind=Kind.TRUTH, views=View.FILES),
        Column("placeholder", kind=Kind.TRUTH, views=View.FILES),
        Column("mode", views=View.FLAT),
        Column("hedge", views=View.FILES),
        Column("baseline", kind=Kind.NUMBER, views=View.FLAT),
        Column("baseline_year", kind=Kind.DATE, views=View.FLAT),
        Column("attribute", views=View.FLAT),
        Column("attribute", kind=Kind.CODE, views=View.BOOK),
        Column("scope", lambda row: _key(row).key.scope, views=View.BOOK),
        Column("agency", lambda row: row.plan.brief.answering[row["id"]], Kind.LIST, View.BOOK),
        IN_TABLE,
        *EVIDENCE,
    ),
)
