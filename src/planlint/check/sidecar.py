"""Findings answered beside the text: `plan.txt.planlint.yaml` lists rule, quote, reason and, if need be, a last day.

An entry answers the findings of its rule whose quote holds the entry's quote, or lies within a place where the entry's quote
stands; blanks and line breaks make no difference. After the day in `until` the entry answers nothing and is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from planlint.check.engine_codes import engine_codes, engine_finding
from planlint.check.select import named_rules, unknown_rule
from planlint.check.suppress import Suppressed, Verdict
from planlint.errors import RulebookError
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from planlint.check.select import Named
    from planlint.model.finding import Finding
    from planlint.rulebook.places import PlacedYaml

_KEYS = ("rule", "quote", "reason", "until")


@dataclass(frozen=True, slots=True)
class SidecarEntry:
    """One answer: this rule, this quote, this reason, perhaps until this day; `where` is `plan.txt.planlint.yaml:3`."""

    rule: str
    quote: str
    reason: str
    until: date | None
    where: str


def read_sidecar(path: Path) -> tuple[SidecarEntry, ...]:
    """The entries of a sidecar file; RulebookError with all that is wrong in it."""
    from planlint.rulebook.places import read_placed

    placed = read_placed(path)
    if placed.value is None:
        return ()
    if not isinstance(placed.value, list):
        raise RulebookError([f"{path}:1: 应为列表，每项写 rule、quote、reason（可加 until）"])
    problems = list(placed.problems)
    entries = [_entry(raw, i, placed, path, problems) for i, raw in enumerate(placed.value)]
    if problems:
        raise RulebookError(problems)
    return tuple(entry for entry in entries if entry is not None)


def _entry(raw: Any, i: int, placed: PlacedYaml, path: Path, problems: list[str]) -> SidecarEntry | None:  # noqa: ANN401 - YAML holds anything
    from planlint.rulebook.places import unknown_key

    at = f"{path}:{placed.line((i,))}"
    if not isinstance(raw, dict):
        problems.append(f"{at}: 应为键值对照，写 rule、quote、reason（可加 until）")
        return None
    before = len(problems)
    problems += [
        f"{path}:{placed.line((i, str(key)))}: {unknown_key(str(key), _KEYS)}"
        for key in raw
        if key not in _KEYS
    ]
    problems += [
        f"{path}:{placed.line((i, key))}: 缺少 “{key}”（文字），忽略一个问题须写明规则、原文和原因"
        for key in ("rule", "quote", "reason")
        if not isinstance(raw.get(key), str) or not raw[key].strip()
    ]
    until = raw.get("until")
    if until is not None and type(until) is not date:
        problems.append(f"{path}:{placed.line((i, 'until'))}: “until” 应为日期，如 2026-12-31")
    if len(problems) > before:
        return None
    return SidecarEntry(raw["rule"].strip(), raw["quote"].strip(), raw["reason"].strip(), until, at)


def suppress_by_quote(
    text: str,
    findings: Sequence[Finding],
    entries: Sequence[SidecarEntry],
    rules: Collection[Named],
    ran: Collection[str],
    today: date,
) -> Verdict:
    """Take out what the sidecar's entries answer; unused, expired and misnamed entries are complained of."""
    left = list(findings)
    suppressed: list[Suppressed] = []
    complaints: list[Finding] = []
    known = (*rules, *engine_codes().values()) if entries else ()
    for entry in entries:
        wanted = {rule.id for rule in named_rules(known, entry.rule)}
        places = _occurrences(text, entry.quote)
        at = places[0] if places else Span(0, 0)
        quote = text[at.start : at.end]
        if not wanted:
            complaints.append(
                engine_finding("E003", f"{entry.where}: {unknown_rule(known, entry.rule)}", quote, at)
            )
            continue
        hit = [f for f in left if f.rule in wanted and _answers(entry.quote, places, f)]
        if entry.until is not None and entry.until < today:
            if hit or wanted & set(ran):
                what = f"{entry.where}: 对 {entry.rule} 的忽略已于 {entry.until.isoformat()} 到期，请改正问题或重新约定期限"
                complaints.append(engine_finding("E004", what, quote, at))
            continue
        suppressed += [Suppressed(f, "external", entry.reason) for f in hit]
        left = [f for f in left if f not in hit]
        if not hit and wanted & set(ran):
            what = f"{entry.where}: 对 {entry.rule} “{_short(entry.quote)}” 的忽略没有对应的问题，请删去"
            complaints.append(engine_finding("E004", what, quote, at))
    return Verdict(tuple(left), tuple(suppressed), tuple(complaints))


def _answers(quote: str, places: Sequence[Span], finding: Finding) -> bool:
    return _bare(quote) in _bare(finding.quote) or any(place.contains(finding.span) for place in places)


def _occurrences(text: str, quote: str) -> list[Span]:
    """Where a quote stands in the text, blanks and line breaks between its characters allowed."""
    letters = [re.escape(ch) for ch in _bare(quote)[:400]]
    return [Span(*m.span()) for m in re.finditer(r"\s*".join(letters), text)] if letters else []


def _bare(text: str) -> str:
    return "".join(text.split())


def _short(quote: str) -> str:
    return quote if len(quote) <= 20 else f"{quote[:19]}…"
