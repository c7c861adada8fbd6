"""A Word package in, what must be said of a comments part out: its name, its content type, its relation to the document."""

from __future__ import annotations

import itertools
import posixpath
from typing import TYPE_CHECKING

from planlint.annotate.markup import Markup
from planlint.read.docx.relations import related as related_parts
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.read.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# The two editions of the standard name the same relation differently.
_STRICT = "http://purl.oclc.org/ooxml/"
_KIND = {True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments", False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"}  # fmt: skip
_TYPES = "[Content_Types].xml"


def markup_of(package: Package, name: str) -> Markup | None:
    """A part to be changed; None where the package has none of that name, InputError where it is broken."""
    data = package.markup(name)
    # the reader's own parser first: it refuses what is broken or hostile, in words
    return Markup(data) if package.xml(name) is not None and data is not None else None


def comments_name(package: Package, main: str) -> tuple[str, bool]:
    """The name of the comments part, and whether the document already relates to it."""
    named = next((name for kind, name in related_parts(package, main).values() if kind == "comments"), None)
    if named is not None:
        return package.stored(named) or named, True
    folder = posixpath.dirname(main)
    tries = (posixpath.join(folder, f"comments{n or ''}.xml") for n in itertools.count())
    return next(name for name in tries if not package.has(name)), False


def announced(package: Package, main: str, name: str, namespace: str, *, related: bool) -> dict[str, bytes]:
    """The changed parts, by their names as stored, that make a new comments part known to the document."""
    parts = dict([_typed(package, name)])
    if not related:
        stored, data = _related(package, main, name, _KIND[namespace.startswith(_STRICT)])
        parts[stored] = data
    return parts


def _typed(package: Package, name: str) -> tuple[str, bytes]:
    markup = markup_of(package, _TYPES)
    if markup is None:
        raise package.broken(Text.of("read.broken.lacks", name=_TYPES))
    known = {element.get("PartName", "").lower() for element in markup.root}
    if f"/{name}".lower() in known:
        return package.stored(_TYPES) or _TYPES, markup.data
    tag = _sibling(markup, "Override")
    return package.stored(_TYPES) or _TYPES, markup.appended(
        f'<{tag} PartName="/{name}" ContentType="{_TYPE}"/>'.encode()
    )


def _related(package: Package, main: str, name: str, kind: str) -> tuple[str, bytes]:
    folder, file = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    target = posixpath.relpath(name, folder) if folder else name
    markup = markup_of(package, relations)
    if markup is None:
        entry = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
        return (
            relations,
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="{_RELATIONS}">{entry}</Relationships>'.encode(),
        )
    used = {element.get("Id", "") for element in markup.root}
    key = next(key for n in itertools.count(1) if (key := f"rId{n}") not in used)
    tag = _sibling(markup, "Relationship")
    return package.stored(relations) or relations, markup.appended(
        f'<{tag} Id="{key}" Type="{kind}" Target="{target}"/>'.encode()
    )


def _sibling(markup: Markup, name: str) -> str:
    """The name with the prefix that the root is written with."""
    opening = markup.tags(markup.root)[1].decode()
    prefix, colon, _ = opening[2:-1].rpartition(":")
    return f"{prefix}{colon}{name}"
