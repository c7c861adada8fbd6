"""`planlint text FILE`: the source text as read, what the places in every report count in."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from planlint.batch.inputs import STDIN, read_input
from planlint.cli.choices import LangOption, RevisionsOption, Tracked
from planlint.cli.help import HelpCommand
from planlint.errors import InputError

# One line with its end, cut where SourceDocument.place cuts.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
# What would steer a terminal; made visible one to one, so that columns still count.
_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {127: 0x2421}


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("text", cls=HelpCommand, help="help.text", epilog="help.text.examples")(text)


def text(
    path: Annotated[str, typer.Argument(metavar="FILE", help="help.file")],
    *,
    line_numbers: Annotated[bool, typer.Option("--line-numbers", "-n", help="help.line_numbers")] = False,
    revisions: RevisionsOption = Tracked.accepted,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Print one document's text."""
    if path != STDIN and Path(path).is_dir():
        raise InputError("folder_for_text", path=path)
    content = read_input(path, revisions.value).text
    if sys.stdout.isatty():
        content = content.translate(_CONTROLS)
    if line_numbers:
        lines = [line for line in _LINE.findall(content) if line]
        width = len(str(len(lines)))
        for number, line in enumerate(lines, 1):
            sys.stdout.write(f"{number:>{width}}  {line}")
    else:
        sys.stdout.write(content)
    if sys.stdout.isatty() and not content.endswith("\n"):
        sys.stdout.write("\n")
    return 0
