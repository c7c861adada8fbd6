"""The facts of a report as marks and as table rows that know their marks: target t1 is `d1-t1` in the text and in its table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.report.facts.row import REVIEWED, Plan, in_table, key_of
from planlint.report.facts.shown import SHEETS
from planlint.sheets.draw.marked_text import Mark
from planlint.sheets.sheet import View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.report.facts.row import FactRow as Fact
    from planlint.sheets.look import Report
    from planlint.words import Words

# A fact lies over its numbers, and over the heading that it stands in.
_RANKS = {"numbers": 1, "sections": 2}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row: the cells without the line, and what its panel says besides. `shown` is False where the text has no such place."""

    key: str
    line: int
    cells: tuple[str, ...]
    more: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """All facts of one kind."""

    kind: str
    heads: tuple[str, ...]
    rows: tuple[FactRow, ...]


def marks_of(report: Report, kinds: Sequence[str], document: int, words: Words) -> Iterator[Mark]:
    """Every fact of the kinds that are shown."""
    for kind in kinds:
        for number, fact in enumerate(report[kind], 1):
            span = fact["span"]
            said = words[kind]
            if kind == "numbers":
                colon = words["colon"]
                said = f"{words['page.number']}{colon}{words.get(fact['role'])}"
            yield Mark(
                key_of(kind, number, document), kind, span["start"], span["end"], said, _RANKS.get(kind, 0),
                words.get(f"page.tag.{kind}", ""),
            )  # fmt: skip


def tables_of(report: Report, kinds: Sequence[str], document: int, words: Words) -> Iterator[FactTable]:
    """A table for each kind, in the order of the report."""
    for kind in kinds:
        sheet = SHEETS[kind].seen(View.EYES)
        sheet = replace(sheet, columns=tuple(column for column in sheet.columns if column.key != "line"))
        filled = sheet.filled([Plan(report)], View.EYES, words)
        facts = zip(Plan(report).facts(kind), filled.rows, strict=True)
        yield FactTable(
            kind,
            tuple(filled.heads),
            tuple(
                FactRow(key_of(kind, number, document), row["span"]["line"], tuple(cells), _more(row, words))
                for number, (row, cells) in enumerate(facts, 1)
            ),
        )


def _more(row: Fact, words: Words) -> tuple[tuple[str, str], ...]:
    """What a fact has beyond the columns of its table; what it was given by the text around it, with the line."""
    fact = row.fact
    yes = {True: words["yes"]}
    fields = [
        (name, yes.get(fact[name], fact[name]))
        for name in ("mode", "hedge", "verb", "payer", "gloss", "aspirational", "placeholder", "section")
        if fact.get(name)
    ]
    cell = in_table(row, words)
    if cell is not None:
        fields.append(("book.in_table", cell))
    if fact.get("conditions"):
        fields.append(("conditions", words.join(fact["conditions"])))
    said = [(words[name], flat(str(value).replace("|", ""))) for name, value in fields]
    if (reviewed := REVIEWED.reader(words)(row)) is not None:
        said.append((words["review.reviewed"], reviewed))
    said += [
        (words["inherited"], f"{words[name]} {words.say('page.line', n=place['line'])}")
        for name, place in (fact.get("inherited") or {}).items()
    ]
    if fact.get("rule"):
        said.append((words["rule"], fact["rule"]))
    return tuple(said)
