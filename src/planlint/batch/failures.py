"""What failed, as the document's own record: its path, the stage, and the lines that say it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planlint.batch.streams import complain
from planlint.errors import EXIT_INTERNAL, PlanlintError, RulebookError

if TYPE_CHECKING:
    from planlint.words import Words

Stage = Literal["read", "extract", "check", "fix", "compare", "annotate", "render"]


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that could not be done: why, line by line, and the exit code that it costs."""

    path: str
    stage: Stage
    lines: tuple[str, ...]
    exit_code: int

    @property
    def why(self) -> str:
        """The lines as one text, for reports that list failures too."""
        return "\n".join(self.lines)

    def say(self) -> None:
        """Write the lines to standard error."""
        for line in self.lines:
            complain(line)


def failure(error: Exception, path: str, stage: Stage, words: Words) -> Failure:
    """The record of a document's failure, whether it was raised on purpose or is a defect of planlint."""
    if isinstance(error, PlanlintError):
        return Failure(path, stage, said(error, words), error.exit_code)
    return Failure(path, stage, internal(error, words, f"{path}（{words[f'stage.{stage}']}）"), EXIT_INTERNAL)


def lost(path: str, stage: Stage, words: Words) -> Failure:
    """The record of a document whose process was ended from outside, twice."""
    return Failure(path, stage, (f"planlint: {words.say('process_lost', path=path)}",), EXIT_INTERNAL)


def said(error: PlanlintError, words: Words) -> tuple[str, ...]:
    """An error that was raised on purpose; the lines of a rule file's errors begin with their place, as editors expect."""
    lines = tuple(words.of(text) for text in error.texts)
    return lines if isinstance(error, RulebookError) else tuple(f"planlint: {line}" for line in lines)


def complain_of(error: PlanlintError, words: Words) -> None:
    """Say an error that was raised on purpose."""
    for line in said(error, words):
        complain(line)


def internal(error: Exception, words: Words, where: str = "") -> tuple[str, ...]:
    """One line for a defect of planlint itself; with PLANLINT_DEBUG=1 its traceback before it."""
    lead: list[str] = []
    if os.environ.get("PLANLINT_DEBUG") == "1":
        import traceback

        lead = "".join(traceback.format_exception(error)).splitlines()
    place = f"{where}: " if where else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (*lead, f"planlint: {words['internal_error']} {place}{what} {words['internal_remedy']}")


def complain_internal(error: Exception, words: Words, where: str = "") -> None:
    """Say a defect of planlint itself."""
    for line in internal(error, words, where):
        complain(line)
