"""The format and the file that a report goes to, as every command asks for them: `-f csv -o a.xlsx` is refused."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from planlint.batch.streams import is_utf8
from planlint.errors import UsageError
from planlint.report.formats import format_of, names_of, other_format
from planlint.report.write import is_folder
from planlint.sheets.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.report.formats import Format
    from planlint.words import Words

_PLAIN_WIDTH = 100


def chosen(command: str, name: str, words: Words) -> Format:
    """The format of a name; UsageError with the names that there are."""
    form = format_of(command, name)
    if form is None:
        names = names_of(command)
        near, choices = words.near(name, names), words.join(names)
        raise UsageError("bad_choice", option="--format", value=name, near=near, choices=choices)
    return form


def completing(command: str) -> Callable[[str], list[str]]:
    """What a shell offers behind `--format`."""
    return lambda incomplete: [name for name in names_of(command) if name.startswith(incomplete)]


def require_place(form: Format, command: str, output: str | None) -> None:
    """UsageError where the format cannot be written to the screen, or the file's ending says another format."""
    if output is None:
        if form.binary:
            raise UsageError("compare.needs_file", format=form.name)
        return
    if is_folder(output):
        return
    other = other_format(form, command, output)
    if other is not None:
        raise UsageError("other_ending", path=output, other=other, format=form.name, suffix=form.suffix)


def screen(words: Words, plain_width: int = _PLAIN_WIDTH) -> Look:
    """How standard output shows a report: the width and the colours of the terminal; plain where there is none."""
    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else plain_width
    colour = is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Look(words, width, colour, ascii_only=not is_utf8(sys.stdout))
