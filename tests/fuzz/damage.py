"""Damaged files of every format: bytes turned, pieces cut, doubled or moved, parts of a package changed so that it still opens."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

# Pieces that steer a parser, put where they do not belong.
TOKENS = {
    "txt": [b"\xff\xfe", b"\x00", b"%PDF-", b"<html>", "（".encode() * 500],
    "html": [b"<table>", b"<td colspan=999999>", b"<td rowspan=65534>", b"</div>", b"<!--", b"<div>" * 300, b"<ol start=-9>", b"&#x110000;", b"\x00", b"<meta charset=utf-7>", b"<meta charset=x>", b"<pre>"],
    "docx": [b"<w:tbl>", b"</w:p>", b'<w:gridSpan w:val="99999"/>', b"<w:vMerge/>", b"<w:p>" * 300, b'w:val="-1"', b'w:val="x"', b'<w:numPr><w:ilvl w:val="12"/><w:numId w:val="90"/></w:numPr>', b"<!DOCTYPE x>", b"\x00", b'w:ilvl="99"'],
    "pdf": [b"/Kids", b"/Parent 1 0 R", b"obj", b"endstream", b"/Length 999999999", b"/Rotate 90", b"/Rotate 45", b"\x00\x01", b" 99999 ", b"/MediaBox [0 0 0 0]"],
    "ofd": [b"<ofd:TextObject>", b"</ofd:Layer>", b'DeltaX="g 999999999 5.6"', b'DeltaX="g"', b'DeltaY="1e999 nan"', b'Boundary="1 2"', b'CTM="0 0 0 0 0 0"', b'CTM="0 1 -1 0 0 0"', b'Size="-5"', b"<ofd:PageBlock>" * 300, b'<ofd:CompositeObject ResourceID="7"/>', b"<!DOCTYPE x>", b"\x00", b"<ofd:AbbreviatedData>M L 1 C B 2</ofd:AbbreviatedData>"],
}  # fmt: skip


def damaged(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """A few changes: bytes turned, pieces cut, doubled, moved, or a token put in."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(out) + 1), chance.choice([1, 1, 4, 40, 400])
        what = chance.randrange(6)
        if what == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del out[at : at + size]
        elif what == 2:
            out[at:at] = out[at : at + size] * chance.choice([1, 2, 20])
        elif what == 3:
            out[at:at] = chance.choice(TOKENS[suffix])
        elif what == 4:
            other = chance.randrange(len(out) + 1)
            out[at:at] = out[other : other + size]
        elif chance.random() < 0.2:
            del out[at:]
    return bytes(out)


# What a package's parts are mostly about.
MAIN = {
    "docx": ("word/document.xml", "word/numbering.xml"),
    "ofd": ("Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"),
}
# Values and objects that an OFD may hold though they mean nothing.
VALUES = [b"", b"g", b"g 999999999 5.6", b"g 3", b"1e999 nan", b"0 0 0 0 0 0", b"0 1 -1 0 0 0", b"-5", b"7", b"/Doc_0/Document.xml", b"../x", b"false"]  # fmt: skip
OBJECTS = [b'<ofd:CompositeObject ResourceID="7"/>', b"<ofd:PathObject><ofd:AbbreviatedData>M L 1 C B 2 L 9 9 C</ofd:AbbreviatedData></ofd:PathObject>", b"<ofd:TextObject/>", b'<ofd:TextObject Size="5"><ofd:TextCode/></ofd:TextObject>']  # fmt: skip


def damaged_package(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """A zip file whose parts are damaged, so that it still opens."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if "stylesWith" in name or "theme" in name or chance.random() < 0.02:
                continue
            part = old.read(name)
            hit = name in MAIN[suffix] or chance.random() < 0.1
            new.writestr(name, damaged_part(part, suffix, chance) if hit else part)
    return made.getvalue()


def damaged_part(part: bytes, suffix: str, chance: random.Random) -> bytes:
    """XML that still parses more often than not."""
    if chance.random() < 0.3:
        return damaged(part, suffix, chance)
    return damaged_elements(part, chance) if suffix == "docx" else damaged_values(part, chance)


def damaged_elements(part: bytes, chance: random.Random) -> bytes:
    """Elements dropped, doubled or moved whole."""
    pieces = part.split(b"<w:")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(1, len(pieces)) if len(pieces) > 2 else 0
        if b"/>" in pieces[at]:
            pieces[at] = chance.choice(
                [
                    b"",
                    pieces[at] * 2,
                    b"del/>" + pieces[at].partition(b"/>")[2],
                    b'gridSpan w:val="99999"/>',
                    b'ilvl w:val="77"/>',
                ]
            )
    return b"<w:".join(pieces)


def damaged_values(part: bytes, chance: random.Random) -> bytes:
    """Attributes with other values, objects put before others."""
    pieces = part.split(b'"')
    first = 7 if part.startswith(b"<?xml") else 1  # behind the declaration and the namespace
    for _ in range(chance.randint(0, 4)):
        if len(pieces) > first:
            pieces[chance.randrange(first, len(pieces), 2)] = chance.choice(VALUES)
    out = b'"'.join(pieces)
    for _ in range(chance.randint(0, 2)):
        before, found, after = out.rpartition(b"<ofd:TextObject")
        if found:
            out = before + chance.choice(OBJECTS) + found + after
    return out


def damaged_file(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """One damaged file of the format."""
    if suffix in MAIN and chance.random() < 0.7:
        return damaged_package(data, suffix, chance)
    return damaged(data, suffix, chance)
