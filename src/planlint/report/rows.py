"""Facts as rows that a person reads, shared by the console and Markdown: `≥ 40 家`, `第三、|(一)`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.report.words import Lang, word

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ ", "=": ""}
_SHOWN = ("title", "issuer", "document_number", "signed_on", "published_on", "kind", "period", "division")


def document_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, str]]:
    """What the plan says of itself, name and value; what it does not say is left out."""
    data = report["document"]
    for name in _SHOWN:
        value = data.get(name)
        if isinstance(value, dict):
            value = f"{value['start']}—{value['end']}"
        if value:
            yield word(name, lang), str(value)


def target_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:
    """Line, indicator, value with comparator and unit, deadline."""
    for t in report.get("targets", ()):
        value = "__" if t["placeholder"] else _range(t["value"], t["value_max"])
        hedge = f"（{t['hedge']}）" if t["hedge"] else ""
        when = t["deadline"] or ""
        if t["recurrence"]:
            when = f"{word(t['recurrence'], lang)} {when}".strip()
        soft = "*" if t["aspirational"] else ""
        yield str(t["span"]["line"]), t["indicator"] + soft, f"{_SIGNS[t['comparator']]}{value} {t['unit'] or ''}{hedge}".strip(), when


def milestone_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:  # noqa: ARG001
    """Line, date, words."""
    for m in report.get("milestones", ()):
        yield str(m["span"]["line"]), m["deadline"], _flat(m["quote"])


def subsidy_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:  # noqa: ARG001
    """Line, beneficiary, amount, rate, cap, per."""
    for b in report.get("subsidies", ()):
        amount = _range(b["amount"], None) if b["amount"] is not None else _range(b["amount_min"], b["amount_max"])
        rate = f"{b['rate']:.4%}".rstrip("%").rstrip("0").rstrip(".") + "%" if b["rate"] is not None else ""
        yield str(b["span"]["line"]), _flat(b["beneficiary"] or ""), amount, rate, _range(b["cap"], None), b["per"] or ""


def task_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:
    """Section label path, heading, units with their roles: one row a task."""
    headings = {s["path"]: s["heading"] for s in report.get("sections", ())}
    tasks: dict[str, dict[str, list[str]]] = {}
    for r in report.get("responsibilities", ()):
        tasks.setdefault(r["section"] or "", {}).setdefault(r["role"], []).append(r["unit"])
    for path, roles in tasks.items():
        units = "；".join(f"{word(role, lang)}：{'、'.join(names)}" for role, names in roles.items())
        yield path.replace("|", " ") or word("whole", lang), headings.get(path, "")[:24], units


def citation_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:  # noqa: ARG001
    """Line, title, document number."""
    for c in report.get("citations", ()):
        yield str(c["span"]["line"]), _flat(c["title"] or ""), c["document_number"] or ""


def ledger_rows(report: dict[str, Any], lang: Lang) -> Iterator[tuple[str, ...]]:
    """Role and how many numbers have it, most first."""
    counts = Counter(n["role"] for n in report.get("numbers", ()))
    for role, count in counts.most_common():
        yield word(role, lang), str(count)


def unknown_numbers(report: dict[str, Any]) -> list[str]:
    """The numbers that no rule could place, with their lines."""
    return [f"{n['span']['line']}:{n['span']['column']} {n['quote']}" for n in report.get("numbers", ()) if n["role"] == "unknown"]


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return ""
    return f"{low:,}" if high is None else f"{low:,}—{high:,}"


def _flat(text: str) -> str:
    return " ".join(text.split())
