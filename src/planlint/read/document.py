"""Opens a file, sees what it is, and reads it as text: `read_document("plan.docx")` is a `SourceDocument`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.model.document import Revisions, SourceDocument
from planlint.read.apart import read_apart
from planlint.read.encoding import decode
from planlint.read.formats import kind_of
from planlint.read.limits import LONGEST_TEXT, beyond
from planlint.read.plausible import require_chinese
from planlint.read.source_bytes import bytes_of
from planlint.read.source_text import SourceText
from planlint.words import Text

if TYPE_CHECKING:
    from pathlib import Path


def read_document(path: str | Path, revisions: Revisions = "accepted") -> SourceDocument:
    """The text of one file, exactly as read; InputError says what is wrong and what to do.

    `revisions` says which of its texts a Word file with tracked changes gives: with all of them accepted, or the original.
    """
    return decode_document(bytes_of(path), str(path), revisions)


def decode_document(data: bytes, path: str, revisions: Revisions = "accepted") -> SourceDocument:
    """The text of a file's bytes; `path` names it and, by its suffix, helps to tell what it is."""
    if not data.strip():
        raise InputError("read.empty", path=path)
    found = _read(data, path, revisions)
    if len(found.text) > LONGEST_TEXT:
        limit = Text.of("read.limit.ten_thousand_characters", n=LONGEST_TEXT // 10_000)
        raise beyond(path, Text.of("read.limit.text"), limit, Text.of("read.remedy.split"))
    require_chinese(found.text, path)
    return SourceDocument(
        path, found.text, hashlib.sha256(data).hexdigest(), found.media_type, found.encoding, found.marks, found.apart,
    )  # fmt: skip


def _read(data: bytes, path: str, revisions: Revisions) -> SourceText:
    """Each reader is loaded only for a file of its kind."""
    kind = kind_of(data, path)
    if kind == "html":
        from planlint.read.html import read_html
        from planlint.read.html.heavy import is_heavy

        return read_apart("html", data, path) if is_heavy(data) else read_html(data, path)
    if kind == "docx":
        from planlint.read.docx import read_docx

        return read_docx(data, path, revisions)
    if kind == "pdf":
        return read_apart("pdf", data, path)
    if kind == "ofd":
        from planlint.read.ofd import read_ofd

        return read_ofd(data, path)
    if kind == "office":
        from planlint.read.office import office_kind, read_office

        return read_office(data, path, office_kind(data, path))
    text, encoding = decode(data, path)
    if kind == "markdown":
        from planlint.read.markdown import text_of

        return SourceText(text_of(text), "text/markdown", encoding)
    return SourceText(text, "text/plain", encoding)
