"""The scanner: clean text in, every numeral, quantity and time expression out."""

from planlint.mentions.scanner import scan

__all__ = ["scan"]
