"""What a workbook shows beyond the report: the keys of the comparison, the tasks, the values of the numbers. Plain values, for other processes.

`targets` and `subsidies` are by id; `tasks` by the path of their section; `numbers` run along the report's ledger, `[3000000, "元"]`.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.compare.clauses import sentence_span
from planlint.compare.places import place_of
from planlint.compare.vocabulary import vocabulary
from planlint.comparing import facts_from
from planlint.report.record import number
from planlint.report.sheets.measured import measured_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from planlint.model.document import CleanText
    from planlint.model.fact import Extraction, Subsidy
    from planlint.model.plan_facts import KeyedSubsidy, KeyedTarget, PlanFacts
    from planlint.rulebook import Rulebook

# What joins a heading to the words of its own paragraph.
_RUN_ON = "。：；，、,:; "
# A line with the issuer's name or the date alone is shorter.
_SIGNATURE = 40
# 完成临床试验的，给予…: what stands before is a condition.
_CONDITIONAL = re.compile("的[，,]")


def gather(extraction: Extraction, rules: Rulebook, kinds: Sequence[str]) -> dict[str, Any]:
    """What the sheets of these kinds of facts need beside the report of one plan."""
    plan = facts_from(extraction, rules)
    text = extraction.source.text
    return {
        "tier": plan.tier,
        "place": place_of(extraction.document, vocabulary(rules)).name,
        "noise": _noise(extraction.clean),
        "targets": {t.target.id: _target(t) for t in plan.targets},
        "subsidies": {s.subsidy.id: _subsidy(s, text) for s in plan.subsidies},
        "tasks": _tasks(extraction, plan),
        "numbers": measured_numbers(extraction) if "numbers" in kinds else None,
    }


def _noise(clean: CleanText) -> dict[str, int]:
    """How many page marks, lines of a site and heads and feet of pages are no text of the plan."""
    lines = (clean.text[chrome.span.start : chrome.span.end].split("\n") for chrome in clean.chrome)
    return {
        "page-mark": len(clean.removed),
        "chrome": sum(1 for stretch in lines for line in stretch if line.strip()),
        "apart": len(clean.source.apart),
    }


def _target(keyed: KeyedTarget) -> dict[str, Any]:
    key = keyed.key
    return {
        "noun": key.noun, "level": key.level, "mode": key.mode, "scope": key.scope, "value": _plain(keyed.value),
        "value_max": _plain(keyed.value_max), "unit": keyed.unit, "softener": keyed.softener, "basis": keyed.basis,
        "baseline": keyed.baseline, "since": keyed.since,
    }  # fmt: skip


def _subsidy(keyed: KeyedSubsidy, text: str) -> dict[str, Any]:
    return {
        "object": keyed.object, "level": keyed.level, "payer": keyed.payer, "own": keyed.own, "term": keyed.term,
        "terms": [term.quote for term in keyed.terms],
        "conditional": keyed.level is not None or _is_conditional(keyed.subsidy, text),
    }  # fmt: skip


def _is_conditional(subsidy: Subsidy, text: str) -> bool:
    """Whether the words say more than the name of who gets the money: 新引进的重大项目, 完成临床试验的，…."""
    start, _ = sentence_span(text, subsidy.span)
    return (
        "的" in (subsidy.beneficiary or "") or _CONDITIONAL.search(text, start, subsidy.span.end) is not None
    )


def _tasks(extraction: Extraction, plan: PlanFacts) -> dict[str, dict[str, Any]]:
    """The sections that are tasks, with their own words and the place of their heading."""
    found: dict[str, dict[str, Any]] = {}
    words = _own_words(extraction)
    for section, shown in zip(extraction.outline.sections, plan.sections, strict=True):
        if shown.is_task:
            found.setdefault(
                section.path,
                {
                    "text": "\n".join(words.get(section.id, ())) or None, "quote": shown.evidence.quote, "line": shown.evidence.line,
                    "start": shown.evidence.span.start, "end": shown.evidence.span.end,
                },
            )  # fmt: skip
    return found


def _own_words(extraction: Extraction) -> dict[str | None, list[str]]:
    """The paragraphs of each section without its heading; tables stand in sheets of their own, and the last one is not signed."""
    clean, outline = extraction.clean, extraction.outline
    zones = [clean.from_source(table.span) for table in clean.tables]
    starts = [zone.start for zone in zones]
    signed = [
        clean.from_source(span).start
        for name, span in extraction.document.evidence.items()
        if name in ("issuer", "signed_on")
    ]
    found: dict[str | None, list[str]] = defaultdict(list)
    for paragraph in outline.paragraphs:
        section = outline.section(paragraph.section)
        start = max(paragraph.span.start, section.body.start) if section is not None else paragraph.span.start
        zone = bisect.bisect_right(starts, start) - 1
        words = clean.text[start : paragraph.span.end].lstrip(_RUN_ON).rstrip()
        in_table = zone >= 0 and start < zones[zone].end
        is_signature = len(words) < _SIGNATURE and any(start <= at < paragraph.span.end for at in signed)
        if words and not in_table and not is_signature:
            found[paragraph.section].append(words)
    return found


def _plain(value: Decimal | None) -> int | float | None:
    return None if value is None else number(value)
