"""What a stretch of text is about: review, plan or norm, in which part of the document, and due by when."""

from planlint.zones.zones import find_zones

__all__ = ["find_zones"]
