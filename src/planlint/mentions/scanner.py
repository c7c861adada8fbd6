"""One walk over the clean text: numerals first, then the times among them, then the quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.mentions.numerals import find_numerals
from planlint.mentions.quantities import find_quantities
from planlint.mentions.times import find_times
from planlint.mentions.vocabulary import vocabulary
from planlint.model.mention import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.document import CleanText
    from planlint.model.span import Span
    from planlint.rulebook import Rulebook


def scan(clean: CleanText, rules: Rulebook, labels: Iterable[Span] = ()) -> Mentions:
    """Every numeral, quantity and time expression of the clean text, site chrome included (the ledger counts it too).

    `labels` are those of headings and items: in 3.4个乡镇 below 2. a label stands before four towns.
    """
    text = _parted(clean.text, labels)
    numerals = find_numerals(text)
    times = find_times(text)
    quantities = find_quantities(text, numerals, [t.span for t in times], vocabulary(rules))
    return Mentions(tuple(numerals), tuple(quantities), tuple(times))


def _parted(text: str, labels: Iterable[Span]) -> str:
    """The text with a line break for the point that ends a label right before a figure."""
    points = [end - 1 for _, end in labels if text[end - 1] in ".．" and text[end : end + 1].isdigit()]
    if not points:
        return text
    chars = list(text)
    for at in points:
        chars[at] = "\n"
    return "".join(chars)
