"""What kind of file some bytes are: by their content first, by the suffix where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from planlint.errors import InputError

Kind = Literal["text", "markdown", "html", "docx", "pdf", "ofd", "office"]

# What a file's first bytes say it is, and what its owner can do about it.
_FOREIGN = (
    (b"\x89PNG", "read.foreign.picture"),
    (b"\xff\xd8\xff", "read.foreign.picture"),
    (b"GIF8", "read.foreign.picture"),
    (b"II*\x00", "read.foreign.picture"),
    (b"Rar!", "read.foreign.archive"),
    (b"7z\xbc\xaf", "read.foreign.archive"),
    (b"\x1f\x8b", "read.foreign.archive"),
)
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_PDF = b"%PDF-"
# Readers of PDF look for its mark in the first kilobyte; some systems put a line of their own before it.
_PDF_REACH = 1024
# What a zip file holds tells what it is.
_ZIPPED = (
    ("xl/workbook.xml", "read.foreign.spreadsheet"),
    ("ppt/presentation.xml", "read.foreign.slides"),
)
_HTML = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_MARKDOWN = (".md", ".markdown")
# Compiled only for a file that begins with <: most do not.
_WHOLE_PAGE = rb"(?is)(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)\b"
_FRAGMENT = rb"(?i)<(?:p|div|table|tbody|section|article|span|meta)(?:\s[^<>]{0,4000})?>"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, path: str) -> Kind:
    """The kind of a file; InputError where it is none that can be read as text."""
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(what, path=path)
    suffix = PurePath(path).suffix.lower()
    if data.startswith(_ZIP):
        return _kind_of_zip(data, path)
    if data.startswith((_OLD_OFFICE, _RTF)):
        return "office"
    if data.startswith(_PDF) or (_PDF in data[:_PDF_REACH] and b"\x00" in data):
        return "pdf"
    if suffix in (".docx", ".docm", ".dotx", ".pdf", ".ofd", ".doc", ".wps") and b"\x00" in data:
        raise InputError("read.other_kind", path=path, suffix=suffix)
    if suffix in _HTML or _is_page(data, suffix):
        return "html"
    return "markdown" if suffix in _MARKDOWN else "text"


def _kind_of_zip(data: bytes, path: str) -> Kind:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError("read.broken_zip", path=path, why=error) from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "ofd.xml" in names:
        return "ofd"
    if "content.xml" in names:
        return "office"
    for name, what in _ZIPPED:
        if name in names:
            raise InputError(what, path=path)
    raise InputError("read.foreign.zip", path=path)


def _is_page(data: bytes, suffix: str) -> bool:
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_WIDE_BOMS):
        head = head[2:].replace(b"\x00", b"")
    head = head.lstrip()
    if b"multipart/related" in head[:2000].lower() and b"mime-version" in head[:2000].lower():
        return True
    if not head.startswith(b"<"):
        return False
    return re.match(_WHOLE_PAGE, head) is not None or (
        suffix not in _MARKDOWN and re.match(_FRAGMENT, head) is not None
    )
