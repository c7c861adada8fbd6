"""Makes small Word files from their parts, so that a test says exactly what is in them."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _types(parts: dict[str, str]) -> str:
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{form}.{kind if kind != "document" else "document.main"}+xml"/>'
        for kind in ["document", *parts]
    )
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{named}</Types>'


def word(body: str, **parts: str) -> bytes:
    """A .docx with this body; further parts by kind (numbering, styles, footnotes, header, footer) or as raw `parts`."""
    raw = parts.pop("raw", {})
    related = "".join(
        f'<Relationship Id="r{i}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>'
        for i, kind in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {W}>{text}</w:{kind}>" for kind, text in parts.items()},
        **raw,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, *, num: tuple[int, int] | None = None, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner = text if text.startswith("<") else run(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def level(at: int, how: str, text: str, extra: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if not text.startswith('<w:p') else text}</w:tc>"
