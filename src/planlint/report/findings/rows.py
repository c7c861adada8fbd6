"""The findings of a checked plan as plain values, in the order of the text, which can go to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.findings.fixes import fix_view
from planlint.report.rule_page import said, title_of
from planlint.text.width import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile
    from planlint.model.finding import Finding
    from planlint.report.findings.fixes import EditView
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words

    Rules = Mapping[str, CheckRule | EngineCode]

# A finding about the whole plan may quote all of it.
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as plain values, which can go to another process. `edits` are old and new words of each edit of its fix.

    `answer` is the reason that a person gave for letting it stand, None where nobody answered; `title` and `remedy` are its rule's.
    """

    rule: str
    name: str
    level: str
    title: str
    message: str
    quote: str
    section: str | None
    line: int
    column: int
    start: int
    end: int
    remedy: str
    fix: str | None
    edits: tuple[tuple[str, str], ...]
    fingerprint: str | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """One plan with its findings in the order of the text; `unchecked` says why there can be none: `broken` or `ignored`."""

    path: str
    rows: tuple[Row, ...] = ()
    unchecked: str | None = None


def rules_by_id(rules: Iterable[CheckRule]) -> dict[str, CheckRule | EngineCode]:
    """These rules and the codes of the engine."""
    from planlint.check.engine_codes import engine_codes

    return {**engine_codes(), **{rule.id: rule for rule in rules}}


def checked_plan(file: CheckedFile, rules: Rules, words: Words, *, answered: bool) -> CheckedPlan:
    """The findings of a file, with `answered` those that a person let stand among them."""
    standing = zip(file.findings, file.identities, strict=True)
    found: list[tuple[Finding, str | None, str | None]] = [
        (finding, identity.fingerprint(), None) for finding, identity in standing
    ]
    if answered:
        found += [(s.finding, None, s.reason or "") for s in file.suppressed]
        found.sort(key=lambda one: (one[0].span.start, one[0].span.end, one[0].rule))
    return CheckedPlan(
        file.source.path, tuple(_row(f, file, rules, words, mark, why) for f, mark, why in found)
    )


def _row(
    finding: Finding, file: CheckedFile, rules: Rules, words: Words, fingerprint: str | None, answer: str | None
) -> Row:  # fmt: skip
    rule = rules.get(finding.rule)
    line, column = file.source.place(finding.span.start)
    return Row(
        finding.rule, finding.name, finding.level, title_of(rule, words) if rule else finding.name, one_line(words.of(finding.said)),
        shortened(finding.quote, _LONGEST_QUOTE), finding.section, line, column, finding.span.start, finding.span.end,
        one_line(said(rule, "remedy", words)) if rule else "", finding.fix.tier if finding.fix else None,
        tuple(_edits(finding, file.source.text)), fingerprint, answer,
    )  # fmt: skip


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
