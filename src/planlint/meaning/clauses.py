"""The words around a fact in its source text: the clause in front of 60家科技型中小企业 is …培育30家高新技术企业和."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.model.span import Span

_CLAUSE_ENDS = "，,。；;：:！!？?"
_SENTENCE_ENDS = "。；;！!？?"
# No clause is longer; what is was never punctuated, and its beginning has nothing to say about its end.
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Clause:
    """A fact's clause, blanks taken out: `before` the quote, the quote itself, `after` it; `sentence` runs up to the quote's start."""

    before: str
    quote: str
    after: str
    sentence: str


def clause_of(text: str, span: Span, start: int = 0) -> Clause:
    """The clause around a span; nothing before `start` belongs to it."""
    return Clause(
        before=plain(text[max(start, _back(text, span.start, _CLAUSE_ENDS)) : span.start]),
        quote=plain(text[span.start : span.end]),
        after=plain(text[span.end : _ahead(text, span.end, _CLAUSE_ENDS)]),
        sentence=plain(text[max(start, _back(text, span.start, _SENTENCE_ENDS)) : span.start]),
    )


def row_clause(text: str, span: Span) -> Clause:
    """The clause of a table's row, which is all that is said of its number: the rows around it speak of other things."""
    return Clause(before="", quote=plain(text[span.start : span.end]), after="", sentence="")


def _back(text: str, at: int, ends: str) -> int:
    least = max(0, at - _FARTHEST)
    while at > least and text[at - 1] not in ends:
        at -= 1
    return at


def _ahead(text: str, at: int, ends: str) -> int:
    most = min(len(text), at + _FARTHEST)
    while at < most and text[at] not in ends and text[at] != "\n":
        at += 1
    return at


def sentence_span(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the sentence (up to 。) that holds a source span."""
    start = _back(text, span.start, "。！!？?\n")
    end = span.end
    most = min(len(text), end + _FARTHEST)
    while end < most and text[end] not in "。！!？?\n":
        end += 1
    return start, end
