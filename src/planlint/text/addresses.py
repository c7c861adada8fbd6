"""Addresses of pages and keys of systems in a text: https://x.cn/a%E6%9C%89.html, id=d3ce45d270f84768. No number in them counts anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile("[!-~]{8,}")
# What makes a long run of ASCII an address: its beginning or an escape, or letters and figures that take turns.
_ADDRESS = re.compile(
    "://|www[.]|%[0-9A-Fa-f]{2}|[.](?:html?|pdf|docx?|com|cn|gov|org|jsp|aspx?)(?![a-z])|(?:[a-zA-Z]+\\d+){3}"
)


def addresses(text: str) -> Iterator[re.Match[str]]:
    """The runs of ASCII that are addresses or keys, in order."""
    return (match for match in _RUN.finditer(text) if _ADDRESS.search(match.group()))
