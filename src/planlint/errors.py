"""Every error that planlint raises on purpose; each says what, where and how to repair it.

PlanlintError
├── UsageError       the command line asks for something impossible       exit 2
├── InputError       a document cannot be read as a plan                  exit 2
└── RulebookError    a rule, lexicon, schema or configuration is wrong    exit 2

Anything else that escapes is a defect of planlint itself and ends with exit code 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_INTERNAL = 3
# Ctrl-C and SIGTERM, as shells count them
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143


class PlanlintError(Exception):
    """What went wrong, as `texts` that whoever prints them words; `exit_code` is what the process ends with.

    `InputError("read.empty", path=path)` takes its words from a catalogue; `str(error)` is them in the default language.
    """

    exit_code = EXIT_USAGE

    def __init__(self, text: Text | str, /, **values: object) -> None:
        self.texts: tuple[Text, ...] = (_text(text, **values),)
        super().__init__(*self.texts)

    def __str__(self) -> str:
        return "\n".join(map(str, self.texts))


class UsageError(PlanlintError):
    """The command line asks for something impossible."""


class InputError(PlanlintError):
    """A document cannot be read as a plan."""


class RulebookError(PlanlintError):
    """A rule, lexicon, schema or configuration file is wrong; one text for each problem, `file:line: what, remedy`."""

    def __init__(self, problems: Iterable[Text | str]) -> None:
        self.texts = tuple(map(_text, problems))
        Exception.__init__(self, self.texts)

    @property
    def problems(self) -> list[str]:
        """The problems as lines in the default language, in the order of the file."""
        return [str(text) for text in self.texts]


def located(where: str, code: str, /, **values: object) -> Text:
    """The problem of a file with its place: `planlint.yaml:14: 未知的键 “leve” …`."""
    return Text.of("at", where=where, what=Text.of(code, **values))


def _text(text: Text | str, **values: object) -> Text:
    return text if isinstance(text, Text) else Text.of(text, **values)
