"""An OFD in, its text out, page by page; what templates and annotations print on the pages is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.elements import child, children
from planlint.read.ofd.body import Body
from planlint.read.ofd.graphics import named
from planlint.read.package import Package
from planlint.read.pages.text import are_pictures, text_of
from planlint.read.reading import Reading

if TYPE_CHECKING:
    from planlint.model.document import Apart
    from planlint.read.pages.text import Page

MEDIA_TYPE = "application/ofd"


def read_ofd(data: bytes, path: str) -> Reading:
    """The document's text; InputError for one that is encrypted, broken or only pictures."""
    package = Package(data, path, "OFD 文件", "请重新导出或下载，或在 OFD 阅读器中转存为 PDF")
    if package.has("Encryptions.xml"):
        raise InputError(f"{path}: OFD 文件已加密，读不了；请在 OFD 阅读器中去掉密码后另存")
    pages: list[Page] = []
    apart: dict[Apart, None] = {}
    for part in _roots(package):
        body = Body(package, part)
        pages += body.pages()
        apart.update(dict.fromkeys(body.chrome()))
    if not pages:
        raise InputError(f"{path}: OFD 里没有页面；请重新导出")
    if are_pictures(pages):
        raise InputError(
            f"{path}: OFD 里只有图像，没有文字（扫描件）；请先做文字识别（OCR），再处理识别后的文件"
        )
    text, marks, margins = text_of(pages)
    apart.update(dict.fromkeys(margins))
    return Reading(text, MEDIA_TYPE, "utf-8", marks, tuple(apart))


def _roots(package: Package) -> list[str]:
    """The names of the documents' root parts, in the order of the file."""
    bodies = children(package.xml("OFD.xml"), "DocBody")
    found = dict.fromkeys(named("", child(body, "DocRoot")) for body in bodies)
    names = [name for name in found if name]
    if not names:
        raise package.broken("OFD.xml 没有指明正文（DocRoot）")
    return names
