"""文件: one row a plan, what it says of itself, whose it is and what cleaning dropped from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.sheets.sheet import Column, Kind, Sheet

if TYPE_CHECKING:
    from planlint.report.facts.row import Plan
    from planlint.words import Words


def _said(key: str) -> Any:  # noqa: ANN401 - a function from a plan to its cell
    return lambda plan: plan.report["document"][key]


def _period(plan: Plan) -> str | None:
    period = plan.report["document"]["period"]
    return f"{period['start']}—{period['end']}" if period else None


def _grounds(plan: Plan) -> list[str]:
    named = (c["title"] or c["document_number"] for c in plan.report["citations"])
    return list(dict.fromkeys(filter(None, named)))


def _dropped(plan: Plan, words: Words) -> str | None:
    """`页码 3 处；网页文字 2 行`: what cleaning took out of the text."""
    noise = plan.brief.noise
    return "；".join(words.say(f"book.noise.{kind}", n=n) for kind, n in noise.items() if n) or None


FILES = Sheet(
    "files",
    of=lambda plans: plans,
    title="sheet.files",
    columns=(
        Column("path", lambda plan: plan.path),
        Column("plan", lambda plan: plan.report["document"]["division"] or plan.brief.place),
        Column("division_code", _said("division_code")),
        Column("tier", lambda plan: plan.brief.tier),
        Column("title", _said("title")),
        Column("kind", _said("kind"), head="book.kind"),
        Column("document_number", _said("document_number")),
        Column("issuer", _said("issuer")),
        Column("signed_on", _said("signed_on"), Kind.DATE),
        Column("published_on", _said("published_on"), Kind.DATE),
        Column("period", _period),
        Column("grounds", _grounds, Kind.LIST),
        Column("sha256", lambda plan: plan.report["source"]["sha256"]),
        Column("characters", lambda plan: plan.report["source"]["characters"], Kind.NUMBER),
        Column("removed", _dropped, Kind.SAID),
    ),
)
