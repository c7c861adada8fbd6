"""A PDF in, its text out, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.pages.text import are_pictures, page_of, text_of
from planlint.read.pdf.glyphs import glyphs_of, turn_of
from planlint.read.pdf.library import WRONG_PASSWORD, pdfium
from planlint.read.pdf.segments import segments_of
from planlint.read.source_text import SourceText

if TYPE_CHECKING:
    from planlint.read.pages.text import Page

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, path: str) -> SourceText:
    """The document's text; InputError for one that is locked, broken or only pictures."""
    library = pdfium()
    document = library.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if library.FPDF_GetLastError() == WRONG_PASSWORD:
            raise InputError("read.pdf_locked", path=path)
        raise InputError("read.pdf_broken", path=path)
    try:
        pages = [_page(document, number, path) for number in range(library.FPDF_GetPageCount(document))]
    finally:
        library.FPDF_CloseDocument(document)
    if not pages:
        raise InputError("read.pdf_no_pages", path=path)
    if are_pictures(pages):
        raise InputError("read.pdf_only_pictures", path=path)
    text, marks, apart = text_of(pages)
    return SourceText(text, MEDIA_TYPE, "utf-8", marks, apart)


def _page(document: int, number: int, path: str) -> Page:
    library = pdfium()
    page = library.FPDF_LoadPage(document, number)
    words = library.FPDFText_LoadPage(page) if page else None
    try:
        if not words:
            raise InputError("read.pdf_broken_page", path=path, n=number + 1)
        turn, height = turn_of(page)
        return page_of(height, glyphs_of(words, turn), segments_of(page, turn))
    finally:
        if words:
            library.FPDFText_ClosePage(words)
        if page:
            library.FPDF_ClosePage(page)
