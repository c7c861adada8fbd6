"""An OFD in, its text out, page by page; what templates and annotations print on the pages is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.elements import child, children
from planlint.read.ofd.body import Body
from planlint.read.ofd.graphics import named
from planlint.read.package import Package
from planlint.read.pages.text import are_pictures, text_of
from planlint.read.source_text import SourceText
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.model.document import Apart
    from planlint.read.pages.text import Page

MEDIA_TYPE = "application/ofd"


def read_ofd(data: bytes, path: str) -> SourceText:
    """The document's text; InputError for one that is encrypted, broken or only pictures."""
    package = Package(data, path, "read.ofd", "read.remedy.ofd")
    if package.has("Encryptions.xml"):
        raise InputError("read.ofd_locked", path=path)
    pages: list[Page] = []
    apart: dict[Apart, None] = {}
    for part in _roots(package):
        body = Body(package, part)
        pages += body.pages()
        apart.update(dict.fromkeys(body.chrome()))
    if not pages:
        raise InputError("read.ofd_no_pages", path=path)
    if are_pictures(pages):
        raise InputError("read.ofd_only_pictures", path=path)
    text, marks, margins = text_of(pages)
    apart.update(dict.fromkeys(margins))
    return SourceText(text, MEDIA_TYPE, "utf-8", marks, tuple(apart))


def _roots(package: Package) -> list[str]:
    """The names of the documents' root parts, in the order of the file."""
    bodies = children(package.xml("OFD.xml"), "DocBody")
    found = dict.fromkeys(named("", child(body, "DocRoot")) for body in bodies)
    names = [name for name in found if name]
    if not names:
        raise package.broken(Text.of("read.broken.no_root"))
    return names
