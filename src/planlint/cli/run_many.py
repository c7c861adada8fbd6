"""Does one thing to many documents: a bad file is reported and the rest done, a crash costs one document and never the run."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Generic, TypeVar

from planlint.cli.inputs import read_input
from planlint.cli.streams import complain
from planlint.errors import EXIT_INTERNAL, EXIT_OK, PlanlintError, RulebookError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.cli.inputs import Inputs
    from planlint.model.document import SourceDocument
    from planlint.report.words import Words

Result = TypeVar("Result")


class Run(Generic[Result]):
    """Iterate it for the results, one for each document that worked; `exit_code` then says how it went."""

    def __init__(self, inputs: Inputs, work: Callable[[SourceDocument], Result], words: Words) -> None:
        self.inputs = inputs
        self.exit_code = EXIT_OK
        self._work = work
        self._words = words

    def __iter__(self) -> Iterator[Result]:
        for path in _shown_progress(self.inputs.paths, self._words):
            try:
                yield self._work(read_input(path))
            except PlanlintError as error:
                complain_of(error)
                self.exit_code = max(self.exit_code, error.exit_code)
            except BrokenPipeError:
                raise
            except Exception as error:  # noqa: BLE001 - one document's crash must not take the others down
                complain_internal(error, self._words, path)
                self.exit_code = max(self.exit_code, EXIT_INTERNAL)


def complain_of(error: PlanlintError) -> None:
    """Say an error that was raised on purpose; the lines of a rule file's errors begin with their place, as editors expect."""
    complain(str(error) if isinstance(error, RulebookError) else f"planlint: {error}")


def complain_internal(error: Exception, words: Words, where: str = "") -> None:
    """One line for a defect of planlint itself; with PLANLINT_DEBUG=1 its traceback before it."""
    if os.environ.get("PLANLINT_DEBUG") == "1":
        import traceback

        complain("".join(traceback.format_exception(error)).rstrip("\n"))
    place = f"{where}: " if where else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    complain(f"planlint: {words['internal_error']} {place}{what} {words['internal_remedy']}")


def _shown_progress(paths: tuple[str, ...], words: Words) -> Iterable[str]:
    """The paths, with a bar on standard error while several are done and somebody watches."""
    if len(paths) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, description=words["working"], console=Console(stderr=True), transient=True)
