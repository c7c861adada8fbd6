"""Word documents: bytes of a .docx in, its text as printed out, with automatic numbers, tables and footnotes."""

from planlint.read.docx.document import read_docx

__all__ = ["read_docx"]
