"""The root part of an OFD document in, its pages out; a template that several pages share is chrome, as a letterhead is."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.model.document import Apart
from planlint.read.elements import child, children
from planlint.read.ofd.graphics import Graphics, named
from planlint.read.ofd.measures import POINTS, numbers
from planlint.read.ofd.objects import Objects
from planlint.read.pages.pieces import lines_of, pieces_of
from planlint.read.pages.text import page_of
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from xml.etree.ElementTree import Element

    from planlint.read.package import Package
    from planlint.read.pages.text import Page

_A4 = (0.0, 0.0, 210.0, 297.0)


class Body:
    """One document of the file."""

    def __init__(self, package: Package, part: str) -> None:
        root = package.xml(part)
        if root is None:
            raise package.broken(Text.of("read.broken.lacks", name=part))
        self._package, self._part = package, part
        folder = posixpath.dirname(part)
        self._common = child(root, "CommonData")
        self._pages = [named(folder, page, "BaseLoc") for page in children(child(root, "Pages"), "Page")]
        self._templates = {
            template.get("ID", ""): named(folder, template, "BaseLoc")
            for template in children(self._common, "TemplatePage")
        }
        self._users: defaultdict[str, list[int]] = defaultdict(list)
        self._graphics = Graphics(package)

    def pages(self) -> list[Page]:
        """The pages in their order, each with the templates that it alone uses."""
        found = [self._page(i) for i in range(len(self._pages))]
        own = {template: users[0] for template, users in self._users.items() if len(users) == 1}
        for i in set(own.values()):
            found[i] = self._page(i, own)
        return found

    def chrome(self) -> Iterator[Apart]:
        """What the templates that several pages share say."""
        for template, users in self._users.items():
            root = self._package.xml(self._templates[template]) if len(users) > 1 else None
            if root is not None:
                objects = self._objects(root, self._templates[template])
                for line in lines_of(pieces_of(objects.glyphs)):
                    yield Apart("header" if line.y0 > objects.height / 2 else "footer", line.text)

    def _page(self, number: int, own: Collection[str] | None = None) -> Page:
        name = self._pages[number]
        root = self._package.xml(name) if name else None
        if root is None:
            code = "read.broken.page" if name else "read.broken.page_unnamed"
            raise self._package.broken(Text.of(code, n=number + 1, name=name))
        objects = self._objects(root, name)
        for use in children(root, "Template"):
            template = use.get("TemplateID", "")
            if own is None and self._templates.get(template):
                self._users[template].append(number)
            elif own is not None and template in own:
                drawn = self._package.xml(self._templates[template])
                objects.draw(child(drawn, "Content"), self._paper(drawn)[:2])
        return page_of(objects.height, objects.glyphs, objects.segments)

    def _objects(self, root: Element, name: str) -> Objects:
        """What a page or a template draws."""
        x, y, _, height = self._paper(root)
        holders = (self._common, self._part), (root, name)
        objects = Objects(height * POINTS, lambda key: self._graphics.content(key, holders))
        objects.draw(child(root, "Content"), (x, y))
        return objects

    def _paper(self, root: Element | None) -> tuple[float, float, float, float]:
        """The corner and the size of a page, in millimetres."""
        for area in (child(root, "Area", "PhysicalBox"), child(self._common, "PageArea", "PhysicalBox")):
            box = numbers(area.text) if area is not None else []
            if len(box) >= 4 and box[2] > 0 and box[3] > 0:
                return box[0], box[1], box[2], box[3]
        return _A4
