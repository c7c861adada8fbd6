"""Elements of XML parts by their names without the namespace, which differs between editions of a standard: `p` of {http://…/main}p."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


def local(element: Element) -> str:
    """`p` of {http://…/main}p; "" for what is no element (a comment of another parser's tree)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, or the first along a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name."""
    if element is not None:
        yield from (inner for inner in element if local(inner) == name)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """The attribute of that name, whatever its namespace."""
    if element is None:
        return None
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return value
    return None
