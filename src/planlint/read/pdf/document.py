"""A PDF in, its text out, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.pages.text import are_pictures, page_of, text_of
from planlint.read.pdf.glyphs import glyphs_of, turn_of
from planlint.read.pdf.library import WRONG_PASSWORD, pdfium
from planlint.read.pdf.segments import segments_of
from planlint.read.reading import Reading

if TYPE_CHECKING:
    from planlint.read.pages.text import Page

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, path: str) -> Reading:
    """The document's text; InputError for one that is locked, broken or only pictures."""
    library = pdfium()
    document = library.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if library.FPDF_GetLastError() == WRONG_PASSWORD:
            raise InputError(f"{path}: PDF 设有打开密码，读不了；请去掉密码后再处理")
        raise InputError(f"{path}: PDF 已损坏，打不开；请重新导出或下载")
    try:
        pages = [_page(document, number, path) for number in range(library.FPDF_GetPageCount(document))]
    finally:
        library.FPDF_CloseDocument(document)
    if not pages:
        raise InputError(f"{path}: PDF 里没有页面；请重新导出")
    if are_pictures(pages):
        raise InputError(
            f"{path}: PDF 里只有图像，没有文字（扫描件）；请先做文字识别（OCR），再处理识别后的文件"
        )
    text, marks, apart = text_of(pages)
    return Reading(text, MEDIA_TYPE, "utf-8", marks, apart)


def _page(document: int, number: int, path: str) -> Page:
    library = pdfium()
    page = library.FPDF_LoadPage(document, number)
    words = library.FPDFText_LoadPage(page) if page else None
    try:
        if not words:
            raise InputError(f"{path}: PDF 第 {number + 1} 页已损坏，读不出来；请重新导出或下载")
        turn, height = turn_of(page)
        return page_of(height, glyphs_of(words, turn), segments_of(page, turn))
    finally:
        if words:
            library.FPDFText_ClosePage(words)
        if page:
            library.FPDF_ClosePage(page)
