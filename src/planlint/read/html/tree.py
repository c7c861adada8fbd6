"""A page's markup in, a plain tree out, without what is never shown; each element knows how much Chinese it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "audio", "video", "canvas", "select",
     "button", "input", "textarea", "map", "head", "title", "meta", "link", "base", "rt", "rp", "-comment", "-document-type"]
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_HAN = re.compile("[一-鿿]+")
# Deeper markup is flattened; no page that a person made comes near.
_DEEPEST = 200


@dataclass(slots=True)
class Element:
    """One element; `han` counts its Chinese characters, `linked` those of them that stand in links."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)
    han: int = 0
    linked: int = 0

    @property
    def prose(self) -> int:
        """The Chinese characters outside links."""
        return self.han - self.linked

    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def names(self) -> set[str]:
        """The words of its id and class, in lower case."""
        given = f"{self.attributes.get('id') or ''} {self.attributes.get('class') or ''}"
        return set(given.lower().split())


def plain_tree(root: LexborNode, *, hidden: bool = False) -> Element:
    """The tree under `root`; with `hidden` also what its style hides."""
    top = Element(root.tag or "body", {})
    # every element on the way down, and the next node to visit at each depth
    path = [top]
    todo: list[LexborNode | None] = [root.child]
    while todo:
        node = todo[-1]
        if node is None:
            todo.pop()
            if len(path) > 1:
                _close(path)
            continue
        todo[-1] = node.next
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            path[-1].children.append(text)
            path[-1].han += sum(map(len, _HAN.findall(text)))
        elif tag not in _UNSEEN and (hidden or not _is_hidden(node)):
            element = Element(tag, node.attributes if node.child is not None or tag == "img" else {})
            path[-1].children.append(element)
            if node.child is not None:
                path.append(element)
                todo.append(node.child)
    return top


def _close(path: list[Element]) -> None:
    """Add up the innermost element; beyond the deepest level its children move to its parent."""
    element = path.pop()
    if element.tag == "a" and not (element.attributes.get("href") or "#").startswith("#"):
        element.linked = element.han
    parent = path[-1]
    parent.han += element.han
    parent.linked += element.linked
    if len(path) > _DEEPEST:
        at = len(parent.children) - 1
        parent.children[at:] = element.children


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None
