"""Outlining: clean text in, the tree of numbered headings, the paragraphs and the place of the title out."""

from planlint.outline.outline import find_outline

__all__ = ["find_outline"]
