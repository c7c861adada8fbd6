"""The signature: the issuing bodies and the date under a notice or a plan, as lines of their own or run into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.dates import DATE, date_of
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.model.document import CleanText

_CLOSED = "。！？；，：:,;、（(《的在于至自从起为"
# How far from the end of a document its printing record stands.
_RECORD_REACH = 300
_BODY = f"(?:{HAN}|[“”·（）()]){{2,30}}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; spans count in clean text."""

    bodies: tuple[str, ...]
    bodies_span: Span | None
    date: str
    date_span: Span


def find_signature(clean: CleanText, suffixes: list[str]) -> Signature | None:
    """The first date that stands where a signature's date stands; with the issuing bodies before it, if they are named.

    Where nothing is signed, the printing record at the end may stand for it: 云岭县人民政府办公室 2026年2月18日印发.
    """
    text = clean.text
    body = re.compile(
        f"({_BODY}?(?:{'|'.join(map(re.escape, sorted(suffixes, key=len, reverse=True)))})|国务院)[ \\n]*$"
    )
    bare: Signature | None = None
    for match in DATE.finditer(text):
        if not _signs(text, match) or clean.is_chrome(match.start()):
            continue
        date = date_of(match)
        if date is None:
            continue
        bodies, span = _bodies_before(text, match.start(), body)
        signature = Signature(bodies, span, date, Span(match.start(), match.end()))
        if bodies:
            return signature
        bare = bare or (signature if _alone(text, match) else None)
    return bare or _printing_record(text, body)


def _printing_record(text: str, body: re.Pattern[str]) -> Signature | None:
    for match in DATE.finditer(text, max(0, len(text) - _RECORD_REACH)):
        date = date_of(match)
        bodies, span = _bodies_before(text, match.start(), body)
        if date is not None and bodies and text[match.end() : match.end() + 4].strip().startswith("印发"):
            return Signature(bodies, span, date, Span(match.start(), match.end()))
    return None


def _signs(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but an issuing body, a blank or a line break stands before the date, and no word runs on behind it."""
    if "日" not in match.group():
        return False
    before = text[max(0, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 2].lstrip(" ")
    if after[:1] and after[0] in "起前后至—-～~，,之在止以施召":
        return False
    if text[match.end() : match.end() + 6].strip().startswith("印发"):
        return False
    return not before or before not in _CLOSED


def _alone(text: str, match: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return len(line.strip()) - len(match.group()) <= 12 and not line[: match.start() - start].strip()


def _bodies_before(text: str, at: int, body: re.Pattern[str]) -> tuple[tuple[str, ...], Span | None]:
    bodies: list[str] = []
    start = at
    while True:
        line_start = max(text.rfind(mark, max(0, start - 60), start) for mark in "\n。；！？）)： ：,，、》")
        window = text[max(0, line_start + 1) : start].strip(" \n")
        if not window:
            # blank lines or blanks between two bodies
            if line_start < 0 or text[line_start] not in "\n ":
                break
            start = line_start
            if at - start > 400:
                break
            continue
        if not body.fullmatch(window) or len(window) > 32:
            break
        begin = text.rfind(window, 0, start)
        bodies.insert(0, re.sub("\\s", "", window))
        start = begin
        if start and text[start - 1] not in "\n 。":
            break
    if not bodies:
        return (), None
    return tuple(bodies), Span(start, at)
