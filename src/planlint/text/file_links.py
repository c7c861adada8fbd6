"""The name of a file as a link to it from a file beside it: `计划 1#.html` is `计划%201%23.html`."""

from __future__ import annotations

# What means something else in a link; Chinese characters stay as they are, for a person reads them.
_ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in '%# ?&"<>\\^`{|}:'}


def link_to(name: str) -> str:
    """The link."""
    return name.translate(_ESCAPED)
