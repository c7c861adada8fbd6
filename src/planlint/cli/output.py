"""Where reports go: standard output, one file, or a folder with a file for each document (for csv: for each kind of fact)."""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.cli.inputs import STDIN
from planlint.cli.streams import complain, is_utf8
from planlint.errors import UsageError
from planlint.report.render import BINARY, SUFFIXES, Look, render, render_bytes
from planlint.report.write import make_folder, write_bytes, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.cli.inputs import Inputs
    from planlint.cli.run_many import Run
    from planlint.report.record import Report
    from planlint.report.words import Words

    Failed = Callable[[str, Exception], Report]

_PLAIN_WIDTH = 80
_LONGEST_NAME, _ROOM_FOR_NUMBER = 255, 7


def deliver(
    reports: Iterable[Report],
    inputs: Inputs,
    format_name: str,
    output: str | None,
    kinds: tuple[str, ...],
    words: Words,
    failed: Failed,
) -> None:
    """Write the reports where `-o` says; `failed` is told of one that cannot be drawn."""
    if output is None:
        if format_name in BINARY:
            raise UsageError(words.say("compare.needs_file", format=format_name))
        look = replace(_screen_look(kinds, words, one=inputs.one), failed=failed)
        _to_screen(reports, format_name, look)
    elif is_folder(output):
        look = Look(kinds, words, one=True, failed=failed)
        _to_folder(reports, inputs, format_name, Path(output), look)
    else:
        _refuse_overwriting([Path(output)], inputs, words)
        _to_file(reports, format_name, Path(output), Look(kinds, words, one=inputs.one, failed=failed))


def deliver_lines(
    run: Run[Report], path: Path, kinds: tuple[str, ...], words: Words, failed: Failed, *, resume: bool
) -> None:
    """JSONL into a file, each line as soon as its document is done; with `resume` behind those of an interrupted run."""
    from planlint.cli.resume import lines_of

    _refuse_overwriting([path], run.inputs, words)
    try:
        make_folder(path.parent)
        with lines_of(path, words) as lines:
            done = lines.done_before() if resume else set()
            left = tuple(p for p in run.inputs.paths if p not in done)
            reports = run.over(left, careful=resume)
            lines.write(render(reports, "jsonl", Look(kinds, words, failed=failed)), resumed=resume)
    except OSError as error:
        raise UsageError(words.say("not_written", path=path, why=error.strerror or error)) from error


def _screen_look(kinds: tuple[str, ...], words: Words, *, one: bool) -> Look:
    terminal = sys.stdout.isatty()
    width = _PLAIN_WIDTH
    if terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Look(kinds, words, one, width, colour, ascii_only=not is_utf8(sys.stdout))


def _to_screen(reports: Iterable[Report], format_name: str, look: Look) -> None:
    for piece in render(reports, format_name, look):
        sys.stdout.write(piece)
    sys.stdout.flush()


def is_folder(output: str) -> bool:
    """Whether `-o` names a folder: an existing one, or a name that ends in /."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _to_file(reports: Iterable[Report], format_name: str, path: Path, look: Look) -> None:
    rest = iter(reports)
    first = next(rest, None)
    if first is None:  # every document failed and was reported: an empty report would only hide that
        complain(look.words.say("nothing_written", path=path))
        return
    _make_folder(path.parent, look.words)
    _write(path, itertools.chain([first], rest), format_name, look)


def _to_folder(reports: Iterable[Report], inputs: Inputs, format_name: str, folder: Path, look: Look) -> None:
    if format_name == "csv":
        from planlint.report.csv_report import csv_of_kind

        done = list(reports)
        _make_folder(folder, look.words)
        for kind in look.kinds if done else ():
            _write_text(folder / f"{kind}.csv", csv_of_kind(kind, done, look.words), format_name, look.words)
        return
    names = dict(zip(inputs.paths, _names(inputs.paths, SUFFIXES[format_name]), strict=True))
    _refuse_overwriting([folder / name for name in names.values()], inputs, look.words)
    _make_folder(folder, look.words)
    for report in reports:
        path = folder / names[report["source"]["path"]]
        _write(path, [report], format_name, look)


def _names(paths: Iterable[str], suffix: str) -> Iterator[str]:
    """A file name for each document; two plans of one name do not overwrite each other, nor where case does not count."""
    used: set[str] = set()
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


def _refuse_overwriting(outputs: Iterable[Path], inputs: Inputs, words: Words) -> None:
    read = {os.path.realpath(path) for path in inputs.paths if path != STDIN}
    for path in outputs:
        if os.path.realpath(path) in read:
            raise UsageError(words.say("overwrites_input", path=path))


def _make_folder(folder: Path, words: Words) -> None:
    try:
        if make_folder(folder):
            complain(words.say("made_folder", path=folder))
    except OSError as error:
        raise UsageError(words.say("not_written", path=folder, why=error.strerror or error)) from error


def _write(path: Path, reports: Iterable[Report], format_name: str, look: Look) -> None:
    if format_name not in BINARY:
        _write_text(path, render(reports, format_name, look), format_name, look.words)
        return
    try:
        write_bytes(path, render_bytes(reports, format_name, look))
    except OSError as error:
        raise UsageError(look.words.say("not_written", path=path, why=error.strerror or error)) from error


def _write_text(path: Path, pieces: Iterable[str], format_name: str, words: Words) -> None:
    # a spreadsheet takes a CSV file for UTF-8 only when it opens with a byte order mark
    encoding = "utf-8-sig" if format_name == "csv" else "utf-8"
    try:
        write_file(path, pieces, encoding)
    except OSError as error:
        raise UsageError(words.say("not_written", path=path, why=error.strerror or error)) from error
