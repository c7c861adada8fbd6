"""A text element in, where it stands out: its paragraph, what carries it there, and whether it can be split and changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.read.elements import attribute, child, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from planlint.annotate.markup import Markup

# What may stand around runs and holds marks as well as they do.
_AROUND_RUNS = frozenset(
    ["ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent"]
)
# Controls that Word fills anew from their data, or that hold plain text only.
_FILLED = frozenset(["dataBinding", "text", "dropDownList", "comboBox", "date", "checkbox", "picture"])
# Around these a tracked change would be lost, or would be told of a text that was moved.
_NO_CHANGES = frozenset(["moveTo", "fldSimple", "sdt"])


@dataclass(frozen=True, slots=True)
class Home:
    """Where a text element stands: its paragraph, what carries it there, and whether that is a run that can be split."""

    paragraph: Element
    carrier: Element
    splits: bool
    changes: bool


class Homes:
    """The homes of one document's text elements, each found once."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._found: dict[Element, Home | None] = {}

    def of(self, element: Element) -> Home | None:
        """None for an element of a note, which stands in another part."""
        if element not in self._found:
            self._found[element] = self._find(element)
        return self._found[element]

    def ancestors(self, element: Element) -> Iterator[Element]:
        """What the element stands in, from the inside out."""
        above = self._markup.parent.get(element)
        while above is not None:
            yield above
            above = self._markup.parent.get(above)

    def _find(self, element: Element) -> Home | None:
        path = [element, *self.ancestors(element)][::-1]
        at = next((i for i, a in enumerate(path) if local(a) == "p"), None)
        if at is None or path[0] is not self._markup.root:
            return None  # a note's
        carrier = at + 1
        while (
            carrier < len(path) - 1 and local(path[carrier]) in _AROUND_RUNS and not _is_filled(path[carrier])
        ):
            carrier += 1
        holder = path[carrier]
        splits = (
            local(holder) == "r"
            and carrier == len(path) - 2
            and holder.tag.rpartition("}")[0] == f"{{{self._markup.namespace}"
        )
        changes = splits and not any(local(a) in _NO_CHANGES for a in path[at:carrier])
        return Home(path[at], holder, splits, changes)


class References:
    """Where the document refers to its notes; looked up once, when a finding stands in one."""

    def __init__(self, markup: Markup, notes: Mapping[str, Element | None]) -> None:
        self._markup = markup
        self._notes = notes

    def of(self, element: Element) -> Element | None:
        """The reference to the note that a text element stands in."""
        return self._marks.get(self._keys.get(element, ("", None)))

    @cached_property
    def _keys(self) -> dict[Element, tuple[str, str | None]]:
        notes = [
            (kind, note)
            for kind in ("footnote", "endnote")
            for note in children(self._notes.get(f"{kind}s"), kind)
        ]
        return {inner: (kind, attribute(note, "id")) for kind, note in notes for inner in note.iter()}

    @cached_property
    def _marks(self) -> dict[tuple[str, str | None], Element]:
        found: dict[tuple[str, str | None], Element] = {}
        for element in self._markup.root.iter():
            name = local(element)
            if name in ("footnoteReference", "endnoteReference"):
                found.setdefault((name.removesuffix("Reference"), attribute(element, "id")), element)
        return found


def _is_filled(element: Element) -> bool:
    return local(element) == "sdt" and any(local(e) in _FILLED for e in child(element, "sdtPr") or ())
