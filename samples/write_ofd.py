"""A small writer of OFD files (GB/T 33190): pages of text and ruled lines in, the bytes of a file that OFD readers open out.

`write_ofd([Sheet([Text(28, 40, 5.6, "一、总体要求")])])`; all measures are millimetres from the upper left corner of the page.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 210, 297
_LONG_AGO = (2024, 1, 1, 0, 0, 0)
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_FONT = 3


@dataclass(frozen=True)
class Text:
    """Words that begin at x on the line at y; `steps` are the distances of the characters where they are not those of the type."""

    x: float
    y: float
    size: float
    words: str
    steps: tuple[float, ...] = ()

    def xml(self, number: int) -> str:
        """The object with its boundary, inside which the words stand."""
        steps = self.steps or tuple(advance(char) * self.size for char in self.words[:-1])
        delta = f' DeltaX="{runs(steps)}"' if steps else ""
        wide = sum(steps) + self.size
        box = f"{self.x:g} {self.y - self.size:g} {wide:g} {1.3 * self.size:g}"
        return (
            f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="{_FONT}" Size="{self.size:g}">'
            f'<ofd:TextCode X="0" Y="{self.size:g}"{delta}>{escape(self.words)}</ofd:TextCode></ofd:TextObject>'
        )


@dataclass(frozen=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float

    def xml(self, number: int) -> str:
        """The path with its boundary."""
        wide, high = self.x1 - self.x0, self.y1 - self.y0
        return (
            f'<ofd:PathObject ID="{number}" Boundary="{self.x0:g} {self.y0:g} {wide + 0.25:g} {high + 0.25:g}" LineWidth="0.25">'
            f"<ofd:AbbreviatedData>M 0 0 L {wide:g} {high:g}</ofd:AbbreviatedData></ofd:PathObject>"
        )


@dataclass(frozen=True)
class Sheet:
    """What a page shows; `template` counts from 0 among the templates."""

    objects: Sequence[Text | Rule] = field(default_factory=list)
    template: int | None = None


def advance(char: str) -> float:
    """How far a character leads, in units of its size."""
    return 0.5 if char.isascii() else 1.0


def runs(steps: Sequence[float]) -> str:
    """Distances as DeltaX writes them: 5.5 5.5 5.5 2 is `g 3 5.5 2`."""
    found: list[tuple[float, int]] = []
    for step in steps:
        if found and found[-1][0] == step:
            found[-1] = (step, found[-1][1] + 1)
        else:
            found.append((step, 1))
    return " ".join(f"g {times} {step:g}" if times > 1 else f"{step:g}" for step, times in found)


def write_ofd(sheets: Sequence[Sheet], templates: Sequence[Sheet] = ()) -> bytes:
    """The file; making it again gives the same bytes."""
    parts = {"OFD.xml": _root(), "Doc_0/Document.xml": _document(len(sheets), len(templates))}
    parts["Doc_0/PublicRes.xml"] = _part(
        "Res",
        f'<ofd:Fonts><ofd:Font ID="{_FONT}" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>',
        ' BaseLoc="Res"',
    )
    ids = iter(range(1000, 10_000_000))
    for i, template in enumerate(templates):
        parts[f"Doc_0/Tpls/Tpl_{i}/Content.xml"] = _page(template, ids)
    for i, sheet in enumerate(sheets):
        parts[f"Doc_0/Pages/Page_{i}/Content.xml"] = _page(sheet, ids)
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """Parts as a package with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, _LONG_AGO), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(name: str, inner: str, attributes: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} {_NAMESPACE}{attributes}>{inner}</ofd:{name}>\n'
    )


def _root() -> str:
    return _part(
        "OFD",
        "<ofd:DocBody><ofd:DocInfo><ofd:DocID>00000000000000000000000000000000</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>",
        ' Version="1.0" DocType="OFD"',
    )


def _document(pages: int, templates: int) -> str:
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH} {HEIGHT}</ofd:PhysicalBox></ofd:PageArea>"
    drawn = "".join(
        f'<ofd:TemplatePage ID="{100 + i}" BaseLoc="Tpls/Tpl_{i}/Content.xml" ZOrder="Background"/>'
        for i in range(templates)
    )
    listed = "".join(f'<ofd:Page ID="{200 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(pages))
    return _part(
        "Document",
        f"<ofd:CommonData><ofd:MaxUnitID>9999999</ofd:MaxUnitID>{area}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{drawn}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>",
    )


def _page(sheet: Sheet, ids: object) -> str:
    used = "" if sheet.template is None else f'<ofd:Template TemplateID="{100 + sheet.template}"/>'
    drawn = "".join(item.xml(next(ids)) for item in sheet.objects)  # type: ignore[call-overload]
    layer = f'<ofd:Layer ID="{next(ids)}" Type="Body">{drawn}</ofd:Layer>'  # type: ignore[call-overload]
    return _part("Page", f"{used}<ofd:Content>{layer}</ofd:Content>")
