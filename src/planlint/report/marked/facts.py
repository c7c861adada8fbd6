"""The facts of a report as marks and as table rows that know their marks: target t1 is `d1-t1` in the text and in its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report import rows
from planlint.report.marked.pieces import Mark
from planlint.report.rows import flat, task_names
from planlint.report.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.report.record import Report
    from planlint.report.rows import Row
    from planlint.report.words import Words

# Kinds that stand one fact a row in the tables for people already.
_ALIKE = {table.kind: table for table in TABLES if table.kind not in ("responsibilities", "numbers")}
# A fact lies over its numbers, and over the heading that it stands in.
_RANKS = {"numbers": 1, "sections": 2}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row: the cells without the line, and what its panel says besides. `shown` is False where the text has no such place."""

    key: str
    line: int
    cells: Row
    more: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """All facts of one kind."""

    kind: str
    heads: tuple[str, ...]
    rows: tuple[FactRow, ...]


def key_of(kind: str, number: int, document: int) -> str:
    """The id of a fact in its page; numbers of the ledger have none of their own."""
    return f"d{document}-{kind[0]}{number}" if kind != "sections" else f"d{document}-h{number}"


def marks_of(report: Report, kinds: Sequence[str], document: int, words: Words) -> Iterator[Mark]:
    """Every fact of the kinds that are shown."""
    for kind in kinds:
        for number, fact in enumerate(report[kind], 1):
            span = fact["span"]
            said = words[kind]
            if kind == "numbers":
                colon = "：" if words.lang == "zh" else ": "
                said = f"{words['page.number']}{colon}{words.get(fact['role'])}"
            yield Mark(
                key_of(kind, number, document), kind, span["start"], span["end"], said, _RANKS.get(kind, 0),
                words.get(f"page.tag.{kind}", ""),
            )  # fmt: skip


def tables_of(report: Report, kinds: Sequence[str], document: int, words: Words) -> Iterator[FactTable]:
    """A table for each kind, in the order of the report."""
    for kind in kinds:
        heads, made = _rows(report, kind, words)
        yield FactTable(
            kind,
            tuple(words[head] for head in heads),
            tuple(
                FactRow(key_of(kind, number, document), fact["span"]["line"], cells, _more(fact, words))
                for number, (fact, cells) in enumerate(zip(report[kind], made, strict=True), 1)
            ),
        )


def _rows(report: Report, kind: str, words: Words) -> tuple[tuple[str, ...], Iterator[Row]]:
    table = _ALIKE.get(kind)
    if table is not None:
        return table.heads[1:], (row[1:] for row in table.rows(report, words))
    makers: dict[str, tuple[tuple[str, ...], Callable[[Report, Words], Iterator[Row]]]] = {
        "responsibilities": (("agency", "role", "tasks"), _unit_rows),
        "numbers": (("quote", "role"), _number_rows),
    }
    heads, maker = makers[kind]
    return heads, maker(report, words)


def _unit_rows(report: Report, words: Words) -> Iterator[Row]:
    name_of = task_names(report, words)
    for fact in report["responsibilities"]:
        yield flat(fact["canonical"] or fact["unit"]), words.get(fact["role"]), name_of(fact)


def _number_rows(report: Report, words: Words) -> Iterator[Row]:
    for fact in report["numbers"]:
        yield flat(fact["quote"]), words.get(fact["role"])


def _more(fact: Report, words: Words) -> tuple[tuple[str, str], ...]:
    """What a fact has beyond the columns of its table; what it was given by the text around it, with the line."""
    yes = {True: words["yes"]}
    fields = [
        (name, yes.get(fact[name], fact[name]))
        for name in ("mode", "hedge", "verb", "payer", "gloss", "aspirational", "placeholder", "section")
        if fact.get(name)
    ]
    cell = rows.cell_of(fact, words)
    if cell is not None:
        fields.append(("book.in_table", cell))
    if fact.get("conditions"):
        fields.append(("conditions", words.join(fact["conditions"])))
    said = [(words[name], flat(str(value).replace("|", ""))) for name, value in fields]
    said += [
        (words["inherited"], f"{words[name]} {words.say('page.line', n=place['line'])}")
        for name, place in (fact.get("inherited") or {}).items()
    ]
    if fact.get("rule"):
        said.append((words["rule"], fact["rule"]))
    return tuple(said)


def document_lines(report: Report, words: Words) -> tuple[Row, ...]:
    """What the plan says of itself."""
    return tuple(rows.document_rows(report, words))
