"""Markdown in, its text out: headings, emphasis, links and list marks without their signs; every line stays a line."""

from planlint.read.markdown.blocks import text_of

__all__ = ["text_of"]
