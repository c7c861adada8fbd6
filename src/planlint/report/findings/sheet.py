"""检查: one row a finding, the same for `check -f csv`, `check -f xlsx`, a Markdown table, and the workbook of `extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.findings.concise import MARKS
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.findings.rows import CheckedPlan, Row
    from planlint.words import Words

_LONGEST_IN_TABLE = 60


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
