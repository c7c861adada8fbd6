"""What kind of file some bytes are: by their content first, by the suffix where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from planlint.errors import InputError

Kind = Literal["text", "markdown", "html"]

# What a file's first bytes say it is, and what its owner can do about it.
_FOREIGN = (
    (b"PK\x03\x04", "是 Office/压缩文件（docx、xlsx、wps 或 zip），不是纯文本；请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8）"),
    (b"\xd0\xcf\x11\xe0", "是旧版 Office 文件（doc、xls 或 wps），不是纯文本；请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8）"),
    (b"%PDF", "是 PDF 文件，不是纯文本；请先导出为纯文本（.txt，UTF-8）"),
    (b"{\\rtf", "是 RTF 文件，不是纯文本；请另存为纯文本（.txt，UTF-8）"),
    (b"\x89PNG", "是图片；请先做文字识别（OCR），再存为 .txt"),
    (b"\xff\xd8\xff", "是图片；请先做文字识别（OCR），再存为 .txt"),
)  # fmt: skip
_HTML = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_MARKDOWN = (".md", ".markdown")
_WHOLE_PAGE = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*<(?:p|div|table|tbody|section|article|span|meta)(?:\s[^<>]{0,4000})?>", re.IGNORECASE
)
_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, path: str) -> Kind:
    """The kind of a file; InputError where it is none that can be read as text."""
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"{path}: {what}")
    suffix = PurePath(path).suffix.lower()
    if suffix in _HTML or _is_page(data, suffix):
        return "html"
    return "markdown" if suffix in _MARKDOWN else "text"


def _is_page(data: bytes, suffix: str) -> bool:
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_WIDE_BOMS):
        head = head[2:].replace(b"\x00", b"")
    if _WHOLE_PAGE.match(head) or _ARCHIVE.search(head[:2000]):
        return True
    return suffix not in _MARKDOWN and _FRAGMENT.match(head) is not None
