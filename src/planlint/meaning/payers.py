"""Whose money is given, as the text prints it: 市财政 of 由市财政给予10万元, 省级 of 不高于200万元省级奖补; and the level that this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.meaning.vocabulary import MeaningWords


def payer_said(quote: str, sentence: str, words: MeaningWords) -> str | None:
    """The words for the payer: those nearest to the end of the sum's own quote, else the first of its half-sentence."""
    found = None
    for found in words.payer.finditer(quote):  # noqa: B007 - the last one is the nearest to the sum's end
        pass
    found = found or words.payer.search(sentence)
    return found.group() if found is not None else None


def payer_level(said: str | None, words: MeaningWords) -> str | None:
    """The level of government that such words name: 市 of 市财政, 区县 of 县级."""
    found = words.payer_level.match(said) if said is not None else None
    return words.payers[found.group()] if found is not None else None
