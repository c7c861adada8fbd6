"""Every text that a user reads, in every language: a YAML file a surface, a row a text, the languages side by side.

A language is added in this folder alone: its code in `LANGUAGES`, and its text in each row.
"""

from planlint.words.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
