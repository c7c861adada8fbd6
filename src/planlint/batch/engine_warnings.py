"""What the engine warns of while it works (a row of a table that it leaves out), said on standard error in the user's language."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from planlint.batch.streams import complain
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.words import Words


def hear_warnings(words: Words) -> None:
    """Say the warnings of this process from now on; those of other libraries go their own way."""
    logging.getLogger("planlint").handlers[:] = [_Said(words)]


class _Said(logging.Handler):
    """A warning whose only argument is a text is worded; any other is said as it was written."""

    def __init__(self, words: Words) -> None:
        super().__init__(logging.WARNING)
        self._words = words

    def emit(self, record: logging.LogRecord) -> None:
        said = record.args[0] if isinstance(record.args, tuple) and record.args else None
        complain(self._words.of(said) if isinstance(said, Text) else record.getMessage())
