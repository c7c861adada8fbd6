"""The composed graphics of an OFD document: an id in, the content that is drawn wherever a page names it out."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from planlint.read.elements import child, children

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from planlint.read.package import Package

# Graphics may hold one another; a document that draws more objects by them was made to do harm.
_MOST_DRAWN = 200_000


def named(folder: str, element: Element | None, attribute: str = "") -> str:
    """The name of the part that an element points to, seen from a folder; "" where it points to none."""
    if element is None:
        return ""
    name = (element.get(attribute, "") if attribute else element.text or "").strip().replace("\\", "/")
    full = name.lstrip("/") if name.startswith("/") else posixpath.join(folder, name)
    return posixpath.normpath(full) if name else ""


class Graphics:
    """The graphics of one document; parts with resources are read when a page first names a graphic, for most hold only fonts."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._units: dict[str, Element] = {}
        self._read: set[str] = set()
        self._drawn = 0

    def content(self, key: str, holders: tuple[tuple[Element | None, str], ...]) -> Element | None:
        """What a graphic draws; `holders` name the parts with resources, each with the name of its own part."""
        for holder, part in holders:
            if key not in self._units and part not in self._read:
                self._read.add(part)
                self._look(holder, posixpath.dirname(part))
        content = child(self._units.get(key), "Content")
        self._drawn += 0 if content is None else 1 + len(content)
        return content if self._drawn <= _MOST_DRAWN else None

    def _look(self, holder: Element | None, folder: str) -> None:
        for kind in ("PublicRes", "DocumentRes", "PageRes"):
            for resource in children(holder, kind):
                units = child(self._package.xml(named(folder, resource)), "CompositeGraphicUnits")
                for unit in children(units, "CompositeGraphicUnit"):
                    self._units.setdefault(unit.get("ID", ""), unit)
