"""What the document says once: its title, dates and period, its rules for all its lists, its labelled lines and short names."""

from planlint.terms.terms import find_terms

__all__ = ["find_terms"]
