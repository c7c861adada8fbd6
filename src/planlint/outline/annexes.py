"""Where annexes begin: a line that is nothing but 附件 or 附件2, with the annex's own text behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.outline.labels import Label
    from planlint.outline.vocabulary import HeadingWords

_LINE = re.compile(r"^[ \t\u3000*#【\[]{0,8}(附[^\n]{0,7}?)[ \t\u3000*】\]]{0,8}$", re.MULTILINE)
_NUMBER = "0123456789一二三四五六七八九十 ：:"


def is_annex(line: str, words: HeadingWords) -> bool:
    """Whether a line is nothing but the number of an annex: 附件, 附件2."""
    return line.rstrip(_NUMBER) in words.list_heads


def find_annexes(text: str, labels: Sequence[Label], words: HeadingWords) -> list[int]:
    """Where the annexes begin, in order; a list of them (附件：1.任务表 2.进度表) begins none."""
    listed = {label.start for label in labels if label.listed}
    found: list[int] = []
    for line in _LINE.finditer(text):
        behind = line.end()
        while text[behind : behind + 1].isspace():
            behind += 1
        if is_annex(line[1], words) and behind not in listed:
            found.append(line.start())
    return found
