"""Where sentences and clauses end: `split_sentences("甲。乙；丙", Span(0, 5))` gives the spans of 甲。 乙； 丙."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』\"')）]*|\n")
_HALF_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』\"')）]*|\n")
_CLAUSE_END = re.compile(r"[。！？!?；;\n]|[，：]|,(?!\d{3}(?!\d))|:(?!\d)")


def split_sentences(text: str, span: Span, *, at_semicolon: bool = False) -> Iterator[Span]:
    """The sentences of `text[span]`, end mark included; with `at_semicolon` a ； ends one as well."""
    return _split(_HALF_SENTENCE_END if at_semicolon else _SENTENCE_END, text, span)


def split_clauses(text: str, span: Span) -> Iterator[Span]:
    """The clauses of `text[span]` (between ， ； ： and sentence ends), mark included; `1,000` is not cut."""
    return _split(_CLAUSE_END, text, span)


def _split(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    start, stop = span
    for match in pattern.finditer(text, start, stop):
        if match.end() > start:
            yield Span(start, match.end())
            start = match.end()
    if start < stop:
        yield Span(start, stop)


def is_in_brackets(sentence: str, at: int) -> bool:
    """Whether an offset of a sentence lies in a round bracket that the sentence opens before it."""
    opened = max(sentence.rfind("（", 0, at), sentence.rfind("(", 0, at))
    return opened > max(sentence.rfind("）", 0, at), sentence.rfind(")", 0, at))
