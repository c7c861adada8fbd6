"""`planlint diff OLD NEW`: what changed between two versions of one plan."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.help import HelpCommand
from planlint.cli.inputs import STDIN, read_input
from planlint.errors import EXIT_OK, InputError


class DiffFormat(StrEnum):
    """How the differences are written."""

    text = "text"
    json = "json"
    md = "md"


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("diff", cls=HelpCommand, help="help.diff_command", epilog="help.diff_command.examples")(diff)


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="help.old")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="help.new")],
    *,
    format_: Annotated[
        DiffFormat, typer.Option("--format", "-f", metavar="FORMAT", help="help.diff_format")
    ] = DiffFormat.text,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.diff_output")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Compare two versions."""
    from planlint.cli.compare_output import refuse_overwriting, screen_view, write_output
    from planlint.cli.inputs import Inputs
    from planlint.comparing import diff as diff_plans
    from planlint.report.comparison.view import View
    from planlint.report.difference import render_diff

    words = words_of(context)
    for path in (old, new):
        if path != STDIN and Path(path).is_dir():
            raise InputError(words.say("folder_for_text", path=path))
    if old == new == STDIN:
        raise InputError(words["diff.two_stdin"])
    rulebook = rulebook_of(rules, words)
    found = diff_plans(read_input(old), read_input(new), rulebook)
    if output is None:
        sys.stdout.writelines(render_diff(found, format_.value, screen_view(None, words)))
        sys.stdout.flush()
        return EXIT_OK
    refuse_overwriting(Path(output), Inputs((old, new), one=False), words)
    write_output(Path(output), render_diff(found, format_.value, View(words)), format_.value, words)
    return EXIT_OK
