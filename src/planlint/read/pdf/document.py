"""A PDF in, its text out: pages in order, columns in reading order, ruled tables as cells, paragraphs joined across lines and pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.linear import Linear
from planlint.read.pdf.columns import columns_of
from planlint.read.pdf.glyphs import Line, lines_of, pieces_of, segments_of, turn_of
from planlint.read.pdf.margins import take_margins
from planlint.read.pdf.paragraphs import join, measure_of, runs_on
from planlint.read.pdf.ruled import Ruled, ruled_tables
from planlint.read.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument

    from planlint.model.document import Mark
    from planlint.read.pdf.paragraphs import Measure

MEDIA_TYPE = "application/pdf"
# A scanned page has hardly a character of its own (a stamp's, a page number's).
_LEAST_CHARACTERS = 10
# Fewer lines do not tell how a page is set; it is taken to be set as the others.
_LEAST_LINES = 8


@dataclass(frozen=True, slots=True)
class _Page:
    height: float
    groups: list[list[Line]]
    tables: list[Ruled]


def read_pdf(data: bytes, path: str) -> Reading:
    """The document's text; InputError for one that is locked, broken or only pictures."""
    document = _open(data, path)
    try:
        pages = [_page(document, number, path) for number in range(len(document))]
    finally:
        document.close()
    found = sum(len(line.text) for page in pages for group in page.groups for line in group)
    found += sum(len(cell.text) for page in pages for table in page.tables for cell in table.cells)
    if found < _LEAST_CHARACTERS * len(pages) or not found:
        raise InputError(
            f"{path}: PDF 里只有图像，没有文字（扫描件）；请先做文字识别（OCR），再处理识别后的文件"
        )
    kept, apart = take_margins(
        [(page.height, [line for group in page.groups for line in group]) for page in pages]
    )
    writer = _Writer(Linear(), measure_of([line for page in kept for line in page]))
    for number, (page, lines) in enumerate(zip(pages, kept, strict=True), 1):
        staying = set(map(id, lines))
        groups = [[line for line in group if id(line) in staying] for group in page.groups]
        writer.page(number, groups, page.tables)
    text, marks = writer.finish()
    return Reading(text, MEDIA_TYPE, "utf-8", marks, apart)


def _open(data: bytes, path: str) -> PdfDocument:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise InputError(f"{path}: PDF 里没有页面；请重新导出")
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise InputError(f"{path}: PDF 设有打开密码，读不了；请去掉密码后再处理") from error
        raise InputError(f"{path}: PDF 已损坏，打不开；请重新导出或下载") from error
    return document


def _page(document: PdfDocument, number: int, path: str) -> _Page:
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{path}: PDF 第 {number + 1} 页已损坏，读不出来；请重新导出或下载") from error
    turn, _, height = turn_of(page)
    pieces = pieces_of(text_page, turn)
    tables, pieces = ruled_tables(page, turn, pieces)
    text_page.close()
    page.close()
    return _Page(height, [lines_of(group) for group in columns_of(segments_of(pieces))], tables)


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
