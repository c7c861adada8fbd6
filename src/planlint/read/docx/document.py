"""A Word document in, the document's text out: the body, then its notes; running heads and feet are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.model.document import Apart
from planlint.read.docx.body import Body
from planlint.read.docx.numbering import Numbering, Styles
from planlint.read.docx.paragraph import Words, collect
from planlint.read.docx.relations import main_part, related
from planlint.read.elements import attribute, child, children
from planlint.read.package import Package
from planlint.read.source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from planlint.model.document import Revisions

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, path: str, revisions: Revisions = "accepted") -> SourceText:
    """The document's text; tracked changes are read as accepted unless the original is asked for."""
    package = Package(data, path)
    main = main_part(package)
    others = list(related(package, main).values())
    root = package.xml(main)
    assert root is not None
    body = read_body(root, parts_of(package, others), revisions)
    text, marks = body.linear.finish()
    if not text.strip():
        raise InputError("read.word_only_pictures", path=path)
    apart = tuple(_apart(package, others, revisions))
    marks = tuple(sorted([*marks, *body.page_marks()], key=lambda m: (m.span.start, -m.span.end)))
    return SourceText(text, MEDIA_TYPE, "utf-8", marks, apart)


def parts_of(package: Package, related: Iterable[tuple[str, str]]) -> dict[str, Element | None]:
    """The trees that the text needs besides the document's own, by kind; `related` are the (kind, name) of its relations."""
    parts: dict[str, Element | None] = {}
    for kind, name in related:
        if kind in ("numbering", "styles", "footnotes", "endnotes"):
            parts.setdefault(kind, package.xml(name))
    return parts


def read_body(root: Element, parts: Mapping[str, Element | None], revisions: Revisions = "accepted") -> Body:
    """The text of a document's trees, with the place of every run: `parts` by kind are numbering, styles, footnotes, endnotes.

    The trees may come from another parser, so that a writer can change the very elements that the runs name.
    """
    body = Body(Numbering(parts.get("numbering"), Styles(parts.get("styles"))), revisions)
    inner = child(root, "body")
    body.read(root if inner is None else inner)
    # a note may refer to a further note
    for i, (kind, key) in enumerate(_in_turn(body), 1):
        part = parts.get(f"{kind}s")
        note = next((n for n in children(part, kind) if attribute(n, "id") == key), None)
        if note is not None:
            body.read(note, "footnote", f"注{i}：")
    return body


def _in_turn(body: Body) -> Iterator[tuple[str, str]]:
    """The references in the order they are met, each once, those met on the way as well."""
    seen: set[tuple[str, str]] = set()
    at = 0
    while at < len(body.notes):
        if body.notes[at] not in seen:
            seen.add(body.notes[at])
            yield body.notes[at]
        at += 1


def _apart(package: Package, others: list[tuple[str, str]], revisions: Revisions) -> Iterator[Apart]:
    seen = set()
    for kind, name in others:
        if kind not in ("header", "footer"):
            continue
        part = package.xml(name)
        lines = []
        for paragraph in part.iter() if part is not None else ():
            if paragraph.tag.endswith("}p"):
                words = Words()
                collect(paragraph, words, revisions)
                lines.append(words.trimmed("")[0])
        text = "\n".join(filter(None, lines))
        if text and (kind, text) not in seen:
            seen.add((kind, text))
            yield Apart("header" if kind == "header" else "footer", text)
