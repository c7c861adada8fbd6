"""Clean texts for the outline stage, made without the stage before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planlint.model.document import Chrome, CleanText, Outline, SourceDocument
from planlint.model.span import Span
from planlint.outline import find_outline
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable


def clean(text: str, *chrome: str) -> CleanText:
    """The text as the stage before would hand it on, the given stretches marked as chrome."""
    zones = []
    at = 0
    for stretch in chrome:
        at = text.index(stretch, at)
        zones.append(Chrome(Span(at, at + len(stretch)), "test"))
        at += len(stretch)
    return CleanText(text, SourceDocument("plan.txt", text, ""), chrome=tuple(zones))


@pytest.fixture
def outline() -> Callable[..., Outline]:
    """The outline of a text; further arguments are stretches of chrome in it, in order."""
    return lambda text, *chrome: find_outline(clean(text, *chrome), Rulebook())
