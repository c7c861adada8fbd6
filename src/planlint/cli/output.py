"""Where reports go: standard output, one file, or a folder with a file for each document or, where a file holds one sheet, for each sheet."""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.batch.inputs import STDIN
from planlint.batch.streams import complain
from planlint.cli.formats import screen
from planlint.errors import UsageError
from planlint.report.facts.index import NAME as INDEX
from planlint.report.facts.index import pieces as index_pieces
from planlint.report.facts.index import row_of
from planlint.report.formats import format_of, render, render_files
from planlint.report.write import is_folder, make_folder, write_bytes, write_file
from planlint.sheets.look import Look
from planlint.text.file_links import link_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.batch.inputs import Inputs
    from planlint.batch.run_many import Run
    from planlint.report.facts.index import IndexRow
    from planlint.report.formats import Format
    from planlint.sheets.look import Report
    from planlint.words import Words

_LONGEST_NAME, _ROOM_FOR_NUMBER = 255, 7


# ---- one subject: a comparison, a difference, a cascade ------------------------------------------------------------------
def deliver(
    command: str, form: Format, subject: Any, output: str | None, inputs: Inputs, words: Words, by: str | None = None  # noqa: ANN401
) -> None:  # fmt: skip
    """Write what a command found where `-o` says."""
    if output is None:
        to_screen(render(command, form, subject, replace(screen(words), by=by)))
        return
    look = Look(words, by=by)
    if not is_folder(output):
        refuse_overwriting([Path(output)], inputs.paths)
        write(Path(output), render(command, form, subject, look), form, words)
        return
    folder = Path(output)
    made(folder, words)
    if not form.one_sheet:
        pieces = render(command, form, subject, look)
        write(folder / f"{_STEMS[command]}{form.suffix}", pieces, form, words)
        return
    for name, pieces in render_files(command, form, subject, look):
        write(folder / name, pieces, form, words)


_STEMS = {
    "compare": "comparison",
    "diff": "differences",
    "cascade": "cascade",
    "score": "scores",
    "agree": "agreement",
}


# ---- reports, as the documents come --------------------------------------------------------------------------------------
def deliver_reports(
    reports: Iterable[Report], inputs: Inputs, forms: Sequence[Format], output: str | None, look: Look
) -> None:  # fmt: skip
    """Write the reports of an extraction where `-o` says; several formats go to a folder."""
    form = forms[0]
    if output is None:
        on_screen = screen(look.words, look.width)
        look = replace(look, width=on_screen.width, colour=on_screen.colour, ascii_only=on_screen.ascii_only)
        to_screen(render("extract", form, reports, look))
    elif is_folder(output):
        _to_folder(reports, inputs, forms, Path(output), replace(look, one=True))
    else:
        refuse_overwriting([Path(output)], inputs.paths)
        _to_file(reports, form, Path(output), look)


def deliver_lines(run: Run[Report], path: Path, look: Look, *, resume: bool) -> None:
    """JSONL into a file, each line as soon as its document is done; with `resume` behind those of an interrupted run."""
    from planlint.batch.resume import lines_of

    refuse_overwriting([path], run.inputs.paths)
    form = format_of("extract", "jsonl")
    assert form is not None
    try:
        make_folder(path.parent)
        with lines_of(path, look.words) as lines:
            done = lines.done_before() if resume else set()
            left = tuple(p for p in run.inputs.paths if p not in done)
            reports = run.over(left, careful=resume)
            lines.write(render("extract", form, reports, look), resumed=resume)
    except OSError as error:
        raise _not_written(path, error) from error


def _to_file(reports: Iterable[Report], form: Format, path: Path, look: Look) -> None:
    rest = iter(reports)
    first = next(rest, None)
    if first is None:  # every document failed and was reported: an empty report would only hide that
        complain(look.words.say("nothing_written", path=path))
        return
    made(path.parent, look.words)
    write(path, render("extract", form, itertools.chain([first], rest), look), form, look.words)


