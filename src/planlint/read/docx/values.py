"""Values of WordprocessingML: switches and numbers of elements, whatever the edition of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.read.elements import attribute

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF = ("0", "false", "off", "none")


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
