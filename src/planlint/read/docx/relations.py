"""The relations of a Word file's parts: a package in, the names of the parts that belong together out."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from planlint.words import Text

if TYPE_CHECKING:
    from planlint.read.package import Package


def main_part(package: Package) -> str:
    """The name of the document's own part."""
    for kind, name in related(package, "").values():
        if kind == "officeDocument" and package.has(name):
            return name
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise package.broken(Text.of("read.broken.lacks", name="word/document.xml"))


def related(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: id → (kind, name of the other part); those that lead outside the package are left out."""
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External" or not target:
            continue
        full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found[relation.get("Id", "")] = (
            relation.get("Type", "").rsplit("/", 1)[-1],
            posixpath.normpath(full),
        )
    return found
