"""Mentions of a text, scanned without the stages around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planlint.clean import clean_text
from planlint.mentions import scan
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.mention import Mentions


@pytest.fixture
def scanned() -> Callable[[str], tuple[str, Mentions]]:
    """The clean text and its mentions."""

    def of(text: str) -> tuple[str, Mentions]:
        clean = clean_text(SourceDocument("plan.txt", text, ""), Rulebook())
        return clean.text, scan(clean, Rulebook())

    return of
