"""Whether decoded text is Chinese prose at all: a wrong encoding or a binary file must not pass as a plan."""

from __future__ import annotations

from planlint.errors import InputError

# How much of a text is looked at, and which shares tell.
_SAMPLE = 200_000
_LEAST_HAN = 0.1
_MOST_CONTROL = 0.05
# The Han of GB 2312 level 1 are the 3,755 in common use; text decoded with the wrong table lands outside them.
_LEAST_COMMON = 0.6
# High bytes of UTF-16: of a Han character, of one for private use; low control characters as single bytes. Counting bytes needs no
# pattern, and a pattern with such ranges takes longer to compile than a plan to read.
_HAN = bytes(range(0x4E, 0xA0))
_PRIVATE = bytes(range(0xE0, 0xF9))
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)])
_COMMON = bytes(range(0xB0, 0xD8))


def require_chinese(text: str, path: str) -> None:
    """InputError where the text is binary, not Chinese, or Chinese only because the wrong table was used."""
    sample = text[:_SAMPLE]
    size = len(sample.strip()) or 1
    high = sample.encode("utf-16-be", errors="surrogatepass")[::2]
    controls = _count(sample.encode("latin-1", errors="ignore"), _CONTROL) + _count(high, _PRIVATE)
    if controls + sample.count("\ufffd") > _MOST_CONTROL * size:
        raise InputError("read.no_text", path=path)
    han = _count(high, _HAN)
    if han < _LEAST_HAN * size:
        raise InputError("read.no_chinese", path=path)
    # of the characters with two bytes, those of level 1: no other sign lies in their rows
    common = _count(
        sample.encode("gb2312", errors="ignore").translate(None, bytes(range(0x80)))[::2], _COMMON
    )
    if common < _LEAST_COMMON * han:
        raise InputError("read.rare_characters", path=path)


def _count(data: bytes, of: bytes) -> int:
    return len(data) - len(data.translate(None, of))
