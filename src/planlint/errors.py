"""Every error that planlint raises on purpose; each says what, where and how to repair it.

PlanlintError
├── UsageError       the command line asks for something impossible       exit 2
├── InputError       a document cannot be read as a plan                  exit 2
└── RulebookError    a rule, lexicon, schema or configuration is wrong    exit 2

Anything else that escapes is a defect of planlint itself and ends with exit code 3.
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_INTERNAL = 3
# Ctrl-C and SIGTERM, as shells count them
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143


class PlanlintError(Exception):
    """What went wrong, in the user's words; `exit_code` is what the process ends with."""

    exit_code = EXIT_USAGE


class UsageError(PlanlintError):
    """The command line asks for something impossible."""


class InputError(PlanlintError):
    """A document cannot be read as a plan."""


class RulebookError(PlanlintError):
    """A rule, lexicon, schema or configuration file is wrong; one line for each problem, `file:line: what, remedy`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
