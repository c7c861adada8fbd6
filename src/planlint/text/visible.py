r"""Names and texts as they may be printed: what a terminal, a CI log or a spreadsheet would obey is shown instead.

>>> visible("计划\n::stop-commands::x")
'计划\\n::stop-commands::x'
"""

from __future__ import annotations

import re

# Controls but the tab (which moves nothing but itself), line ends of any kind, signs that turn the direction of writing, and what
# is no character at all: half a pair, or the byte of a file name that is in no encoding.
_ACTING = re.compile("[\x00-\x08\n-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_WRITTEN = {"\n": r"\n", "\r": r"\r", "\x7f": "␡"}
_PICTURES = 0x2400
_STRAY_BYTE = range(0xDC80, 0xDD00)


def visible(text: str) -> str:
    r"""The text with `␛` for ESC, `\n` for a line break, `\u202e` for a sign that turns the direction; it is one line, and safe to print."""
    return _ACTING.sub(_shown, text) if _ACTING.search(text) else text


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    if char in _WRITTEN:
        return _WRITTEN[char]
    if code < 0x20:
        return chr(_PICTURES + code)
    if code in _STRAY_BYTE:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def visible_lines(text: str) -> str:
    """The same for a text of several lines: its own line breaks stay."""
    return "\n".join(map(visible, text.split("\n")))
