"""The tables of a plan in its CLEAN text: which cells are read as columns, and which hold prose like any other paragraph."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.table import InTable
from planlint.reading.sorted import Sorted
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.document import CleanText, Outline, Section
    from planlint.model.mention import Mentions, Quantity, TimeMention
    from planlint.model.span import Span
    from planlint.model.table import Column, ColumnKind, Table, TableCell

# Cells of these columns hold one thing each; the others hold clauses, which the finders of prose read.
_STRUCTURED: frozenset[ColumnKind] = frozenset(
    {"number", "category", "indicator", "unit", "attribute", "baseline", "lead", "responsible", "cooperate", "implement", "deadline",
     "beneficiary", "standard", "quantity", "points", "period", "place", "note"}
)  # fmt: skip
# A value may have a few words with it (全市累计达到60家); what has more is a clause.
_LONGEST_VALUE = 16
_FEW_WORDS = 4
# 每个托位最高1万元: for what a sum is given is said with it.
_PER_WORDS = 5
# So many words before a number say what it is of.
_CLAUSE_WORDS = 3
_HAN = re.compile(HAN)
_VALUES: frozenset[ColumnKind] = frozenset({"target", "amount"})
# Behind these no heading of the plan's text holds any more: the lines that open an annex, and the date of signature.
_ENDS_SECTIONS = re.compile(
    "^[ \u3000]*(?:附[件表录][^\n。]{0,60}|(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日[ \u3000]*)$", re.MULTILINE
)
# A row's number in a cell of its own, or before the words of its task: 5, （5）, 5.建设实训基地.
_NUMBER = re.compile("[（(]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]?")
_SPAN_OF_TIME = re.compile("[—－–~～〜-]|至")
_NUMBERED = re.compile("(?:[（(]\\d{1,3}[)）]|\\d{1,3}[.．、](?!\\d))")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """One cell of a row: its column, its clean span and words, the numbers and times in it. An inherited cell is another row's own.

    `blank` is the place of a number that is left blank and has no unit beside it (xx, __); `words` stand before the first number.
    """

    column: Column
    span: Span
    text: str
    inherited: bool
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    blank: Span | None = None
    words: str = ""

    @property
    def is_value(self) -> bool:
        """Whether the cell holds numbers with hardly a word (累计60家, 县城≥30), no clause (新建驿站12个)."""
        words = _HAN.findall(self.text)
        few = _FEW_WORDS + (_PER_WORDS if self.text.startswith("每") else 0)
        return (self.blank is not None and not words) or (
            bool(self.quantities)
            and len(self.text) <= _LONGEST_VALUE * len(self.quantities)
            and not any(q.unit is not None and len(words) - len(q.unit) > few for q in self.quantities)
        )


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One row of a table; blank cells are left out. `place` says the how manieth table of the plan it is in, and its row there."""

    table: Table
    cells: tuple[PlacedCell, ...]
    place: tuple[int, int] = (0, 0)

    def at(self, cell: PlacedCell) -> InTable:
        """Where a cell of the row stands, as reports show it."""
        return InTable(*self.place, cell.column.head)

    def cell(self, *kinds: ColumnKind) -> PlacedCell | None:
        """The first cell in a column of one of these kinds."""
        return next((cell for cell in self.cells if cell.column.kind in kinds), None)

    def words(self, *kinds: ColumnKind) -> list[str]:
        """What the cells in columns of these kinds say, from left to right, each as one line."""
        return [" ".join(cell.text.split()) for cell in self.cells if cell.column.kind in kinds]

    def own(self, *kinds: ColumnKind) -> list[PlacedCell]:
        """All cells in columns of these kinds that this row prints itself."""
        return [cell for cell in self.cells if cell.column.kind in kinds and not cell.inherited]

    def is_clause(self, cell: PlacedCell) -> bool:
        """Whether a cell that is no value of the row's name says itself what its number is of.

        新增学位2000个 below 量化指标 of a table without values; 亮灯率98% below 整改目标 beside a task.
        """
        if not cell.quantities:
            return False
        if cell.column.kind == "indicator":
            return not self.table.has("target", "baseline", "standard", "quantity", "points", "amount")
        beside_task = self.table.has("task") and not self.table.has("indicator")
        speaks = len(_HAN.findall(cell.words)) >= _CLAUSE_WORDS
        return cell.column.kind in ("target", None) and beside_task and speaks

    @property
    def number(self) -> str | None:
        """The number of the row as headings print it: 5., （5）, or 5. before the words of its task."""
        for cell in self.cells:
            words = "".join(cell.text.split())
            if cell.column.kind == "number" and _NUMBER.fullmatch(words) is not None:
                return f"{words}." if words.isalnum() else words
        if self.table.has("number"):
            return None
        task = self.cell("task", "indicator")
        printed = _NUMBERED.match("".join(task.text.split())) if task is not None else None
        return printed.group() if printed is not None else None

    @property
    def earner(self) -> str:
        """What earns the money of a row, as its cells say from left to right: 国家级 + 孵化器; empty without such a column."""
        cells = [c for c in self.cells if c.column.kind in ("category", "beneficiary", "indicator")]
        if not any(c.column.kind in ("category", "beneficiary") for c in cells) or not self.table.has(
            "amount"
        ):
            return ""
        return "".join("".join(c.text.split()) for c in cells)

    @property
    def time(self) -> TimeMention | None:
        """The time in the column of deadlines."""
        cell = self.cell("deadline")
        times = [t for t in cell.times if t.deadline is not None] if cell is not None else []
        if cell is not None and len(times) > 1 and _SPAN_OF_TIME.search(cell.text) is not None:
            return times[-1]  # 2026年6月—2028年
        return next(iter(times), None)

    @property
    def times(self) -> list[TimeMention]:
        """All times that date something of the row: its deadline, and those in its standards (2027年达到80%)."""
        own = [time for cell in self.cells if cell.column.kind == "standard" for time in cell.times]
        return [self.time, *own] if self.time is not None else own


