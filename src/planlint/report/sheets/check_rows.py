"""The findings of one plan as plain values for the sheet 检查, those that a person has answered among them, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.findings.concise import one_line
from planlint.report.marked.fixes import fix_view
from planlint.report.rule_page import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile
    from planlint.checking import Checker
    from planlint.model.finding import Finding
    from planlint.report.marked.fixes import EditView
    from planlint.report.words import Words
    from planlint.rulebook.checks import CheckRule

# A finding about the whole plan may quote all of it.
_LONGEST_QUOTE = 300


def unchecked(why: str) -> dict[str, Any]:
    """What stands there for a plan that was not checked; `why` is `broken` or `ignored`."""
    return {"unchecked": why, "findings": []}


def check_rows(file: CheckedFile, checker: Checker, words: Words) -> dict[str, Any]:
    """All findings; `answer` is the reason given for a suppressed one, None for one that stands."""
    from planlint.check.engine_codes import engine_codes

    rules: dict[str, CheckRule | EngineCode] = {**engine_codes(), **{rule.id: rule for rule in checker.rules}}
    remedies = {name: one_line(said(rule, "remedy", words)) for name, rule in rules.items()}
    found: list[tuple[Finding, str | None]] = [(finding, None) for finding in file.findings]
    found += [(answered.finding, answered.reason) for answered in file.suppressed]
    found.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[0].rule))
    return {
        "unchecked": None,
        "findings": [
            {**_row(finding, file, remedies.get(finding.rule, "")), "answer": answer}
            for finding, answer in found
        ],
    }


def _row(finding: Finding, file: CheckedFile, remedy: str) -> dict[str, Any]:
    line, column = file.source.place(finding.span.start)
    quote = finding.quote
    return {
        "rule": finding.rule, "level": finding.level, "message": one_line(finding.message),
        "quote": quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…",
        "line": line, "column": column, "start": finding.span.start, "end": finding.span.end, "remedy": remedy,
        "fix": list(_edits(finding, file.source.text)),
    }  # fmt: skip


def _edits(finding: Finding, text: str) -> Iterator[tuple[str, str]]:
    """Old and new words of each edit of the fix."""
    if finding.fix is not None:
        for edit in fix_view(finding.fix, text).edits:
            yield _both(edit)


def _both(edit: EditView) -> tuple[str, str]:
    # what is put in or taken out is shown within the words around it: nobody finds the place of an empty string
    if edit.old and edit.new:
        return edit.old, edit.new
    return f"{edit.before}{edit.old}{edit.after}", f"{edit.before}{edit.new}{edit.after}"
