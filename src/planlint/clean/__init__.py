"""Source text in, `CleanText` out: page marks, wraps, stray blanks and width put right, every character's way back kept."""

from planlint.clean.fold import clean_text

__all__ = ["clean_text"]
