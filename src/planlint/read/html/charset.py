"""Which encoding a page is in: BOM, UTF-8 where the bytes fit, the page's own word, GB18030; a saved archive is opened first."""

from __future__ import annotations

import codecs
import re

from planlint.errors import InputError
from planlint.read.encoding import decode

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_GB = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "csgb2312")
# A saved page may hold a few broken bytes (a text cut by its length); more mean the wrong encoding.
_MOST_BROKEN = 0.001
_FEW_BROKEN = 2


def decode_page(data: bytes, path: str) -> tuple[str, str]:
    """The markup and its encoding."""
    if _is_archive(data):
        data = _page_of_archive(data, path)
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:8192]) or _XML.search(data[:200])
    name = declared[1].decode("ascii").lower() if declared else ""
    name = "gb18030" if name in _GB else name
    if name and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode(name, errors="replace")
        except LookupError:
            name = ""
        else:
            if text.count("\ufffd") <= max(_FEW_BROKEN, _MOST_BROKEN * len(text)):
                return text, name
    return decode(data, path)


def _is_archive(data: bytes) -> bool:
    head = data[:2000].lower()
    return b"mime-version:" in head and b"content-type: multipart/related" in head


def _page_of_archive(data: bytes, path: str) -> bytes:
    """The page inside a web archive (.mht), as UTF-8 where the archive names its encoding."""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                charset = part.get_content_charset()
                try:
                    return page.decode(charset).encode() if charset else page
                except (LookupError, UnicodeError):
                    return page
    raise InputError("read.archive_empty", path=path)
