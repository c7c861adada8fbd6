"""Does one thing to many documents: a bad file is reported and the rest done, a crash costs one document and never the run."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from planlint.batch.failures import Failure, Stage, failure, lost
from planlint.batch.inputs import STDIN, read_input
from planlint.batch.progress import shown
from planlint.batch.streams import complain
from planlint.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planlint.batch.inputs import Inputs
    from planlint.model.document import Revisions, SourceDocument
    from planlint.words import Words

Result = TypeVar("Result")

# Below this starting processes costs more than it saves.
LEAST_FOR_POOL = 8
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class _Job:
    """The work on one document, for this process or another: what came of it, or its failure."""

    work: Callable[[SourceDocument], Any]
    words: Words
    stage: Stage
    revisions: Revisions = "accepted"

    def __call__(self, path: str) -> Any:  # noqa: ANN401 - whatever the work gives
        stage: Stage = "read"
        try:
            source = read_input(path, self.revisions)
            stage = self.stage
            return self.work(source)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - one document's crash must not take the others down
            return failure(error, path, stage, self.words)


class Run(Generic[Result]):
    """Iterate it for the results, in the order of the documents; `exit_code` then says how it went.

    `stage` is what the work is called where it fails. `failed` makes a result of a document that failed, for reports that list those too. With `jobs` above one and documents enough,
    `work` goes to other processes, so it must be a value that can be sent there.
    """

    def __init__(
        self,
        inputs: Inputs,
        work: Callable[[SourceDocument], Result],
        words: Words,
        stage: Stage,
        jobs: int = 1,
        failed: Callable[[Failure], Result] | None = None,
        revisions: Revisions = "accepted",
    ) -> None:
        self.inputs = inputs
        self.exit_code = EXIT_OK
        self.failures: list[str] = []
        self._job = _Job(work, words, stage, revisions)
        self._stage = stage
        self._words = words
        self._jobs = jobs
        self._failed = failed

    def __iter__(self) -> Iterator[Result]:
        return self.over(self.inputs.paths)

    def over(self, paths: Sequence[str], *, careful: bool = False) -> Iterator[Result]:
        """The results of these documents alone; `careful` where the first may be what ended an earlier run."""
        for done in shown(self._done(paths, careful=careful), len(paths), self._words):
            if not isinstance(done, Failure):
                yield cast("Result", done)
                continue
            self.fail(done)
            if self._failed is not None:
                yield self._failed(done)
        if self.failures and len(paths) >= LEAST_FOR_POOL:
            named = self._words.join(self.failures[:_MOST_NAMED])
            more = "…" if len(self.failures) > _MOST_NAMED else ""
            complain(
                self._words.say("failed_files", n=len(self.failures), all=len(paths), paths=f"{named}{more}")
            )

    def fail(self, found: Failure) -> None:
        """Say what became of a document, and count it."""
        found.say()
        self.failures.append(found.path)
        self.exit_code = max(self.exit_code, found.exit_code)

    def _done(self, paths: Sequence[str], *, careful: bool) -> Iterable[Any]:
        if STDIN in paths:
            return map(self._job, paths)
        if self._jobs > 1 and len(paths) >= LEAST_FOR_POOL:
            return self._apart(paths, self._jobs)
        if careful:
            return chain(self._apart(paths[:1], 1), map(self._job, paths[1:]))
        return map(self._job, paths)

    def _apart(self, paths: Sequence[str], processes: int) -> Iterable[Any]:
        """The work in other processes, whose end is not ours."""
        from planlint.batch.workers import Workers

        def died(path: str) -> None:
            complain(f"planlint: {self._words.say('process_died', path=path)}")

        def given_up(path: str) -> Failure:
            return lost(path, self._stage, self._words)

        return Workers(self._job, paths, processes, died, given_up)


def jobs_of(given: str) -> int:
    """The number behind `-j`; text and not a number, for typer would load pydantic to turn one into the other."""
    if not given.isdecimal() or int(given) < 1:
        raise UsageError("bad_value", option="--jobs", why=given)
    return int(given)
