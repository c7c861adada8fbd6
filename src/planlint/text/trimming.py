"""Phrases without the marks at their edges, quotation marks and brackets kept in pairs: `、“家门口”服务站` gives “家门口”服务站."""

from __future__ import annotations

_MARKS = " ,，、:：;；。-—·的"
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", '"': '"', "'": "'"}
_PARTNERS = {closing: opening for opening, closing in _PAIRS.items()}
EDGE = _MARKS + "".join(_PAIRS) + "".join(_PARTNERS)


def trimmed(text: str) -> str:
    """The phrase without marks and 的 at both ends; a pair that opens or closes it stays where the phrase goes on beyond it."""
    return trimmed_left(trimmed_right(text))


def trimmed_left(text: str) -> str:
    """The phrase without marks at its beginning; one that opens a pair stays where its partner follows."""
    while text and text[0] in EDGE and not _closes_later(text):
        text = text[1:]
    return text


def trimmed_right(text: str) -> str:
    """The phrase without marks at its end; one that closes a pair stays where its partner stands before it."""
    while text and text[-1] in EDGE and not _opened_before(text):
        text = text[:-1]
    return text


def _closes_later(text: str) -> bool:
    return text[0] in _PAIRS and _PAIRS[text[0]] in text[1:]


def _opened_before(text: str) -> bool:
    return text[-1] in _PARTNERS and _PARTNERS[text[-1]] in text[:-1]
