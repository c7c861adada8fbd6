"""One plan of a run: read, repaired if asked, checked. Whatever goes wrong is said of this plan alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.batch.engine_warnings import hear_warnings
from planlint.batch.failures import Failure, Stage, failure, said
from planlint.batch.inputs import read_input
from planlint.checking import check_source, failed_file, fix_source, sidecar_entries
from planlint.checkrun.job import FileOutcome, Job
from planlint.errors import EXIT_INTERNAL, EXIT_OK, EXIT_USAGE, RulebookError
from planlint.words import Words

if TYPE_CHECKING:
    from planlint.check.outcome import CheckedFile
    from planlint.check.sidecar import SidecarEntry
    from planlint.model.document import SourceDocument


def do_job(job: Job) -> FileOutcome:
    """Check one plan; never raises, except for the user's interrupt."""
    words = Words(job.lang)
    hear_warnings(words)
    answers: tuple[SidecarEntry, ...] = ()
    complaints: list[str] = []
    code = EXIT_OK
    stage: Stage = "read"
    try:
        source = replace(read_input(job.path, job.revisions), path=job.name)
        try:
            answers = sidecar_entries(job.name) if job.checker.remarks else ()
        except RulebookError as error:  # a bad sidecar answers nothing; the plan is still checked
            complaints += said(error, words)
            code = EXIT_USAGE
        stage = "fix" if job.tiers else "check"
        outcome = (
            _repaired(source, job, answers, words)
            if job.tiers
            else FileOutcome(check_source(source, job.checker, answers, job.known))
        )
        if job.annotation is not None:
            from planlint.checkrun.annotated import annotate_plan

            stage = "annotate"
            annotated, line = annotate_plan(source, job, outcome.file, answers, words)
            outcome = replace(outcome, exit_code=annotated, complaints=(line,))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - one document's crash must not take the others down
        return failed_outcome(failure(error, job.name, stage, words))
    return replace(
        outcome,
        exit_code=max(code, outcome.exit_code, _code_of(outcome.file)),
        complaints=(*complaints, *outcome.complaints),
    )


def failed_outcome(failed: Failure) -> FileOutcome:
    """What came of a plan that could not be done: a file with the finding E001, and the words on standard error."""
    why = failed.lines[-1].removeprefix("planlint: ")
    return FileOutcome(failed_file(failed.path, why), failed.exit_code, failed.lines)


def _code_of(file: CheckedFile) -> int:
    """3 where a rule crashed, 2 where a suppression names no rule."""
    if file.crashed:
        return EXIT_INTERNAL
    return EXIT_USAGE if any(finding.rule == "E003" for finding in file.findings) else EXIT_OK


def _repaired(
    source: SourceDocument, job: Job, answers: tuple[SidecarEntry, ...], words: Words
) -> FileOutcome:
    from planlint.checkrun.write_back import (
        NotWritten,
        change_of,
        is_plain,
        markdown_file,
        unified_diff,
        write_back,
    )

    if not is_plain(source):
        why = words.say("fix_format", path=job.name)
        return _not_repaired(source, job, answers, why)
    try:
        signs = markdown_file(source, job.path, words)
        carries = None if signs is None else signs.carries
        fixed = fix_source(source, job.checker, job.tiers, answers, job.known, carries)
        change = change_of(fixed, source, signs, job.path, words)
    except NotWritten as error:
        return _not_repaired(source, job, answers, error)
    if job.diff:
        file = check_source(source, job.checker, answers, job.known)
        diff = unified_diff(job.name, *change)
        return FileOutcome(file, diff=diff, applied=fixed.applied, withdrawn=fixed.withdrawn)
    code, written = EXIT_OK, source
    complaints: tuple[str, ...] = ()
    if fixed.text != source.text:
        try:
            written = write_back(source, fixed.text, change, job.path, words)
        except NotWritten as error:
            code, complaints, fixed = EXIT_USAGE, (f"planlint: {error}",), replace(fixed, applied=0)
    file = check_source(written, job.checker, answers, job.known)
    return FileOutcome(file, code, complaints, "", fixed.applied, fixed.withdrawn)


def _not_repaired(
    source: SourceDocument, job: Job, answers: tuple[SidecarEntry, ...], why: object
) -> FileOutcome:
    return FileOutcome(
        check_source(source, job.checker, answers, job.known), EXIT_USAGE, (f"planlint: {why}",)
    )
