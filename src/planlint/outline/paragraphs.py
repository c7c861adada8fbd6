"""The plan's text in paragraphs: a line is one, and inside a line each section label begins a new one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planlint.model.document import Paragraph
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import Section

_BLANK = " \t\u3000\u2002\u2003\u00a0\u200b\ufeff\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BULLETS = ("—", "–", "-", "●", "•", "·", "■", "◆", "★", "▪", "○", "◇", "□", "➢", "*")
_BREAK = re.compile(r"\n|[\u3000\u2003]{2,}")
_MARKS = "。；;，,：:、.*# \t\u3000\u2002\u2003"


def find_paragraphs(text: str, sections: Sequence[Section], left_out: Sequence[Span]) -> list[Paragraph]:
    """All paragraphs of `text` that lie outside the sorted spans `left_out`."""
    paragraphs: list[Paragraph] = []
    at = -1
    for start, end in _stretches(text, [s.span.start for s in sections], left_out):
        while at + 1 < len(sections) and sections[at + 1].span.start <= start:
            at += 1
        section = sections[at] if at >= 0 else None
        opens = section is not None and section.span.start == start
        paragraphs.append(
            Paragraph(
                Span(start, end),
                section.id if section else None,
                _kind(text, start, end, section if opens else None),
            )
        )
    return paragraphs


def _kind(text: str, start: int, end: int, section: Section | None) -> Literal["heading", "body", "bullet"]:
    if section is not None:
        return "heading" if not text[section.span.end : end].strip(_MARKS) else "body"
    return "bullet" if text.startswith(_BULLETS, start) else "body"


def _stretches(text: str, labels: list[int], left_out: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches between line breaks, labels and what is left out, blanks trimmed."""
    cuts: list[tuple[int, int]] = [(at, at) for at in labels]
    cuts += [match.span() for match in _BREAK.finditer(text)]
    cuts += [(span.start, span.end) for span in left_out]
    cuts.append((len(text), len(text)))
    start = 0
    for cut_start, cut_end in sorted(cuts):
        if cut_start > start:
            trimmed = _trimmed(text, start, cut_start)
            if trimmed is not None:
                yield trimmed
        start = max(start, cut_end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return (start, end) if end > start else None
