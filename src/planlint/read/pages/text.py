"""Pages in, the text of the document out: margins apart, ruled tables as cells, paragraphs joined across lines, columns and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.read.linear import Linear
from planlint.read.pages.columns import columns_of
from planlint.read.pages.grids import Ruled, ruled_tables
from planlint.read.pages.margins import take_margins
from planlint.read.pages.paragraphs import join, measure_of, runs_on
from planlint.read.pages.pieces import Line, lines_of, pieces_of, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model.document import Apart, Mark
    from planlint.read.pages.paragraphs import Measure
    from planlint.read.pages.pieces import Piece
    from planlint.read.pages.strokes import Point

# A scanned page has hardly a character of its own (a stamp's, a page number's).
_LEAST_CHARACTERS = 10
# Fewer lines do not tell how a page is set; it is taken to be set as the others.
_LEAST_LINES = 8


class Page(NamedTuple):
    """A page by its groups of lines, each read from top to bottom, and its tables."""

    height: float
    groups: list[list[Line]]
    tables: list[Ruled]

    @property
    def characters(self) -> int:
        """How much text it holds."""
        found = sum(len(line.text) for group in self.groups for line in group)
        return found + sum(len(cell.text) for table in self.tables for cell in table.cells)


def page_of(height: float, glyphs: Iterable[Piece], segments: Iterable[tuple[Point, Point]]) -> Page:
    """The page that these characters and straight segments are drawn on."""
    tables, pieces = ruled_tables(segments, pieces_of(glyphs))
    return Page(height, [lines_of(group) for group in columns_of(segments_of(pieces))], tables)


def are_pictures(pages: Sequence[Page]) -> bool:
    """Whether the pages are scans: hardly a character on them."""
    found = sum(page.characters for page in pages)
    return found == 0 or found < _LEAST_CHARACTERS * len(pages)


def text_of(pages: Sequence[Page]) -> tuple[str, tuple[Mark, ...], tuple[Apart, ...]]:
    """The text of all pages, its marks, and what stands in the margins."""
    kept, apart = take_margins(
        [(page.height, [line for group in page.groups for line in group]) for page in pages]
    )
    writer = _Writer(Linear(), measure_of([line for page in kept for line in page]))
    for number, (page, lines) in enumerate(zip(pages, kept, strict=True), 1):
        staying = set(map(id, lines))
        groups = [[line for line in group if id(line) in staying] for group in page.groups]
        writer.page(number, groups, page.tables)
    text, marks = writer.finish()
    return text, marks, apart


class _Writer:
    """Writes lines as paragraphs; one that a page cuts is held until the next page has been seen."""

    def __init__(self, linear: Linear, usual: Measure) -> None:
        self.linear = linear
        self._usual = usual
        self._text = ""
        self._cuts: list[tuple[int, int]] = []
        self._last: tuple[Line, Measure] | None = None

    def page(self, number: int, groups: Sequence[list[Line]], tables: Sequence[Ruled]) -> None:
        """One page: its columns, and each table before the first line that stands below it."""
        waiting = sorted(tables, key=lambda table: -table.top)
        self._begin(number)
        for group in groups:
            if not group:
                continue
            few = len(group) < _LEAST_LINES and len(groups) == 1
            measure = self._usual if few else measure_of(group)
            opens = True
            for line in group:
                while waiting and waiting[0].top > line.y1 - 1 and len(groups) == 1:
                    self._table(waiting.pop(0))
                    opens = False
                self._line(line, measure, opens=opens)
                opens = False
        for table in waiting:
            self._table(table)

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The whole text and its marks."""
        self._flush()
        return self.linear.finish()

    def _begin(self, number: int) -> None:
        self._cuts.append((number, len(self._text)))

    def _line(self, line: Line, measure: Measure, *, opens: bool) -> None:
        if self._last is not None:
            before, set_as = self._last
            if runs_on(before, line, (set_as, measure), far=opens):
                self._text = join(self._text, line.text)
                self._last = (line, measure)
                return
        self._flush()
        self._text = line.text
        self._last = (line, measure)

    def _table(self, table: Ruled) -> None:
        self._flush()
        self.linear.table(table.cells)

    def _flush(self) -> None:
        """Write the open paragraph, with the pages that begin inside it."""
        base = self.linear.at
        inside = [cut for cut in self._cuts if cut[1] < len(self._text)]
        for number, at in inside:
            self.linear.page(str(number), base + at)
        if self._text:
            self.linear.paragraph(self._text)
        for number, _ in self._cuts[len(inside) :]:
            self.linear.page(str(number))
        self._cuts = []
        self._text = ""
        self._last = None
