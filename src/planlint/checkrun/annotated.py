"""`--annotate out.docx --track-fixes`: the Word file with its comments and tracked changes, made and written."""

from __future__ import annotations

import bisect
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.errors import EXIT_OK, EXIT_USAGE, InputError
from planlint.model.alignment import trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.annotate import Draft, Note
    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile
    from planlint.check.sidecar import SidecarEntry
    from planlint.checkrun.job import Job
    from planlint.model.alignment import Edit
    from planlint.model.document import SourceDocument
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words


def annotate_plan(
    source: SourceDocument, job: Job, file: CheckedFile, answers: tuple[SidecarEntry, ...], words: Words
) -> tuple[int, str]:
    """Write the annotated file; the exit code and the line that says what was written, or why nothing was."""
    from planlint.report.write import make_folder, write_bytes

    wish = job.annotation
    assert wish is not None
    if wish.path is None:
        return EXIT_OK, f"planlint: {words.say('annotate_skipped', path=job.name)}"
    try:
        made, said = _made(source, job, file, answers, words)
        make_folder(wish.path.parent)
        write_bytes(wish.path, [made])
    except InputError as error:
        return EXIT_USAGE, f"planlint: {error}"
    except OSError as error:
        return (
            EXIT_USAGE,
            f"planlint: {words.say('not_written', path=wish.path, why=error.strerror or error)}",
        )
    return EXIT_OK, said


def _made(
    source: SourceDocument, job: Job, file: CheckedFile, answers: tuple[SidecarEntry, ...], words: Words
) -> tuple[bytes, str]:
    from planlint.annotate import Draft, TextChanged, author_now, grouped

    draft = Draft(_bytes_of(source, job), job.path)
    edits = grouped(_edits(source, job, answers, draft), file.findings, source.text, draft.carries_in_one)
    author = author_now()
    try:
        made = draft.annotated(_notes(source, job, file, edits, words), edits, author)
    except TextChanged:
        if not edits:  # a defect of ours
            raise
        edits = ()
        made = draft.annotated(_notes(source, job, file, edits, words), edits, author)
    return made, _said(job, file, edits, words)


def _bytes_of(source: SourceDocument, job: Job) -> bytes:
    import hashlib

    data = Path(job.path).read_bytes()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise InputError("annotate_moved", path=job.path)
    return data


def _edits(
    source: SourceDocument, job: Job, answers: tuple[SidecarEntry, ...], draft: Draft
) -> tuple[Edit, ...]:
    wish = job.annotation
    if wish is None or not wish.tiers:
        return ()
    from planlint.checking import fix_source

    return fix_source(source, job.checker, wish.tiers, answers, job.known, draft.carries).edits


def _notes(
    source: SourceDocument, job: Job, file: CheckedFile, edits: Sequence[Edit], words: Words
) -> list[Note]:
    from planlint.annotate import Note
    from planlint.annotate.remarks import remark_on
    from planlint.check.engine_codes import engine_codes

    rules: dict[str, CheckRule | EngineCode] = {
        rule.id: rule for rule in (*job.checker.named, *job.checker.rules)
    }
    rules |= engine_codes()
    return [
        Note(f.span, remark_on(f, source, rules, words, tracked=_is_tracked(f, source, edits)))
        for f in file.findings
    ]


def _is_tracked(finding: Finding, source: SourceDocument, edits: Sequence[Edit]) -> bool:
    """Whether all that the finding's fix changes is among the changes of the file."""
    if finding.fix is None or not edits:
        return False
    return all(_is_among(trimmed(edit, source.text), edits) for edit in finding.fix.edits)


def _is_among(edit: Edit, edits: Sequence[Edit]) -> bool:
    i = bisect.bisect_right(edits, edit.start, key=lambda e: e.start)
    return any(e.start <= edit.start and edit.end <= e.end for e in edits[max(i - 2, 0) : i])


def _said(job: Job, file: CheckedFile, edits: Sequence[Edit], words: Words) -> str:
    wish = job.annotation
    assert wish is not None
    said = [words.say("annotated_comments", n=len(file.findings))]
    if wish.tiers:
        said.append(words.say("annotated_changes", n=len(edits)))
        left = sum(
            f.fix is not None and f.fix.tier in wish.tiers and not _is_tracked(f, file.source, edits)
            for f in file.findings
        )
        said += [words.say("annotated_left", n=left)] if left else []
    return words.say("annotated", path=wish.path, what=words.join(said))
