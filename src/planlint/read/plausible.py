"""Whether decoded text is Chinese prose at all: a wrong encoding or a binary file must not pass as a plan."""

from __future__ import annotations

import re

from planlint.errors import InputError

# How much of a text is looked at, and which shares tell.
_SAMPLE = 200_000
_HAN = re.compile("[一-鿿]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]+")
_LEAST_HAN = 0.1
_MOST_CONTROL = 0.05
# The Han of GB 2312 level 1 are the 3,755 in common use; text decoded with the wrong table lands outside them.
_LEAST_COMMON = 0.6


def require_chinese(text: str, path: str) -> None:
    """InputError where the text is binary, not Chinese, or Chinese only because the wrong table was used."""
    sample = text[:_SAMPLE]
    size = len(sample.strip()) or 1
    if sum(map(len, _CONTROL.findall(sample))) > _MOST_CONTROL * size:
        raise InputError(f"{path}: 不是文本（含大量控制字符）；请给出纯文本文件")
    han = "".join(_HAN.findall(sample))
    if len(han) < _LEAST_HAN * size:
        raise InputError(f"{path}: 几乎没有汉字，不像中文政策文本；请检查是否选错文件或编码")
    if sum(map(_is_common, han)) < _LEAST_COMMON * len(han):
        raise InputError(f"{path}: 解码后多是生僻字，编码很可能不对（如 Big5）；请另存为 UTF-8 文本")


def _is_common(ch: str) -> bool:
    try:
        code = ch.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= code[0] <= 0xD7
