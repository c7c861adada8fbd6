"""补贴阶梯: objects against levels: 国家级孵化器 and 省级孵化器 are one row, two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.sheets.sheet import Column, Kind, Sheet, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.model.brief import BriefBenefit
    from planlint.report.facts.row import Plan
    from planlint.words import Words

TIERS = ("国家", "省", "市", "区县")


class _Rung(NamedTuple):
    """All that one plan gives for one object."""

    plan: Plan
    object: str
    steps: tuple[BriefBenefit, ...]


def _rungs(plans: Iterable[Plan]) -> Iterator[_Rung]:
    for plan in plans:
        found: dict[str, list[BriefBenefit]] = {}
        for benefit in plan.brief.benefits.values():
            found.setdefault(benefit.keyed.object, []).append(benefit)
        for thing, steps in found.items():
            if any(step.tier in TIERS for step in steps):
                yield _Rung(plan, thing, tuple(steps))


def _city(row: _Rung) -> str | None:
    return row.plan.report["document"]["division"] or row.plan.brief.place


def _at(tier: str) -> Callable[[_Rung, Words], str | None]:
    """A function that gives the money of one level: `40万；20% ≤ 200万`."""
    return lambda row, words: (
        "；".join(_money(step, words) for step in row.steps if step.tier == tier) or None
    )


def _money(benefit: BriefBenefit, words: Words) -> str:
    """`40万`, `20% ≤ 200万（省及以上）`: one step in a cell; money of another level of government says whose it is."""
    keyed, money = benefit.keyed, benefit.keyed.subsidy
    parts = [
        percent(plain(money.rate)),
        amount(plain(money.amount), words)
        or span_of_amounts(plain(money.amount_min), plain(money.amount_max), words),
    ]
    if money.cap is not None:
        parts.append(f"≤ {amount(plain(money.cap), words)}")
    if benefit.and_above:
        parts.append(f"({keyed.level})")
    if not keyed.own:
        payer = keyed.payer
        parts.append(f"({words.say('upper_money', payer=payer) if payer else words['upper_money_unknown']})")
    return " ".join(filter(None, parts))


def _once(found: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, found)))


LADDER = Sheet(
    "ladder",
    of=_rungs,
    title="sheet.ladder",
    fixed=3,
    columns=(
        Column("path", lambda row: row.plan.path),
        Column("city", _city, head="book.city"),
        Column("beneficiary", lambda row: row.object),
        *(Column(f"tier.{tier}", _at(tier), Kind.SAID, head=f"book.tier.{tier}") for tier in TIERS),
        Column("cap", lambda row, words: _once(amount(plain(s.keyed.subsidy.cap), words) for s in row.steps), Kind.SAID),
        Column("term", lambda row: _once(step.keyed.term for step in row.steps), Kind.LIST, head="book.term"),
        Column("conditions", lambda row: _once(c for step in row.steps for c in step.keyed.subsidy.conditions), Kind.LIST),
    ),
)  # fmt: skip
