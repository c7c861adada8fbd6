"""Findings as one page for a browser: each plan's text with every finding marked in place, beside the table of findings.

Levels are told by colour, by the line under the words and by a sign before them: 警3 is the third finding of the text, a warning.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.check.outcome import LEVELS
from planlint.report.findings.console import last_lines
from planlint.report.findings.marked import (
    FindingRow,
    RequirementRow,
    finding_rows,
    marks_of,
    requirement_rows,
)
from planlint.report.findings.rows import rules_by_id
from planlint.report.rule_page import Part, facts, parts, title_of
from planlint.sheets.draw.marked_text import Kind, Line, is_long, lines_of
from planlint.sheets.draw.page import page_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.rulebook.check_rule import CheckRule
    from planlint.sheets.look import Look
    from planlint.words import Words

_MISSED_FIRST = ("missed", "met", "not-applicable")


@dataclass(frozen=True, slots=True)
class FileView:
    """One plan of the page; `of_document` are the findings about the plan as a whole, `rows` those with a place."""

    number: int
    title: str
    path: str
    schema: str
    counts: str
    failed: bool
    long: bool
    lines: Iterator[Line]
    of_document: tuple[FindingRow, ...]
    rows: tuple[FindingRow, ...]
    requirements: tuple[RequirementRow, ...]
    statuses: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule that was raised: how often, and what `planlint explain` says of it."""

    id: str
    title: str
    level: str
    count: int
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The page in pieces, a plan at a time."""
    words = look.words
    rules = rules_by_id(run.rules)
    summary, *hints = ("".join(text for text, _ in line) for line in last_lines(run, look))
    counts = run.counts()
    kinds = [Kind(level, words[level], count=counts[level]) for level in LEVELS if counts[level]]
    if any(need.evidence for file in run.files for need in file.requirements):
        kinds.append(Kind("evidence", words["page.evidence"], shown=False))
    several = len(run.files) > 1
    yield from page_pieces(
        "findings.html", words,
        styles=("page.css", "panel.css", "marked.css", "findings.css"), scripts=("panel.js", "paper.js", "marked.js", "explain.js"),
        title=words["page.checked_plans"] if several else words.say("page.checked_plan", title=_title(run.files[0], words)),
        plans=(_file_view(file, number, rules, words) for number, file in enumerate(run.files, 1)),
        index=[(number, file.source.path, _counts(file, words)) for number, file in enumerate(run.files, 1)] if several else (),
        kinds=kinds, tables_name=words["findings"], summary=summary, hints=hints, rules=_rule_views(run, rules, words),
        tiers=[tier for tier in ("safe", "ask") if run.fixable(tier)],
    )  # fmt: skip


def _title(file: CheckedFile, words: Words) -> str:
    return words["page.stdin"] if file.source.path == "-" else Path(file.source.path).name


def _file_view(
    file: CheckedFile, number: int, rules: dict[str, CheckRule | EngineCode], words: Words
) -> FileView:
    rows = tuple(finding_rows(file, number, rules, words))
    needs = sorted(requirement_rows(file, number, words), key=lambda row: _MISSED_FIRST.index(row.status))
    statuses = Counter(need.status for need in needs)
    return FileView(
        number=number, title=_title(file, words), path=file.source.path, schema=file.schema or "", counts=_counts(file, words),
        failed=file.failed is not None, long=is_long(file.source.text),
        lines=lines_of(file.source.text, list(marks_of(file, number, words))),
        of_document=tuple(row for row in rows if row.of_document), rows=tuple(row for row in rows if not row.of_document),
        requirements=tuple(needs),
        statuses=words.join(f"{words[status]} {statuses[status]}" for status in _MISSED_FIRST if statuses[status]),
    )  # fmt: skip


def _counts(file: CheckedFile, words: Words) -> str:
    """What came of one file, as the last line of the console says it of all."""
    counted = Counter(finding.level for finding in file.findings)
    found = [words.say(f"{level}_count", n=counted[level]) for level in LEVELS if counted[level]]
    extra = {"suppressed_count": len(file.suppressed), "known_count": file.known}
    return words.join(
        [*(found or [words["clean_run"]]), *(words.say(key, n=n) for key, n in extra.items() if n)]
    )


def _rule_views(
    run: CheckRun, rules: dict[str, CheckRule | EngineCode], words: Words
) -> tuple[RuleView, ...]:
    """The rules that were raised, by id."""
    counted = Counter(finding.rule for finding in run.findings())
    return tuple(_rule_view(rules[name], counted[name], words) for name in sorted(counted) if name in rules)


def _rule_view(rule: CheckRule | EngineCode, count: int, words: Words) -> RuleView:
    # the message is in every row, with its blanks filled
    said = tuple((head, value) for head, value in facts(rule, words) if head != words["message"])
    return RuleView(rule.id, title_of(rule, words), rule.level, count, said, tuple(parts(rule, words)))
