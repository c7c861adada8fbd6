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
from planlint.errors import RulebookError, located
from planlint.model.span import Span
from planlint.words import Text

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
        raise RulebookError([located(f"{path}:1", "sidecar.shape")])
    problems = list(placed.problems)
    entries = [_entry(raw, i, placed, path, problems) for i, raw in enumerate(placed.value)]
    if problems:
        raise RulebookError(problems)
    return tuple(entry for entry in entries if entry is not None)


def _entry(raw: Any, i: int, placed: PlacedYaml, path: Path, problems: list[Text]) -> SidecarEntry | None:  # noqa: ANN401 - YAML holds anything
    from planlint.rulebook.places import unknown_key

    at = f"{path}:{placed.line((i,))}"
    if not isinstance(raw, dict):
        problems.append(located(at, "sidecar.item"))
        return None
    before = len(problems)
    problems += [
        Text.of("at", where=f"{path}:{placed.line((i, str(key)))}", what=unknown_key(str(key), _KEYS))
        for key in raw
        if key not in _KEYS
    ]
    problems += [
        located(f"{path}:{placed.line((i, key))}", "sidecar.missing", key=key)
        for key in ("rule", "quote", "reason")
        if not isinstance(raw.get(key), str) or not raw[key].strip()
    ]
    until = raw.get("until")
    if until is not None and type(until) is not date:
        problems.append(located(f"{path}:{placed.line((i, 'until'))}", "sidecar.until"))
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
                engine_finding(
                    "E003",
                    Text.of("at", where=entry.where, what=unknown_rule(known, entry.rule)),
                    quote,
                    at,
                )
            )
            continue
        hit = [f for f in left if f.rule in wanted and _answers(entry.quote, places, f)]
        if entry.until is not None and entry.until < today:
            if hit or wanted & set(ran):
                day = entry.until.isoformat()
                what = Text.of("engine.expired", where=entry.where, rule=entry.rule, day=day)
                complaints.append(engine_finding("E004", what, quote, at))
            continue
        suppressed += [Suppressed(f, "external", entry.reason) for f in hit]
        left = [f for f in left if f not in hit]
        if not hit and wanted & set(ran):
            short = _short(entry.quote)
            what = Text.of("engine.unused_beside", where=entry.where, rule=entry.rule, quote=short)
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
