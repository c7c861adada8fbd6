"""A PDF in, its text out, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.pages.text import Page, are_pictures, page_of, text_of
from planlint.read.pdf.glyphs import glyphs_of, turn_of
from planlint.read.pdf.segments import segments_of
from planlint.read.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, path: str) -> Reading:
    """The document's text; InputError for one that is locked, broken or only pictures."""
    document = _open(data, path)
    try:
        pages = [_page(document, number, path) for number in range(len(document))]
    finally:
        document.close()
    if are_pictures(pages):
        raise InputError(
            f"{path}: PDF 里只有图像，没有文字（扫描件）；请先做文字识别（OCR），再处理识别后的文件"
        )
    text, marks, apart = text_of(pages)
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


def _page(document: PdfDocument, number: int, path: str) -> Page:
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{path}: PDF 第 {number + 1} 页已损坏，读不出来；请重新导出或下载") from error
    turn, _, height = turn_of(page)
    found = page_of(height, glyphs_of(text_page, turn), segments_of(page, turn))
    text_page.close()
    page.close()
    return found
