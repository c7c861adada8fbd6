"""Where a comparison goes: the screen, one file, or for CSV a folder with a file a table."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from planlint.cli.inputs import STDIN
from planlint.cli.streams import complain, is_utf8
from planlint.errors import UsageError
from planlint.report.comparison.view import BINARY, View, render
from planlint.report.write import make_folder, write_bytes, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.cli.inputs import Inputs
    from planlint.model.comparison import Comparison
    from planlint.report.words import Words

_PLAIN_WIDTH = 100


def deliver(
    comparison: Comparison, format_name: str, by: str | None, output: str | None, inputs: Inputs, words: Words
) -> None:
    """Write the comparison where `-o` says."""
    if output is None:
        if format_name in BINARY:
            raise UsageError(words.say("compare.needs_file", format=format_name))
        for piece in render(comparison, format_name, screen_view(by, words)):
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    view = View(words, by, _PLAIN_WIDTH)
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        _to_folder(comparison, format_name, Path(output), view)
        return
    path = Path(output)
    refuse_overwriting(path, inputs, words)
    write_output(path, render(comparison, format_name, view), format_name, words)


def screen_view(by: str | None, words: Words) -> View:
    """The view for standard output as it is."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PLAIN_WIDTH
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return View(words, by, width, colour, ascii_only=not is_utf8(sys.stdout))


def _to_folder(comparison: Comparison, format_name: str, folder: Path, view: View) -> None:
    from planlint.report.comparison.csv_report import sheet_csv
    from planlint.report.comparison.sheets import sheets_of
    from planlint.report.comparison.view import SUFFIXES

    _folder(folder, view.words)
    if format_name != "csv":
        path = folder / f"comparison{SUFFIXES[format_name]}"
        write_output(path, render(comparison, format_name, view), format_name, view.words)
        return
    for sheet in sheets_of(view.by):
        write_output(
            folder / f"{sheet.name}.csv", sheet_csv(sheet, comparison, view.words), format_name, view.words
        )


def refuse_overwriting(path: Path, inputs: Inputs, words: Words) -> None:
    """A report never takes the place of a plan."""
    if any(os.path.realpath(path) == os.path.realpath(read) for read in inputs.paths if read != STDIN):
        raise UsageError(words.say("overwrites_input", path=path))


def _folder(folder: Path, words: Words) -> None:
    try:
        if make_folder(folder):
            complain(words.say("made_folder", path=folder))
    except OSError as error:
        raise UsageError(words.say("not_written", path=folder, why=error.strerror or error)) from error


def write_output(path: Path, pieces: Iterable[str], format_name: str, words: Words) -> None:
    """Write one file, its folder made where it is missing."""
    _folder(path.parent, words)
    # a spreadsheet takes a CSV file for UTF-8 only when it opens with a byte order mark
    encoding = "utf-8-sig" if format_name == "csv" else "utf-8"
    try:
        if format_name in BINARY:
            write_bytes(path, cast("Iterable[bytes]", pieces))
        else:
            write_file(path, pieces, encoding)
    except OSError as error:
        raise UsageError(words.say("not_written", path=path, why=error.strerror or error)) from error
