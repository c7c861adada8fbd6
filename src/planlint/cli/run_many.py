"""Does one thing to many documents: a bad file is reported and the rest done, a crash costs one document and never the run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from planlint.cli.inputs import STDIN, read_input
from planlint.cli.progress import shown
from planlint.cli.streams import complain
from planlint.errors import EXIT_INTERNAL, EXIT_OK, PlanlintError, RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planlint.cli.inputs import Inputs
    from planlint.model.document import Revisions, SourceDocument
    from planlint.report.words import Words

Result = TypeVar("Result")

# Below this starting processes costs more than it saves.
LEAST_FOR_POOL = 8
# A process is handed so many documents at a time; few enough that the results come as they are done.
_CHUNK = 8
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one document: its result, or what to say of it and the exit code that it costs."""

    path: str
    result: Any = None
    complaint: str | None = None
    exit_code: int = EXIT_OK


@dataclass(frozen=True, slots=True)
class _Job:
    """The work on one document, for this process or another."""

    work: Callable[[SourceDocument], Any]
    words: Words
    revisions: Revisions = "accepted"

    def __call__(self, path: str) -> _Done:
        try:
            return _Done(path, self.work(read_input(path, self.revisions)))
        except PlanlintError as error:
            return _Done(path, complaint=said(error), exit_code=error.exit_code)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - one document's crash must not take the others down
            return _Done(path, complaint=internal(error, self.words, path), exit_code=EXIT_INTERNAL)


class Run(Generic[Result]):
    """Iterate it for the results, in the order of the documents; `exit_code` then says how it went.

    `failed` makes a result of a document that failed, for reports that list those too. With `jobs` above one and documents enough,
    `work` goes to other processes, so it must be a value that can be sent there.
    """

    def __init__(
        self,
        inputs: Inputs,
        work: Callable[[SourceDocument], Result],
        words: Words,
        jobs: int = 1,
        failed: Callable[[str, str], Result] | None = None,
        revisions: Revisions = "accepted",
    ) -> None:
        self.inputs = inputs
        self.exit_code = EXIT_OK
        self.failures: list[str] = []
        self._job = _Job(work, words, revisions)
        self._words = words
        self._jobs = jobs
        self._failed = failed

    def __iter__(self) -> Iterator[Result]:
        return self.over(self.inputs.paths)

    def over(self, paths: Sequence[str]) -> Iterator[Result]:
        """The results of these documents alone."""
        for done in shown(self._done(paths), len(paths), self._words):
            if done.complaint is None:
                yield cast("Result", done.result)
                continue
            complain(done.complaint)
            self.failures.append(done.path)
            self.exit_code = max(self.exit_code, done.exit_code)
            if self._failed is not None:
                yield self._failed(done.path, done.complaint)
        if self.failures and len(paths) >= LEAST_FOR_POOL:
            named = self._words.join(self.failures[:_MOST_NAMED])
            more = "…" if len(self.failures) > _MOST_NAMED else ""
            complain(
                self._words.say("failed_files", n=len(self.failures), all=len(paths), paths=f"{named}{more}")
            )

    def _done(self, paths: Sequence[str]) -> Iterable[_Done]:
        if self._jobs <= 1 or len(paths) < LEAST_FOR_POOL or STDIN in paths:
            yield from map(self._job, paths)
            return
        from concurrent.futures import ProcessPoolExecutor

        workers = min(self._jobs, len(paths))
        with ProcessPoolExecutor(workers) as pool:
            # a window at a time: submitting ten thousand documents at once would keep all their results in memory
            window = workers * _CHUNK * 4
            for start in range(0, len(paths), window):
                yield from pool.map(self._job, paths[start : start + window], chunksize=_CHUNK)


def jobs_of(given: str, words: Words) -> int:
    """The number behind `-j`; text and not a number, for typer would load pydantic to turn one into the other."""
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(words.say("bad_value", option="--jobs", why=given))
    return int(given)


def said(error: PlanlintError) -> str:
    """An error that was raised on purpose; the lines of a rule file's errors begin with their place, as editors expect."""
    return str(error) if isinstance(error, RulebookError) else f"planlint: {error}"


def complain_of(error: PlanlintError) -> None:
    """Say an error that was raised on purpose."""
    complain(said(error))


def internal(error: Exception, words: Words, where: str = "") -> str:
    """One line for a defect of planlint itself; with PLANLINT_DEBUG=1 its traceback before it."""
    lead = ""
    if os.environ.get("PLANLINT_DEBUG") == "1":
        import traceback

        lead = "".join(traceback.format_exception(error))
    place = f"{where}: " if where else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{lead}planlint: {words['internal_error']} {place}{what} {words['internal_remedy']}"


def complain_internal(error: Exception, words: Words, where: str = "") -> None:
    """Say a defect of planlint itself."""
    complain(internal(error, words, where))