class PlacedTables:
    """All rows in reading order, and for any place of the clean text what the table there says of it."""

    def __init__(self, clean: CleanText, mentions: Mentions) -> None:
        self.rows: list[PlacedRow] = []
        self._times: dict[int, TimeMention] = {}
        self._earners: dict[int, str] = {}
        self._cells: set[int] = set()
        self._ends: list[int] = []
        self._text = clean.text
        skipped: list[Span] = []
        if clean.tables:
            finder = _Finder(clean, mentions)
            self._ends = [match.start() for match in _ENDS_SECTIONS.finditer(clean.text)]
            for number, table in enumerate(clean.tables, 1):
                skipped += [finder.span(column.span) for column in table.columns if column.head]
                # a row of numbers that nobody can tell apart is no prose either; a row of tasks is
                values = table.has("target", "baseline")
                skipped += [finder.span(doubt.span) for doubt in table.doubts if values or doubt.fused]
                for index, row in enumerate(table.rows, 1):
                    placed = finder.row(table, row, (number, index))
                    self.rows.append(placed)
                    skipped += [
                        cell.span
                        for cell in placed.cells
                        if _is_structured(cell) and not placed.is_clause(cell)
                    ]
                    self._times.update(finder.times_of(placed))
                    self._cells.update(cell.span.start for cell in placed.cells)
                    self._earners.update({cell.span.start: placed.earner for cell in placed.cells})
        skipped = sorted(set(skipped))
        self._starts = [span.start for span in skipped]
        self._stops = [span.end for span in skipped]

    def is_structured(self, at: int) -> bool:
        """Whether a clean offset lies in a head, or in a cell that is read as what its column says."""
        i = bisect.bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._stops[i]

    def section_of(self, row: PlacedRow, outline: Outline, *, numbered: bool = True) -> str | None:
        """The path of a row: the heading that its table stands under, and its own number; 二、|5. in the body, 5. in an annex."""
        section = self._heading_at(min((cell.span.start for cell in row.cells), default=0), outline)
        steps = [section.path if section is not None else None, row.number if numbered else None]
        return "|".join(step for step in steps if step is not None) or None

    def section_at(self, at: int, outline: Outline) -> Section | None:
        """The section of a paragraph; a cell of an annex's table is in none."""
        return self._heading_at(at, outline) if at in self._cells else outline.section_at(at)

    def _heading_at(self, at: int, outline: Outline) -> Section | None:
        section = outline.section_at(at)
        return section if section is None or not self._is_annex(at, section, outline) else None

    def _is_annex(self, at: int, section: Section, outline: Outline) -> bool:
        """Whether an annex begins between a heading and a table; 附表 begins one only where no heading follows."""
        i = bisect.bisect_right(self._ends, at) - 1
        if i < 0 or self._ends[i] <= section.span.start:
            return False
        return not self._text.startswith("附表", self._ends[i]) or outline.sections[-1] is section

    def earner_at(self, at: int) -> str:
        """What earns the money of the row whose cell begins at a clean offset; empty where no column says so."""
        return self._earners.get(at, "")

    def time_at(self, at: int) -> TimeMention | None:
        """The deadline of the row whose cell begins at a clean offset."""
        return self._times.get(at)


def _is_structured(cell: PlacedCell) -> bool:
    kind = cell.column.kind
    if kind is None:
        return cell.is_value  # a bare number under a head that nobody knows is no sentence
    return kind in _STRUCTURED or (kind in _VALUES and (cell.is_value or not cell.quantities))


class _Finder:
    """Looks up what the scanner found in a stretch of clean text."""

    def __init__(self, clean: CleanText, mentions: Mentions) -> None:
        self.span = clean.from_source
        self._text = clean.text
        self._quantities, self._times = Sorted(mentions.quantities), Sorted(mentions.times)
        self._blanks = Sorted(tuple(n for n in mentions.numerals if n.kind == "placeholder"))

    def times_of(self, row: PlacedRow) -> dict[int, TimeMention]:
        """For each cell of a row the time by which its clauses hold: the one in its head, else the row's deadline."""
        found: dict[int, TimeMention] = {}
        for cell in row.cells:
            head = self._times.within(self.span(cell.column.span)) if cell.column.year is not None else ()
            time = next((t for t in head if t.deadline is not None), row.time)
            if time is not None:
                found[cell.span.start] = time
        return found

    def row(self, table: Table, row: Sequence[TableCell | None], place: tuple[int, int]) -> PlacedRow:
        """A row with what stands in its cells."""
        return PlacedRow(
            table,
            tuple(
                self._cell(column, cell)
                for column, cell in zip(table.columns, row, strict=True)
                if cell is not None
            ),
            place,
        )

    def _cell(self, column: Column, cell: TableCell) -> PlacedCell:
        span = self.span(cell.span)
        quantities = self._quantities.within(span)
        blanks = () if quantities else self._blanks.within(span)
        said = self._text[span.start : quantities[0].span.start] if quantities else ""
        return PlacedCell(
            column, span, cell.text, cell.inherited, quantities, self._times.within(span), blanks[0].span if blanks else None, said
        )  # fmt: skip
