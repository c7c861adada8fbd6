"""Where the renderers find the texts."""

from planlint.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
