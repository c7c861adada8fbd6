"""Markdown in, its text out: headings, emphasis, links and list marks without their signs; every line stays a line."""

from planlint.read.markdown.lines import File, text_of

__all__ = ["File", "text_of"]
