"""The plans of a comparison: what each says of itself, and the documents that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.comparison.place import of
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.visible import visible
from planlint.text.width import flat

if TYPE_CHECKING:
    from planlint.model.plan_facts import PlanFacts

# So many plans stand side by side; more are a long sheet.
MATRIX_PLANS = 20
# A long sheet on a screen or in Markdown ends here; CSV and JSON have all of it.
MOST_ROWS = 200


def grounds(plan: PlanFacts) -> list[str]:
    """The documents that the plan rests on or names."""
    named = (c.title or c.document_number for c in plan.citations)
    return list(dict.fromkeys(name for name in named if name))


def _period(plan: PlanFacts) -> str | None:
    return f"{plan.period.start}—{plan.period.end}" if plan.period else None


PLANS = Sheet(
    "plans",
    of=of("plans"),
    title="compare.plans",
    columns=(
        Column("plan", of("label")),
        Column("division", of("document", "division"), views=View.FILES),
        Column("division_code", of("document", "division_code"), views=View.FILES),
        Column("tier", of("tier"), views=View.FILES),
        Column("title", of("document", "title"), views=View.FILES),
        Column("title", lambda plan: flat(plan.document.title or ""), views=View.EYES),
        Column("issuer", lambda plan: flat(plan.document.issuer or ""), views=View.EYES),
        Column("kind", of("document", "kind"), views=View.FILES),
        Column("document_number", of("document", "document_number")),
        Column("issuer", of("document", "issuer"), views=View.FILES),
        Column("signed_on", of("document", "signed_on"), Kind.DATE, View.FILES),
        Column("published_on", of("document", "published_on"), Kind.DATE, View.FILES),
        Column("period", _period),
        Column("grounds", grounds, Kind.NAMES, View.FILES),
        Column("path", lambda plan: visible(plan.path), views=View.EYES),
        Column("path", of("path"), views=View.FILES),
        Column("sha256", of("sha256"), views=View.FILES),
        Column("characters", of("characters"), Kind.NUMBER, View.FILES),
        Column("removed", of("removed"), Kind.NUMBER, View.FILES),
    ),
)
