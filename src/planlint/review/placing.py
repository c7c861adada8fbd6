"""Finds words again in a text that has moved: `placed(place, text)` is their span today, None where it would be a guess.

不少于40家 that stood at 12 stands at 30 after a paragraph was put in before it; a line break inside it makes no difference.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.review.action import Place

# So many characters around words tell one of several places from the others; words that stand once need fewer the longer they are.
_LEAST_AROUND = 3
_LONG_ENOUGH = 4


def placed(place: Place, text: str) -> Span | None:
    """Where the words stand now: where they stood, else the one place with the same words around it."""
    start, end = place.span
    if text[start:end] == place.quote and _around(place, text, place.span) >= min(
        _LEAST_AROUND, _most(place)
    ):
        return place.span
    found = _occurrences(place.quote, text)
    if not found:
        return None
    scores = [_around(place, text, span) for span in found]
    best = max(scores)
    nearest = [span for span, score in zip(found, scores, strict=True) if score == best]
    if len(found) == 1:
        return (
            found[0] if len(place.quote) >= _LONG_ENOUGH or best >= min(_LEAST_AROUND, _most(place)) else None
        )
    return nearest[0] if len(nearest) == 1 and best >= _LEAST_AROUND else None


def _occurrences(quote: str, text: str) -> list[Span]:
    """Where the words stand, blanks and line breaks between them aside."""
    signs = [re.escape(sign) for sign in quote if not sign.isspace()]
    if not signs:
        return []
    return [Span(*found.span()) for found in re.finditer(r"\s*".join(signs), text)]


def _around(place: Place, text: str, span: Span) -> int:
    """How many characters on both sides are as they were, blanks aside."""
    before, after = _solid(place.before), _solid(place.after)
    now_before = _solid(text[max(0, span.start - 2 * len(place.before)) : span.start])
    now_after = _solid(text[span.end : span.end + 2 * len(place.after)])
    return _shared(before[::-1], now_before[::-1]) + _shared(after, now_after)


def _most(place: Place) -> int:
    return len(_solid(place.before)) + len(_solid(place.after))


def _solid(text: str) -> str:
    return "".join(text.split())


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
