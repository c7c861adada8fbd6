"""Names of WordprocessingML without their namespace, which differs between the two editions of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_OFF = ("0", "false", "off", "none")


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


def number(element: Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number; None where it is missing or none."""
    value = attribute(element, name)
    try:
        return int(value) if value is not None and len(value) < 10 else None
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Whether a switch (`<w:vanish/>`) is there and not turned off."""
    return element is not None and (attribute(element) or "1") not in _OFF
