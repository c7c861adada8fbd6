"""Opens a file, sees what it is, and reads it as text: `read_document("plan.txt")` is a `SourceDocument`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from planlint.errors import InputError
from planlint.model.document import SourceDocument
from planlint.read.encoding import decode
from planlint.read.plausible import require_chinese

# What a file's first bytes say it is, and what its owner can do about it.
_FOREIGN = (
    (
        b"PK\x03\x04",
        "是 Office/压缩文件（docx、xlsx、wps 或 zip）",
        "请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8）",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "是旧版 Office 文件（doc、xls 或 wps）",
        "请在 Word 或 WPS 中另存为纯文本（.txt，UTF-8）",
    ),
    (b"%PDF", "是 PDF 文件", "请先导出为纯文本（.txt，UTF-8）"),
    (b"{\\rtf", "是 RTF 文件", "请另存为纯文本（.txt，UTF-8）"),
    (b"\x89PNG", "是图片", "请先做文字识别（OCR），再存为 .txt"),
    (b"\xff\xd8\xff", "是图片", "请先做文字识别（OCR），再存为 .txt"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def read_document(path: str | Path) -> SourceDocument:
    """The text of one file, exactly as decoded; InputError says what is wrong and what to do."""
    file = Path(path)
    if not file.exists():
        raise InputError(f"{path}: 找不到这个文件，请检查路径")
    if file.is_dir():
        raise InputError(f"{path}: 这是文件夹，请给出其中的文件")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: 读不出来（{error.strerror or error}），请检查权限") from error
    return decode_document(data, str(path))


def decode_document(data: bytes, path: str) -> SourceDocument:
    """The text of a file's bytes; `path` is only used to name it."""
    if not data.strip():
        raise InputError(f"{path}: 文件是空的，请给出有正文的文件")
    _refuse_foreign(data, path)
    text, encoding = decode(data, path)
    require_chinese(text, path)
    suffix = Path(path).suffix.lower()
    media_type = "text/markdown" if suffix in (".md", ".markdown") else "text/plain"
    return SourceDocument(path, text, hashlib.sha256(data).hexdigest(), media_type, encoding)


def _refuse_foreign(data: bytes, path: str) -> None:
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"{path}: {what}，不是纯文本；{remedy}")
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise InputError(f"{path}: 是网页（HTML/XML），不是纯文本；请在浏览器中另存为文本文件（.txt）")
