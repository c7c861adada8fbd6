"""The body of a Word document in, lines and tables in reading order out, with the run that each word stands in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.document import Mark
from planlint.model.span import Span
from planlint.read.docx.paragraph import Words, collect
from planlint.read.docx.values import is_on, number
from planlint.read.elements import attribute, child, local
from planlint.read.linear import GridCell, Linear, between

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal
    from xml.etree.ElementTree import Element

    from planlint.model.document import Revisions
    from planlint.read.docx.numbering import Numbering

_WRAPPERS = frozenset(
    ["sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "AlternateContent", "Choice"]
)
# More columns than any page has room for come from a broken file.
_MOST_COLUMNS = 200


class RunPlace(NamedTuple):
    """Where the words of one text element (`w:t`) stand in the source text.

    `offset` is the place of the span's first character within the element, whose leading blanks may have been cut.
    """

    span: Span
    element: Element
    offset: int = 0


# The same as it is collected: start and end in a line, the element, the offset.
_Place = tuple[int, int, "Element", int]


@dataclass(slots=True)
class _Line:
    text: str
    places: list[_Place]


@dataclass(slots=True)
class Body:
    """The text as it is read; `notes` are the references met on the way."""

    numbering: Numbering
    revisions: Revisions = "accepted"
    linear: Linear = field(default_factory=Linear)
    runs: list[RunPlace] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _breaks: dict[str, list[int]] = field(default_factory=lambda: {"laid-out": [], "set": []})

    def read(
        self,
        container: Element,
        kind: Literal["paragraph", "textbox", "footnote"] = "paragraph",
        lead: str = "",
    ) -> None:
        """Read paragraphs and tables in order; `lead` stands before the first words (注1：)."""
        pending = Words()
        for block in self._blocks(container):
            if local(block) == "tbl":
                self._table(block)
                continue
            collect(block, pending, self.revisions)
            if self._runs_on(block):
                continue
            label = lead or self.numbering.label(block)
            lead = "" if pending.length else lead
            self._paragraph(pending, label, kind)
            pending = Words()
        if pending.length:
            self._paragraph(pending, "", kind)

    def page_marks(self) -> Iterator[Mark]:
        """The pages, as Word laid them out, or as far as the writer set them; none where the file tells of one page only."""
        starts = self._breaks["laid-out"] or self._breaks["set"]
        if not starts:
            return
        edges = [0, *starts, self.linear.at]
        for i, (start, end) in enumerate(itertools.pairwise(edges), 1):
            yield Mark("page", Span(start, max(start, end)), str(i))

    def _paragraph(self, words: Words, label: str, kind: Literal["paragraph", "textbox", "footnote"]) -> None:
        text, places, shift = words.trimmed(label)
        base = self.linear.at
        for source, at in words.breaks:
            self._breaks[source].append(base + min(max(at + shift, 0), len(text)))
        if text:
            self.runs += [RunPlace(Span(base + a, base + b), element, cut) for a, b, element, cut in places]
            self.linear.paragraph(text, kind)
        self.notes += words.notes
        for box in words.boxes:
            self.read(box, "textbox")

    def _runs_on(self, paragraph: Element) -> bool:
        """Whether the paragraph's end was deleted, so that the next one runs on (or, for the original, was inserted)."""
        name = "del" if self.revisions == "accepted" else "ins"
        return child(paragraph, "pPr", "rPr", name) is not None

    def _blocks(self, container: Element) -> Iterator[Element]:
        for element in container:
            name = local(element)
            if name in ("p", "tbl"):
                yield element
            elif name in _WRAPPERS:
                yield from self._blocks(element)

    def _table(self, table: Element) -> None:
        grid, places, boxes = self._cells(table)
        if max((cell.column + cell.columns for cell in grid), default=0) <= 1:
            for cell in grid:  # a frame around text
                base = self.linear.at
                if cell.text:
                    self.linear.paragraph(cell.text)
                    self._place(places[cell.row, cell.column], base)
        else:
            before = len(self.linear.marks)
            self.linear.table(grid)
            for mark in self.linear.marks[before:]:
                assert mark.cell is not None
                self._place(places[mark.cell.row - 1, mark.cell.column - 1], mark.span.start)
        for box in boxes:
            self.read(box, "textbox")

    def _place(self, places: list[_Place], base: int) -> None:
        self.runs += [RunPlace(Span(base + a, base + b), element, cut) for a, b, element, cut in places]

    def _cells(
        self, table: Element
    ) -> tuple[list[GridCell], dict[tuple[int, int], list[_Place]], list[Element]]:
        """The cells at their places; a cell that continues one above makes that one taller."""
        found: dict[tuple[int, int], GridCell] = {}
        places: dict[tuple[int, int], list[_Place]] = {}
        boxes: list[Element] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for y, row in enumerate(self._rows(table)):
            x = min(number(child(row, "trPr", "gridBefore")) or 0, _MOST_COLUMNS)
            for cell in self._inside(row, "tc"):
                properties = child(cell, "tcPr")
                across = min(max(number(child(properties, "gridSpan")) or 1, 1), _MOST_COLUMNS - x)
                if across <= 0:
                    break
                merge = child(properties, "vMerge")
                above = open_cells.get(x)
                if merge is not None and attribute(merge) != "restart" and above is not None:
                    top = found[above]
                    found[above] = GridCell(top.row, top.column, top.text, y - top.row + 1, top.columns)
                else:
                    line = self._cell(cell, boxes)
                    found[y, x] = GridCell(y, x, line.text, 1, across)
                    places[y, x] = line.places
                    open_cells[x] = (y, x)
                x += across
        return list(found.values()), places, boxes

    def _rows(self, table: Element) -> Iterator[Element]:
        gone = "del" if self.revisions == "accepted" else "ins"
        for row in self._inside(table, "tr"):
            if child(row, "trPr", gone) is None and not is_on(child(row, "trPr", "hidden")):
                yield row

    def _inside(self, container: Element, wanted: str) -> Iterator[Element]:
        for element in container:
            name = local(element)
            if name == wanted:
                yield element
            elif name in _WRAPPERS:
                yield from self._inside(element, wanted)

    def _cell(self, cell: Element, boxes: list[Element]) -> _Line:
        """A cell's paragraphs as one line; a table inside it cell by cell."""
        whole = _Line("", [])
        last: str | None = None
        for block in self._blocks(cell):
            if local(block) == "tbl":
                lines = [
                    self._cell(inner, boxes) for row in self._rows(block) for inner in self._inside(row, "tc")
                ]
            else:
                words = Words()
                collect(block, words, self.revisions)
                text, places, _ = words.trimmed(self.numbering.label(block))
                lines = [_Line(text, places)]
                boxes += words.boxes
                self.notes += words.notes
            for line in lines:
                if not line.text:
                    continue
                whole.text += between(last, line.text) if last is not None else ""
                base = len(whole.text)
                whole.text += line.text
                whole.places += [(base + a, base + b, element, cut) for a, b, element, cut in line.places]
                last = line.text
        return whole
