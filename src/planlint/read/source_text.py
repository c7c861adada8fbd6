"""What every reader hands back: the text of one file with the places it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planlint.model.document import Apart, Mark


class SourceText(NamedTuple):
    """Text, what kind of file it was, and its marks; `apart` is what the file prints outside the text."""

    text: str
    media_type: str
    encoding: str = "utf-8"
    marks: tuple[Mark, ...] = ()
    apart: tuple[Apart, ...] = ()
