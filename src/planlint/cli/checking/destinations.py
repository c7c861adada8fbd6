"""`-f console -f sarif=out.sarif`: which reports are wanted, and where they go once they are written."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.batch.culprits import made_of_sound
from planlint.batch.failures import failure
from planlint.checkrun.one_file import failed_outcome
from planlint.checkrun.wishes import Destination
from planlint.cli.formats import chosen, require_place, screen
from planlint.cli.output import write
from planlint.errors import EXIT_OK, UsageError
from planlint.report.formats import format_of, render
from planlint.sheets.look import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.batch.failures import Failure
    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.checkrun.wishes import Wishes
    from planlint.report.formats import Format
    from planlint.words import Words

# GitHub refuses a summary beyond one mebibyte altogether
_LONGEST_SUMMARY = 1_000_000


def destinations_of(given: Sequence[str] | None, output: str | None, words: Words) -> tuple[Destination, ...]:
    """The reports that `-f` names, the console's without it; `-o` is the file of the one that names none itself.

    UsageError for an unknown format, two on one screen, or a `-o` that no report needs.
    """
    destinations = []
    for written in given or ("console",):
        name, _, file = written.partition("=")
        destinations.append(Destination(chosen("check", name, words).name, file or None))
    on_screen = [one.format for one in destinations if one.file is None]
    if len(on_screen) > 1:
        raise UsageError("two_on_screen", names=words.join(on_screen), last=on_screen[-1])
    _refuse_sharing(
        [
            *(one for one in destinations if one.file),
            *(Destination(name, output) for name in on_screen if output),
        ],
        words,
    )
    if output is not None and not on_screen:
        raise UsageError("output_not_needed", output=output)
    placed = tuple(Destination(one.format, one.file or output) for one in destinations)
    for destination in placed:
        require_place(_form(destination.format), "check", destination.file)
    return placed


def _form(name: str) -> Format:
    form = format_of("check", name)
    assert form is not None, name
    return form


def _refuse_sharing(destinations: Sequence[Destination], words: Words) -> None:
    """UsageError where two reports would be written to one file."""
    files: dict[str, str] = {}
    for destination in destinations:
        path = os.path.realpath(str(destination.file))
        if path in files:
            names = words.join([files[path], destination.format])
            raise UsageError("two_in_one_file", names=names, path=destination.file)
        files[path] = destination.format


def deliver(run: CheckRun, wishes: Wishes, words: Words) -> int:
    """Write every report, those in files first: a screen that is closed early must not cost them; the exit code of what cannot be drawn."""
    failures: dict[str, Failure] = {}
    for destination in sorted(wishes.destinations, key=lambda one: one.file is None):
        if destination.file is not None:
            form, look = _form(destination.format), Look(words, summary=_summary_file() is not None)
            write(Path(str(destination.file)), _drawn(run, form, look, failures), form, words)
        elif not wishes.diff:
            _to_screen(run, destination, wishes, words, failures)
    if any(one.format == "github" for one in wishes.destinations):
        _to_job_summary(run, words)
    for failed in failures.values():
        failed.say()
    return max((failed.exit_code for failed in failures.values()), default=EXIT_OK)


def _drawn(run: CheckRun, form: Format, look: Look, failures: dict[str, Failure]) -> list[Any]:
    """The pieces of a report; a plan that cannot be drawn stands in it as one that could not be checked."""

    def instead(file: CheckedFile, error: Exception) -> CheckedFile:
        failed = failures.setdefault(file.source.path, failure(error, file.source.path, "render", look.words))
        return failed_outcome(failed).file

    return made_of_sound(
        run.files, lambda files: list(render("check", form, replace(run, files=tuple(files)), look)), instead
    )


def _to_screen(
    run: CheckRun, destination: Destination, wishes: Wishes, words: Words, failures: dict[str, Failure]
) -> None:
    look = screen_look(words)
    if wishes.statistics and destination.format in ("console", "concise"):
        from planlint.report.findings.console import last_lines, statistics

        sys.stdout.writelines(statistics(run, words))
        sys.stdout.writelines("".join(text for text, _ in line) + "\n" for line in last_lines(run, look))
    else:
        sys.stdout.writelines(_drawn(run, _form(destination.format), look, failures))
    sys.stdout.flush()


def screen_look(words: Words) -> Look:
    """How the screen shows findings."""
    return replace(screen(words), summary=_summary_file() is not None)


def _summary_file() -> str | None:
    return os.environ.get("GITHUB_STEP_SUMMARY") or None


def _to_job_summary(run: CheckRun, words: Words) -> None:
    """Everything into the page of the job, which has no limit of ten; a page that cannot be written costs nothing else."""
    path = _summary_file()
    if path is None:
        return
    page = "".join(_drawn(run, _form("md"), Look(words), {}))
    if len(page.encode("utf-8", "replace")) > _LONGEST_SUMMARY:
        page = (
            page.encode("utf-8", "replace")[:_LONGEST_SUMMARY].decode("utf-8", "ignore").rpartition("\n")[0]
            + "\n\n…\n"
        )
    try:
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(page)
    except OSError as error:
        from planlint.batch.streams import complain

        complain(f"planlint: {words.say('not_written', path=path, why=error.strerror or error)}")
