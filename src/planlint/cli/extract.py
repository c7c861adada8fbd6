"""`planlint extract PATH…`: every commitment of one or many plans."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.failures import failure
from planlint.batch.inputs import find_inputs
from planlint.batch.run_many import Run, jobs_of
from planlint.batch.streams import complain
from planlint.cli.choices import (
    JobsOption,
    LangOption,
    RevisionsOption,
    RulesOption,
    Tracked,
    kinds_of,
    rulebook_of,
    words_of,
)
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.cli.output import deliver_lines, deliver_reports
from planlint.errors import EXIT_OK, EXIT_USAGE, UsageError
from planlint.report.record import KINDS, failure_of, report_of
from planlint.report.write import is_folder
from planlint.sheets.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.batch.failures import Failure
    from planlint.batch.inputs import Inputs
    from planlint.cli.extract_book import BookMaker, BookRun
    from planlint.model.document import SourceDocument
    from planlint.rulebook import Rulebook
    from planlint.sheets.look import Report
    from planlint.words import Words


# The screen's, where it is no terminal.
_PLAIN_WIDTH = 80


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("extract", cls=HelpCommand, help="help.extract", epilog="help.extract.examples")(extract)


def extract(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths")],
    *,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="help.format", autocompletion=completing("extract")
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="help.output")
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="KIND,…", help="help.only")] = None,
    jobs: JobsOption = "1",
    revisions: RevisionsOption = Tracked.accepted,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="PLACE", help="help.explain_place")
    ] = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="help.reviewed")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="help.resume")] = False,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Read plans and write what they commit to."""
    words = words_of(context)
    forms = [chosen("extract", name, words) for name in dict.fromkeys(_parts(format_))]
    form = forms[0]
    kinds = kinds_of(only, KINDS, words)
    if only is None and all(form.brief for form in forms):
        # the headings of a plan would bury what it commits to
        kinds = tuple(kind for kind in kinds if kind != "sections")
    rulebook = rulebook_of(rules, words)
    inputs = find_inputs(paths, words)

    if explain is not None:
        from planlint.cli.explain_numbers import explain_place

        return explain_place(inputs, explain, form.name, rulebook, words, revisions.value)
    if len(forms) > 1 and (output is None or not is_folder(output)):
        raise UsageError("several_formats", formats=words.join(form.name for form in forms))
    require_place(form, "extract", output)
    if resume and (form.name != "jsonl" or output is None):
        raise UsageError("resume_needs_jsonl")
    several = form.name in ("json", "jsonl") and not inputs.one and len(forms) == 1
    has_book = any(form.name == "xlsx" for form in forms)
    book = _book(inputs, rulebook, rules, kinds, words) if has_book else None
    run = Run(
        inputs,
        Extractor(
            rulebook,
            with_text=any(form.quoting for form in forms),
            book=book.maker if book is not None else None,
            reviewed=reviewed,
        ),
        words,
        "extract",
        jobs_of(jobs),
        _record_of if several else None,
        revisions.value,
    )

    def failed(path: str, error: Exception) -> Report:
        found = failure(error, path, "render", words)
        run.fail(found)
        return _record_of(found)

    unplaced = Unplaced(words)
    look = Look(words, _PLAIN_WIDTH, kinds=kinds, one=inputs.one, failed=failed, reviewed=reviewed)
    if form.name == "jsonl" and output is not None and not is_folder(output):
        deliver_lines(run, Path(output), look, resume=resume)
    else:
        reports = told_twice(run if book is None else book.heard(run), words)
        deliver_reports(unplaced.heard(reports), inputs, forms, output, look)
    return max(run.exit_code, book.exit_code if book is not None else EXIT_OK, unplaced.exit_code)


def _parts(given: str) -> list[str]:
    """`xlsx,html` are two formats."""
    return [part.strip() for part in given.replace("，", ",").split(",") if part.strip()] or [given]


def _record_of(found: Failure) -> Report:
    return failure_of(found.path, found.why, found.stage)


def _book(
    inputs: Inputs, rulebook: Rulebook, rules: list[Path] | None, kinds: tuple[str, ...], words: Words
) -> BookRun:
    """What only a workbook needs, imported for it alone."""
    from planlint.cli.extract_book import BookRun

    return BookRun(inputs.paths, rulebook, rules or (), kinds, words)


@dataclass(frozen=True, slots=True)
class Extractor:
    """One document in, its report out: a value, so that it can go to another process.

    `book` adds what only a workbook shows; `reviewed` lays over it what reviewers said beside the document.
    """

    rulebook: Rulebook
    with_text: bool = False
    book: BookMaker | None = None
    reviewed: bool = False

    def __call__(self, source: SourceDocument) -> Report:
        """The report of one plan."""
        from planlint.pipeline import extract as find_all

        found = find_all(source, self.rulebook)
        if self.reviewed:
            from planlint.review.told import report_with, reviewed_beside

            done, journal = reviewed_beside(found)
            found = done.extraction
            report = report_with(report_of(found, with_text=self.with_text), done, journal)
        else:
            report = report_of(found, with_text=self.with_text)
        return report if self.book is None else {**report, **self.book(found)}


class Unplaced:
    """What of the reviews could not be placed, said when its plan comes; `exit_code` is 2 where there was any."""

    def __init__(self, words: Words) -> None:
        self.exit_code = EXIT_OK
        self._words = words

    def heard(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports themselves."""
        for report in reports:
            if "review" in report:
                from planlint.review.told import complaints

                for text in complaints(report["source"]["path"], report["review"]):
                    complain(f"planlint: {self._words.of(text)}")
                    self.exit_code = EXIT_USAGE
            yield report


def told_twice(reports: Iterable[Report], words: Words) -> Iterator[Report]:
    """The reports themselves; which of them are of one and the same text is said at the end."""
    same: dict[str, list[str]] = {}
    for report in reports:
        if "error" not in report:
            same.setdefault(report["source"]["sha256"], []).append(report["source"]["path"])
        yield report
    for paths in same.values():
        if len(paths) > 1:
            complain(words.say("compare.same_text", paths=words.join(paths)))
