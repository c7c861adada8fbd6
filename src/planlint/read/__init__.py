"""Bytes of a file in, a `SourceDocument` out: one reader a format, chosen by content and suffix."""

from planlint.read.document import decode_document, read_document

__all__ = ["decode_document", "read_document"]
