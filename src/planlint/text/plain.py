"""A text as names are compared: without blanks, brackets in one width."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_MARKS = str.maketrans({"（": "(", "）": ")", "％": "%", "＆": "&"})


def plain(text: str) -> str:
    """The text without blanks, and brackets in one width."""
    return _BLANKS.sub("", text).translate(_MARKS)
