"""One walk over the clean text: numerals first, then the times among them, then the quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.mentions.numerals import find_numerals
from planlint.mentions.quantities import find_quantities
from planlint.mentions.times import find_times
from planlint.mentions.vocabulary import vocabulary
from planlint.model.mention import Mentions

if TYPE_CHECKING:
    from planlint.model.document import CleanText
    from planlint.rulebook import Rulebook


def scan(clean: CleanText, rules: Rulebook) -> Mentions:
    """Every numeral, quantity and time expression of the clean text, site chrome included (the ledger counts it too)."""
    text = clean.text
    numerals = find_numerals(text)
    times = find_times(text)
    quantities = find_quantities(text, numerals, [t.span for t in times], vocabulary(rules))
    return Mentions(tuple(numerals), tuple(quantities), tuple(times))
