"""Figures and letters of full width as those of half width, each at its place: `２０２５年` is 2025年."""

from __future__ import annotations

import re

FIGURES: dict[str, str] = (
    {chr(0xFF10 + i): chr(0x30 + i) for i in range(10)}
    | {chr(0xFF21 + i): chr(0x41 + i) for i in range(26)}
    | {chr(0xFF41 + i): chr(0x61 + i) for i in range(26)}
    | {"％": "%", "．": "."}
)
_FIGURE = re.compile("[０-９Ａ-Ｚａ-ｚ％．]")
_TABLE = str.maketrans(FIGURES)


def half_width_figures(text: str) -> str:
    """The text with figures, letters, % and the point in half width, of the same length."""
    return text.translate(_TABLE) if _FIGURE.search(text) else text
