"""A text as few numbers: every run of 20 letters that two plans share gives them one hash in common."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING
from zlib import crc32

from planlint.model.plan_facts import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import Extraction

# Letters in a shingle, shingles in a window of which the least is kept: shared runs of SHINGLE + WINDOW - 1 letters are never missed.
SHINGLE = 13
WINDOW = 8
_LETTERS = re.compile(r"[^\W_]+")


def fingerprint_of(extraction: Extraction) -> Fingerprint:
    """The fingerprint of the plan's own text."""
    stretches = array("I")
    title = extraction.outline.title
    first = title.start if title is not None else 0
    for paragraph in extraction.outline.paragraphs:
        if paragraph.span.start < first:
            continue  # what stands over the title belongs to the site or to the letter that forwards the plan
        span = extraction.clean.to_source(paragraph.span)
        if stretches and span.start - stretches[-1] < 3:
            stretches[-1] = max(span.end, stretches[-1])
        elif not stretches or span.start >= stretches[-1]:
            stretches.extend((span.start, span.end))
    letters, _ = letters_of(extraction.source.text, stretches)
    hashes = sorted({value for value, _ in winnowed(letters)})
    return Fingerprint(array("I", hashes), len(letters), stretches)


def letters_of(text: str, stretches: Sequence[int]) -> tuple[str, array[int]]:
    """Letters and digits of these stretches of the source, and the source offset of each."""
    pieces: list[str] = []
    places = array("I")
    for start, end in zip(stretches[::2], stretches[1::2], strict=True):
        for match in _LETTERS.finditer(text, start, end):
            pieces.append(match.group())
            places.extend(range(match.start(), match.end()))
    return "".join(pieces), places


def winnowed(letters: str) -> list[tuple[int, int]]:
    """The kept shingles as (hash, offset), each once for each place."""
    data = letters.encode("utf-32-le")
    width = 4 * SHINGLE
    hashes = [crc32(data[at : at + width]) for at in range(0, len(data) - width + 1, 4)]
    kept: list[tuple[int, int]] = []
    last = -1
    for at in range(max(0, len(hashes) - WINDOW + 1) or (1 if hashes else 0)):
        window = hashes[at : at + WINDOW]
        least = min(window)
        place = at + window.index(least)
        if place != last:
            kept.append((least, place))
            last = place
    return kept
