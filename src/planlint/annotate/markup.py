"""An XML part in, its tree with the bytes of every element out, so that a change leaves every other byte as it was.

`<w:p><w:r><w:t>市科技局</w:t></w:r></w:p>`: `cut(run)` is `<w:r><w:t>市科技局</w:t></w:r>`, and `spliced` puts something in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_NAME = re.compile(rb"<([^\s/>]+)")
_DECLARATION = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


class Splice(NamedTuple):
    """Bytes in the place of `[start, end)`; of several at one place, those of lower rank come first."""

    start: int
    end: int
    rank: int
    data: bytes


class Markup:
    """One part, whose bytes are UTF-8 and were read before: whatever is broken or hostile has been refused."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parent: dict[Element, Element] = {}
        self._begin: dict[Element, int] = {}
        self._finish: dict[Element, int] = {}
        self.root = self._parse()
        namespace = self.root.tag.rpartition("}")[0].removeprefix("{")
        self.namespace = namespace
        bound = re.search(
            rb"xmlns:([^\s=]+)\s*=\s*[\"']" + re.escape(namespace.encode()) + rb"[\"']",
            self._opening(self.root),
        )
        self._prefix = bound[1].decode() if bound else "planlint"
        self._binding = "" if bound else f' xmlns:{self._prefix}="{namespace}"'

    def written(self, markup: str) -> bytes:
        """Markup of ours, written with `w:`, in the prefix that this part has for it."""
        if self._prefix != "w":
            markup = re.sub(r"(</?|\s)w:", rf"\g<1>{self._prefix}:", markup)
        if self._binding:  # on every element, for any of them may be cut from the others
            markup = re.sub(rf"(<{self._prefix}:\w+)", rf"\g<1>{self._binding}", markup)
        return markup.encode()

    def start(self, element: Element) -> int:
        """Where the element begins."""
        return self._begin[element]

    def inside(self, element: Element) -> tuple[int, int]:
        """Where its content begins and ends; both are the element's end where it has none."""
        begin = self._begin[element]
        after = begin + len(self._opening(element))
        return (after, after) if self._is_empty(element) else (after, self._finish[element])

    def end(self, element: Element) -> int:
        """Where the element ends."""
        if self._is_empty(element):
            return self.inside(element)[1]
        return self.data.index(b">", self._finish[element]) + 1

    def cut(self, element: Element) -> bytes:
        """The element as it is written."""
        return self.data[self.start(element) : self.end(element)]

    def tags(self, element: Element) -> tuple[bytes, bytes]:
        """Its start tag and its end tag, also where it was written as one."""
        opening = self._opening(element)
        name = _NAME.match(opening)
        assert name is not None
        if opening.endswith(b"/>"):
            opening = opening[:-2] + b">"
        return opening, b"</" + name[1] + b">"

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The part with these changes."""
        pieces = []
        at = 0
        for start, end, _, data in sorted(splices, key=lambda s: (s.start, s.rank, s.end)):
            assert start >= at, "changes of markup may not overlap"
            pieces += [self.data[at:start], data]
            at = end
        return _in_utf8(b"".join([*pieces, self.data[at:]]))

    def appended(self, markup: bytes) -> bytes:
        """The part with this at the end of its root."""
        opening, closing = self.tags(self.root)
        _, at = self.inside(self.root)
        if self._is_empty(self.root):
            return self.spliced([Splice(self.start(self.root), at, 0, opening + markup + closing)])
        return self.spliced([Splice(at, at, 0, markup)])

    def _opening(self, element: Element) -> bytes:
        found = _TAG.match(self.data, self._begin[element])
        assert found is not None
        return found[0]

    def _is_empty(self, element: Element) -> bool:
        return self._opening(element).endswith(b"/>")

    def _parse(self) -> Element:
        builder = ET.TreeBuilder()
        parser = expat.ParserCreate("utf-8", "}")
        parser.buffer_text = True
        stack: list[Element] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            element = builder.start(_full(name), {_full(key): value for key, value in attributes.items()})
            self._begin[element] = parser.CurrentByteIndex
            if stack:
                self.parent[element] = stack[-1]
            stack.append(element)

        def end(name: str) -> None:
            self._finish[stack.pop()] = parser.CurrentByteIndex
            builder.end(_full(name))

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = builder.data
        parser.Parse(self.data, True)
        return builder.close()


def _full(name: str) -> str:
    return "{" + name if "}" in name else name


def _in_utf8(data: bytes) -> bytes:
    """The part with a declaration that is true: it may have been written in UTF-16."""
    found = _DECLARATION.match(data)
    if found is None or b"utf-8" in found[0].lower() or b"encoding" not in found[0]:
        return data
    return _HEAD + data[found.end() :]
