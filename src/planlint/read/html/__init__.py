"""Web pages: bytes of a saved page in, the plan's text with its information table out."""

from planlint.read.html.page import read_html

__all__ = ["read_html"]
