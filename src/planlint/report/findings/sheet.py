"""检查: one row a finding, the same for `check -f csv`, `check -f xlsx`, a Markdown table, and the workbook of `extract`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.findings.concise import MARKS
from planlint.report.findings.fixes import fix_view
from planlint.report.rule_page import said, title_of
from planlint.report.sheet import Column, Kind, Sheet, View
from planlint.report.width import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile
    from planlint.model.finding import Finding
    from planlint.report.findings.fixes import EditView
    from planlint.report.words import Words
    from planlint.rulebook.checks import CheckRule

    Rules = Mapping[str, CheckRule | EngineCode]

# A finding about the whole plan may quote all of it.
_LONGEST_QUOTE, _LONGEST_IN_TABLE = 300, 60


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


class _Noted(NamedTuple):
    """One row of the sheet; without a `row` the plan was not checked."""

    plan: CheckedPlan
    row: Row | None


def _rows(plans: Iterable[CheckedPlan]) -> Iterator[_Noted]:
    for plan in plans:
        if plan.unchecked is not None:
            yield _Noted(plan, None)
        yield from (_Noted(plan, row) for row in plan.rows)


def _field(key: str) -> Any:  # noqa: ANN401 - a function from a row to its cell
    return lambda noted: getattr(noted.row, key, None)


def _place(noted: _Noted) -> str | None:
    return f"{noted.row.line}:{noted.row.column}" if noted.row is not None else None


def _message(noted: _Noted, words: Words) -> str:
    return noted.row.message if noted.row is not None else words[f"book.unchecked.{noted.plan.unchecked}"]


def _marked(noted: _Noted) -> str:
    """The message, with a sign where there is a fix."""
    row = noted.row
    return f"{row.message} {MARKS.get(row.fix or '', '')}".rstrip() if row is not None else ""


def _changes(row: Row, words: Words) -> Iterator[str]:
    """`最高不超过 → 最高` for each edit."""
    return (f"{old} → {new.strip() or words['book.deleted']}" for old, new in row.edits)


def _remedy(noted: _Noted, words: Words) -> str | None:
    """What to do, and below it each edit that does it."""
    return (
        "\n".join((noted.row.remedy, *_changes(noted.row, words))).strip() if noted.row is not None else None
    )


def _edited(noted: _Noted, words: Words) -> list[str] | None:
    return list(_changes(noted.row, words)) if noted.row is not None else None


def _state(noted: _Noted, words: Words) -> str:
    if noted.row is None:
        return words["book.unchecked"]
    answer = noted.row.answer
    if answer is None:
        return words["book.new"]
    return words.say("book.suppressed", reason=answer) if answer else words["book.suppressed_bare"]


FINDINGS = Sheet(
    "findings",
    of=_rows,
    title="sheet.checks",
    fixed=2,
    columns=(
        Column("path", lambda noted: noted.plan.path, views=View.FILES),
        Column("place", _place, views=View.EYES),
        Column("line", _field("line"), Kind.NUMBER, View.FLAT),
        Column("column", _field("column"), Kind.NUMBER, View.FLAT),
        Column("level", _field("level"), Kind.CODE, View.EYES),
        Column("level", _field("level"), views=View.FLAT, head="level_head"),
        Column("rule", _field("rule")),
        Column("name", _field("name"), views=View.FLAT, head="rule_name"),
        Column("level", _field("level"), Kind.CODE, View.BOOK, head="level_head"),
        Column("message", _marked, views=View.EYES),
        Column("message", _message, Kind.SAID, View.FILES, head="book.message"),
        Column(
            "quote", lambda noted: shortened(one_line(noted.row.quote), _LONGEST_IN_TABLE), views=View.EYES
        ),
        Column("quote", _field("quote"), views=View.FILES),
        Column("section", _field("section"), views=View.FLAT),
        Column("place", _place, views=View.BOOK),
        Column("remedy", _field("remedy"), views=View.FLAT, head="book.remedy"),
        Column("fix", _field("fix"), views=View.FLAT, head="fix_head"),
        Column("edits", _edited, Kind.SAID, View.FLAT),
        Column("remedy", _remedy, Kind.SAID, View.BOOK, head="book.remedy"),
        Column("state", _state, Kind.SAID, View.BOOK, head="book.state"),
        Column("start", _field("start"), Kind.NUMBER, View.FILES),
        Column("end", _field("end"), Kind.NUMBER, View.FILES),
        Column("fingerprint", _field("fingerprint"), views=View.FLAT),
    ),
)
