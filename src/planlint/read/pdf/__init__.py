"""PDF files: bytes in, the text by page out, with its paragraphs whole and its running heads apart."""

from planlint.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
