"""The lines of all pages in, those that belong to the page and not to the text out: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from planlint.model.document import Apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.read.pages.pieces import Line

# The share of the page's height, at its top and at its foot, in which heads and numbers stand.
_MARGIN = 0.13
_NUMBER = re.compile(
    r"[-—–―－·~\s]*(?:第\s*)?(?:\d{1,4}|[ivxⅰ-ⅻ]{1,5}|[一二三四五六七八九十]{1,3}(?=\s*页))\s*(?:页)?\s*(?:[/,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―－·~\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MOST_HEADS = 3
_LEAST_PAGES = 2
_LEAST_SHARE = 0.3
_LONGEST = 60


def take_margins(pages: Sequence[tuple[float, list[Line]]]) -> tuple[list[list[Line]], tuple[Apart, ...]]:
    """The lines of each page without its margins, and what the margins say; `pages` are (height, lines from the top)."""
    repeated = Counter(
        key for height, lines in pages for key in {_key(line, height) for line in _outer(height, lines)}
    )
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    kept: list[list[Line]] = []
    apart: dict[Apart, None] = {}
    for height, lines in pages:
        gone: set[int] = set()
        for line in _outer(height, lines):
            kind: Literal["header", "footer", "page-number"]
            if _NUMBER.fullmatch(line.text):
                kind = "page-number"
            elif len(pages) > 1 and line.pieces <= 2 and repeated[_key(line, height)] >= least:
                kind = "header" if line.y0 > height / 2 else "footer"
            else:
                continue
            gone.add(id(line))
            apart[Apart(kind, line.text)] = None
        kept.append([line for line in lines if id(line) not in gone])
    return kept, tuple(apart)


def _outer(height: float, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines near the page's edges that are short enough to be heads, and no table's."""
    ordered = sorted(lines, key=lambda line: -line.y1)
    for line in ordered[:_MOST_HEADS]:
        if line.y0 > (1 - _MARGIN) * height and len(line.text) <= _LONGEST:
            yield line
    for line in ordered[-_MOST_HEADS:]:
        if line.y1 < _MARGIN * height and len(line.text) <= _LONGEST:
            yield line


def _key(line: Line, height: float) -> tuple[str, int]:
    """The same head on another page: the same words at the same height, numbers aside."""
    top = line.y0 > height / 2
    return _DIGITS.sub("0", line.text), round((height - line.y0 if top else line.y0) / 4)
