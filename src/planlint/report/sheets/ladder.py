"""补贴阶梯: objects against levels: 国家级孵化器 and 省级孵化器 are one row, two columns."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.report.sheets.book import gathered
from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.sheets.book import Book, Fact
    from planlint.report.words import Words

TIERS = ("国家", "省", "市", "区县")
_UPWARD = "及以上"


def ladder(book: Book) -> Table:
    """The sheet of all objects that some level earns money for."""
    words = book.words

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            city = report["document"]["division"] or report.get("workbook", {}).get("place")
            for thing, steps in _steps(report).items():
                money: dict[str | None, list[str]] = defaultdict(list)
                for tier, benefit, key in steps:
                    money[tier].append(_money(benefit, key, words))
                if not any(money.get(tier) for tier in TIERS):
                    continue
                yield [
                    report["source"]["path"], city, thing, *("；".join(money.get(tier, ())) or None for tier in TIERS),
                    _once(amount(b["cap"], words) for _, b, _ in steps), _once(key.get("term") for _, _, key in steps),
                    _once(c for _, b, _ in steps for c in b["conditions"]),
                ]  # fmt: skip

    heads = book.heads(
        "path", "book.city", "beneficiary", *(f"book.tier.{tier}" for tier in TIERS), "cap", "book.term", "conditions"
    )  # fmt: skip
    return Table(words["sheet.ladder"], heads, rows(), fixed=3)


def _once(found: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, found)))


def _steps(report: Report) -> dict[str, list[tuple[str | None, Fact, Fact]]]:
    """The benefits of each object with their tier, and what was gathered for them."""
    found: dict[str, list[tuple[str | None, Fact, Fact]]] = defaultdict(list)
    for benefit in report["subsidies"]:
        key = gathered(report, "subsidies", benefit["id"])
        thing, tier = (key["object"], key["level"]) if key else _printed(benefit["beneficiary"] or "")
        found[thing].append((tier.removesuffix(_UPWARD) if tier else None, benefit, key))
    return found


def _printed(who: str) -> tuple[str, str | None]:
    """The beneficiary without its level, and the level, from its name alone."""
    tier = next((t for t in TIERS if f"{t}级" in who or who.startswith(t)), None)
    return (who.replace(f"{tier}级", "").replace(tier, "", 1), tier) if tier else (who, None)


def _money(benefit: Fact, key: Fact, words: Words) -> str:
    """`40万`, `20% ≤ 200万（省及以上）`: one step in a cell; money of another level of government says whose it is."""
    parts = [percent(benefit["rate"])]
    parts.append(
        amount(benefit["amount"], words)
        or span_of_amounts(benefit["amount_min"], benefit["amount_max"], words)
    )
    if benefit["cap"] is not None:
        parts.append(f"≤ {amount(benefit['cap'], words)}")
    if key and (key["level"] or "").endswith(_UPWARD):
        parts.append(f"({key['level']})")
    if key and not key["own"]:
        payer = key["payer"]
        parts.append(f"({words.say('upper_money', payer=payer) if payer else words['upper_money_unknown']})")
    return " ".join(filter(None, parts))
