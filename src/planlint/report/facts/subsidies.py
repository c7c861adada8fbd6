"""补贴资金 and 惠企事项: one row a benefit, as a company's adviser asks for it, and which of his questions the text leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.report.facts.row import EVIDENCE, ID, IN_TABLE, LINE, PATH, FactRow, facts_of
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.brief import BriefBenefit
    from planlint.words import Words


def _key(row: FactRow) -> BriefBenefit:
    return row.plan.brief.benefits[row["id"]]


def _who(row: FactRow) -> str:
    return flat(row["beneficiary"] or "") or flat(row["quote"])


def _money(row: FactRow, words: Words) -> str:
    """`50万`, or `50万—100万`."""
    return amount(row["amount"], words) or span_of_amounts(row["amount_min"], row["amount_max"], words)


SUBSIDIES = Sheet(
    "subsidies",
    of=facts_of("subsidies"),
    title="sheet.subsidies",
    fixed=4,
    columns=(
        PATH,
        LINE,
        *ID,
        Column("section", views=View.FILES),
        Column("object", lambda row: _key(row).keyed.object, views=View.BOOK, head="book.benefit"),
        Column(
            "class", lambda row: "waived" if _key(row).is_waived else "granted", Kind.CODE, View.BOOK, head="book.class", codes="book."
        ),
        Column("beneficiary", _who, views=View.EYES, wide=True),
        Column("beneficiary", views=View.FILES),
        Column("conditions", kind=Kind.LIST, views=View.BOOK, head="book.conditions"),
        Column("kind", views=View.FLAT),
        Column("kind", views=View.BOOK, head="book.instrument"),
        Column("amount", _money, Kind.SAID, View.EYES, right=True, style="bold"),
        Column("amount", kind=Kind.NUMBER, views=View.FILES),
        Column("amount_min", kind=Kind.NUMBER, views=View.FILES),
        Column("amount_max", kind=Kind.NUMBER, views=View.FILES),
        Column("rate", lambda row: percent(row["rate"]), views=View.EYES, right=True, style="bold"),
        Column("rate", kind=Kind.SHARE, views=View.FILES),
        Column("cap", lambda row, words: amount(row["cap"], words), Kind.SAID, View.EYES, right=True, style="bold"),
        Column("cap", kind=Kind.NUMBER, views=View.FILES),
        Column("per", wide=True),
        Column("term", lambda row: _key(row).keyed.term, views=View.BOOK, head="book.term"),
        Column("level", lambda row: _key(row).keyed.level, views=View.BOOK, head="book.earned"),
        Column("verb", views=View.FILES),
        Column("payer", views=View.FLAT),
        Column("payer", lambda row: _key(row).keyed.payer or row["payer"], views=View.BOOK, head="book.payer"),
        Column("own", lambda row: _key(row).keyed.own, Kind.TRUTH, View.BOOK),
        Column("terms", lambda row: [term.quote for term in _key(row).keyed.terms], Kind.LIST, View.BOOK),
        Column("agency", lambda row: row.plan.brief.answering[row["id"]], Kind.LIST, View.BOOK, head="book.department"),
        Column(
            "lacks", lambda row, words: [words[f"book.lacks.{name}"] for name in _key(row).lacks], Kind.SAID, View.BOOK, head="book.lacks"
        ),
        IN_TABLE,
        Column("conditions", kind=Kind.LIST, views=View.FLAT),
        *EVIDENCE,
    ),
)  # fmt: skip
