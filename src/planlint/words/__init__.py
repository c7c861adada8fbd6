"""Every text that a user reads, in every language: a YAML file a surface, a row a text, the languages side by side.

A language is added in this folder alone: its code in `LANGUAGES`, and its text in each row; rules keep their own texts.
"""

from planlint.words.catalogue import LANGUAGES
from planlint.words.text import Text
from planlint.words.words import Words

__all__ = ["LANGUAGES", "Text", "Words"]
