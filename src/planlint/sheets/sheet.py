"""What a report draws: sheets of declared columns. A column is one thing: its key, its value, its kind, and who sees it.

    TARGETS = Sheet("targets", of=…, columns=(
        Column("section", views=View.FILES),
        Column("value", kind=Kind.NUMBER, views=View.FILES),
        Column("value", bound_value, Kind.SAID, View.EYES),        # ≥ 40 家
    ))

A renderer (draw/) knows sheets and no target; a new column is one line here, a new format one file there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, Flag, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planlint.words import Words


class Kind(Enum):
    """What a value is; all but SAID are the same in every language, and typed for a writer of databases."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # 0.2, which a workbook shows as 20%
    DATE = "date"
    TRUTH = "truth"
    CODE = "code"  # a name of ours, `lowered`, worded where it is drawn
    LIST = "list"  # several texts, each of which may have commas
    NAMES = "names"  # several names, joined as the language joins them
    SAID = "said"  # words for a reader: a function of the row and the texts


class View(Flag):
    """Who sees a column: a file of raw values, a workbook, a person who reads (on the screen, in Markdown, on a page)."""

    FLAT = auto()
    BOOK = auto()
    EYES = auto()
    FILES = FLAT | BOOK
    ALL = FLAT | BOOK | EYES


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with a note that opens on it, or a link to a cell of another sheet (`目标指标`, row 3, counted from 1 below the head).

    `beside` is a link to a place in a file that lies beside the workbook: `计划.html#f-d1-t3`.
    """

    value: Any
    note: str | None = None
    link: tuple[str, int] | None = None
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Without `value` it is the row's field of the same `key`.

    `head` is the text over it where it is not that of its key, `label` the head itself where it is no text of ours (a plan's name);
    `codes` stands before a code in the catalogue (`outcome.` + `lowered`). On a screen, `wide` columns share what the others leave,
    numbers stand on the `right`, and `style` is how they are painted.
    """

    key: str
    value: Callable[..., Any] | None = None
    kind: Kind = Kind.TEXT
    views: View = View.ALL
    head: str = ""
    label: str = ""
    codes: str = ""
    wide: bool = False
    right: bool = False
    style: str = ""

    def headed(self, words: Words) -> str:
        """What stands over the column."""
        return self.label or words[self.head or self.key]

    def reader(self, words: Words) -> Callable[[Any], Any]:
        """A function from a row to its cell."""
        value: Callable[..., Any] = self.value or _field(self.key)
        if self.kind is Kind.SAID:
            return lambda row: value(row, words)
        if self.kind is Kind.CODE:
            return lambda row: _said(value(row), self.codes, words)
        if self.kind is Kind.NAMES:
            return lambda row: words.join(value(row)) or None
        if self.kind in (Kind.NUMBER, Kind.SHARE):
            return lambda row: plain(value(row))
        return value


def _field(key: str) -> Callable[[Any], Any]:
    return lambda row: row[key]


def _said(code: str | None, codes: str, words: Words) -> str | None:
    return words.get(f"{codes}{code}", code) if code is not None else None


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """A decimal as a file has it: a whole number without a point; anything else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a stable `name` (of its file, too), the rows `of` what is reported, and the columns in order.

    `title` is a key of the catalogue, the name where there is none; the first `fixed` columns stay in view where the others move.
    """

    name: str
    of: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]
    title: str = ""
    fixed: int = 0

    def seen(self, view: View) -> Sheet:
        """The sheet with the columns of one view alone."""
        return replace(self, columns=tuple(column for column in self.columns if column.views & view))

    def filled(self, subject: Any, view: View, words: Words) -> Filled:  # noqa: ANN401 - what is reported
        """The sheet with its heads and cells, for one of the views."""
        columns = self.seen(view).columns
        readers = [column.reader(words) for column in columns]
        rows = ([read(row) for read in readers] for row in self.of(subject))
        heads = tuple(column.headed(words) for column in columns)
        return Filled(self.name, words[self.title or self.name], columns, heads, rows, self.fixed)


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet with its cells: what a renderer draws. `notes` stand below it, `nothing` in place of rows where there are none."""

    name: str
    title: str
    columns: Sequence[Column]
    heads: Sequence[str]
    rows: Iterable[Sequence[Any]]
    fixed: int = 0
    notes: tuple[str, ...] = ()
    nothing: str = ""

    def listed(self, most: int | None = None, more: str = "") -> Filled:
        """The same with its rows in a list, and where there are more than `most` the first of them, which the title says."""
        rows = list(self.rows)
        if most is None or len(rows) <= most:
            return replace(self, rows=rows)
        return replace(self, rows=rows[:most], title=more.format(text=f"{self.title} {most}/{len(rows)}"))
