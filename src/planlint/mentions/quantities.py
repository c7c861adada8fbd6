"""Numerals with their units and bounds: `不少于40家左右` is one quantity, value 40, unit 家, comparator >=, hedge 左右."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.mentions.bounds import bounded
from planlint.mentions.cores import cores_of
from planlint.mentions.ranges import two_sided, with_ranges
from planlint.model.mention import Quantity
from planlint.model.span import Span
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary
    from planlint.model.mention import Numeral

_FRACTION = re.compile(
    "(?<![0-9A-Za-z/.])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=\\s?(?:以上|左右|的|[，。；]))"
)
_HALF = re.compile(
    "(?:(?<=超过|达到|不到|不足)|(?<=占|达)|(?<=低于|少于))(?:一半|半数)|(?:一半|半数)(?=(?:及)?以上)"
)
_DOUBLE = re.compile("翻([一二两三四五]|\\d)番|翻番")


def find_quantities(
    text: str, numerals: list[Numeral], taken: list[Span], words: Vocabulary
) -> list[Quantity]:
    """All quantities of `text`; numerals inside `taken` (times) are left alone."""
    in_words = _in_words(text)
    spans = sorted(q.number for q in in_words)
    cores = [c for c in cores_of(text, numerals, taken, words) if not _inside(c.start, spans)]
    found = [bounded(text, q, words) for q in (*with_ranges(text, cores), *in_words)]
    found.sort(key=lambda q: q.span)
    return two_sided(text, _disjoint(found))


def _in_words(text: str) -> list[Quantity]:
    """Shares and multiples that have no numeral of their own: 1/3, 一半以上, 翻一番."""
    found = []
    for m in _FRACTION.finditer(text) if "/" in text else ():
        if int(m["part"]) < int(m["whole"]):
            part = (Decimal(m["part"]) / Decimal(m["whole"]) * 100).quantize(Decimal("0.01"))
            found.append(Quantity(Span(*m.span()), Span(*m.span()), part, None, "%", "share"))
    for m in _HALF.finditer(text) if "半" in text else ():
        span = Span(*m.span())
        found.append(Quantity(span, span, Decimal("0.5"), None, None, "share"))
    for m in _DOUBLE.finditer(text):
        times = parse_numeral(m.group(1)) if m.group(1) else Decimal(1)
        span = Span(*m.span())
        found.append(Quantity(span, span, Decimal(2) ** int(times or 1), None, "倍", "times"))
    return found


def _inside(at: int, spans: list[Span]) -> bool:
    i = bisect.bisect_right(spans, at, key=lambda s: s.start) - 1
    return i >= 0 and at < spans[i].end


def _disjoint(found: list[Quantity]) -> list[Quantity]:
    """Bounds that reach into the quantity before are cut back to the number."""
    kept: list[Quantity] = []
    for q in found:
        edge = kept[-1].span.end if kept else 0
        if q.number.start >= edge:
            kept.append(q if q.span.start >= edge else replace(q, span=Span(edge, q.span.end)))
    return kept
