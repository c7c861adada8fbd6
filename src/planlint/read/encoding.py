"""Which encoding a file is in, never by a guess that can be wrong silently: BOM, UTF-8, UTF-16, GB18030."""

from __future__ import annotations

from planlint.errors import InputError

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text (without its BOM) and the encoding's name; InputError where no encoding fits for certain."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), encoding if encoding != "utf-8" else "utf-8-sig"
            except UnicodeDecodeError as error:
                raise InputError(
                    "read.cut_encoding", path=path, encoding=encoding, at=error.start + len(bom)
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        utf8_stop = error.start
    else:
        if "\x00" not in text or text.count("\x00") * 20 < len(text):
            return text, "utf-8"
        utf8_stop = data.index(b"\x00")
    wide = _utf16(data)
    if wide is not None:
        return wide
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError as error:
        raise InputError("read.no_encoding", path=path, utf8=utf8_stop, gb=error.start) from error


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a BOM, only where line breaks or blanks are written as UTF-16 writes them."""
    if len(data) % 2:
        return None
    head = data[:65536]
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[high::2].count(0)
        if zeros * 100 >= len(head) and head[1 - high :: 2].count(0) == 0:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    return None
