"""One paragraph of WordprocessingML in, its words as printed out: tracked changes settled, fields as their results, boxes and notes apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from planlint.read.docx.values import is_on
from planlint.read.elements import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planlint.model.document import Revisions


# Tracked changes that are no part of the text, by how they are read.
_GONE = {
    "accepted": frozenset(["del", "moveFrom"]),
    "original": frozenset(["ins", "moveTo"]),
}
_NO_TEXT = frozenset(
    [
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "smartTagPr",
        "customXmlPr",
        "rt",
        "binData",
    ]
)
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_EDGES = " \t\xa0\u3000\u200b\ufeff\n"


@dataclass(slots=True)
class Words:
    """A paragraph's words with the element each piece stands in, and what hangs on it.

    `breaks` are the places where a page begins: those that Word wrote down as it laid the text out, and those the writer set.
    """

    pieces: list[tuple[str, Element | None]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    breaks: list[tuple[Literal["laid-out", "set"], int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, element: Element | None = None) -> None:
        """Append words."""
        if text:
            self.pieces.append((text, element))
            self.length += len(text)

    def trimmed(self, label: str) -> tuple[str, list[tuple[int, int, Element, int]], int]:
        """The text behind its label without blanks at its edges, where each element's words stand in it, and how far they moved.

        Of each element: start and end in the text, and how many of its own characters were cut before them.
        """
        text = "".join(piece for piece, _ in self.pieces)
        bare = text.strip(_EDGES)
        shift = len(label) - (len(text) - len(text.lstrip(_EDGES)))
        last = len(label) + len(bare)
        places = []
        at = shift
        for piece, element in self.pieces:
            start, end = max(at, len(label)), min(at + len(piece), last)
            if element is not None and start < end:
                places.append((start, end, element, start - at))
            at += len(piece)
        return (label + bare if bare else ""), places, shift


def collect(paragraph: Element, words: Words, revisions: Revisions) -> None:
    """Add a paragraph's words; deleted and moved ones as `revisions` asks."""
    gone = _GONE[revisions]
    for element in paragraph:
        name = local(element)
        if name in _NO_TEXT or name in gone:
            continue
        if name in ("t", "delText"):
            words.add(element.text or "", element)
        elif name in _SIGNS:
            words.add(_SIGNS[name])
        elif name == "br":
            _break(element, words)
        elif name == "lastRenderedPageBreak":
            words.breaks.append(("laid-out", words.length))
        elif name == "sym":
            words.add(_sign(element))
        elif name in ("footnoteReference", "endnoteReference"):
            words.notes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            words.boxes += _boxes(element)
        elif name == "ruby":
            reading = child(element, "rubyBase")
            collect(element if reading is None else reading, words, revisions)
        elif name != "r" or not is_on(child(element, "rPr", "vanish")):
            collect(element, words, revisions)


def _break(element: Element, words: Words) -> None:
    kind = attribute(element, "type")
    if kind == "page":
        words.breaks.append(("set", words.length))
    words.add("\n")


def _sign(element: Element) -> str:
    """A character of a symbol font; one that only the font can show prints as ●."""
    code = attribute(element, "char") or ""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    font = (attribute(element, "font") or "").lower()
    if 0xF000 <= value <= 0xF8FF or font.startswith(_SYMBOL_FONTS):
        return {0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0x2D: "—"}.get(value & 0xFF, "●")
    return chr(value) if 0x20 <= value < 0xD800 else ""


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing; of the two forms that Word writes for old and new readers, one."""
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name == "Choice":
            found = list(_boxes(inner))
            if found:
                yield from found
                return
        else:
            yield from _boxes(inner)