def _to_folder(
    reports: Iterable[Report], inputs: Inputs, forms: Sequence[Format], folder: Path, look: Look
) -> None:
    """A file for each document and format, or for each sheet; over several pages one that leads to them."""
    singles = [form for form in forms if not form.one_sheet]
    names = {
        form.name: dict(zip(inputs.paths, _names(inputs.paths, form.suffix), strict=True)) for form in singles
    }
    refuse_overwriting(
        [folder / name for of_form in names.values() for name in of_form.values()], inputs.paths
    )
    pages = {path: link_to(name) for path, name in names.get("html", {}).items()}
    done: list[Report] = []
    rows: list[IndexRow] = []
    made_it = False
    for report in reports:
        if not made_it:
            made(folder, look.words)
            made_it = True
        path = report["source"]["path"]
        for form in singles:
            pieces = render("extract", form, [_seen_by(form, report)], replace(look, pages=pages))
            write(folder / names[form.name][path], pieces, form, look.words)
        if pages and "error" not in report:
            rows.append(row_of(report, {name: of_form[path] for name, of_form in names.items()}, look.kinds))
        if len(singles) < len(forms):
            done.append(_seen_by(None, report))
    if not singles or not made_it:
        made(folder, look.words)
    for form in forms:
        for name, pieces in render_files("extract", form, done, look) if form.one_sheet else ():
            write(folder / name, pieces, form, look.words)
    if len(rows) > 1:
        form = next(form for form in singles if form.name == "html")
        write(folder / INDEX, index_pieces(rows, look), form, look.words)


# What is added to a report for one format alone.
_OF_BOOKS = ("brief", "checks", "complaints")


def _seen_by(form: Format | None, report: Report) -> Report:
    """The report without what was added to it for other formats: the plan's text, what only a workbook shows."""
    kept = report
    if form is None or not form.binary:
        kept = {key: value for key, value in kept.items() if key not in _OF_BOOKS}
    if (form is None or not form.quoting) and "text" in kept["source"]:
        kept = {**kept, "source": {key: value for key, value in kept["source"].items() if key != "text"}}
    return kept


def _names(paths: Iterable[str], suffix: str) -> Iterator[str]:
    """A file name for each document; two plans of one name do not overwrite each other, nor where case does not count."""
    used = {Path(INDEX).stem}
    for path in paths:
        stem = "stdin" if path == STDIN else _fitting(Path(path).stem, suffix)
        name = stem
        for count in itertools.count(2):
            if name.casefold() not in used:
                break
            name = f"{stem}-{count}"
        used.add(name.casefold())
        yield name + suffix


def _fitting(stem: str, suffix: str) -> str:
    """As much of a long name as leaves room for a suffix and a number: file systems take 255 bytes, 85 Chinese characters."""
    while len(os.fsencode(stem)) + len(suffix) + _ROOM_FOR_NUMBER > _LONGEST_NAME:
        stem = stem[:-1]
    return stem


# ---- screen and files ----------------------------------------------------------------------------------------------------
def to_screen(pieces: Iterable[str]) -> None:
    """Write as the pieces come."""
    sys.stdout.writelines(pieces)
    sys.stdout.flush()


def write(path: Path, pieces: Iterable[Any], form: Format, words: Words) -> None:
    """Write one file in one step, its folder made where it is missing."""
    made(path.parent, words)
    try:
        if form.binary:
            write_bytes(path, pieces)
        else:
            write_file(path, pieces, "utf-8-sig" if form.marked else "utf-8")
    except OSError as error:
        raise _not_written(path, error) from error


def refuse_overwriting(outputs: Iterable[Path], inputs: Iterable[str]) -> None:
    """UsageError where a report would take the place of a plan."""
    read = {os.path.realpath(path) for path in inputs if path != STDIN}
    for path in outputs:
        if os.path.realpath(path) in read:
            raise UsageError("overwrites_input", path=path)


def made(folder: Path, words: Words) -> None:
    """Make a folder that is missing, and say so."""
    try:
        if make_folder(folder):
            complain(words.say("made_folder", path=folder))
    except OSError as error:
        raise _not_written(folder, error) from error


def _not_written(path: Path, error: OSError) -> UsageError:
    return UsageError("not_written", path=path, why=error.strerror or error)
