"""`planlint diff OLD NEW`: what changed between two versions of one plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.inputs import STDIN, Inputs, read_input
from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, InputError

if TYPE_CHECKING:
    from planlint.model.document import SourceDocument


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("diff", cls=HelpCommand, help="help.diff_command", epilog="help.diff_command.examples")(diff)


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="help.old")],
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="help.new")] = None,
    *,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="help.diff_format", autocompletion=completing("diff")
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.diff_output")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Compare two versions, or what a Word file's tracked changes make of it with what it was."""
    from planlint.cli.output import deliver
    from planlint.comparing import diff as diff_plans

    words = words_of(context)
    form = chosen("diff", format_, words)
    require_place(form, "diff", output)
    for path in (old, new or old):
        if path != STDIN and Path(path).is_dir():
            raise InputError("folder_for_text", path=path)
    if old == new == STDIN:
        raise InputError("diff.two_stdin")
    rulebook = rulebook_of(rules, words)
    found = diff_plans(*_versions(old, new), rulebook)
    deliver("diff", form, found, output, Inputs((old, new or old), one=False), words)
    return EXIT_OK


def _versions(old: str, new: str | None) -> tuple[SourceDocument, SourceDocument]:
    """The two documents; of one Word file alone, its text before the tracked changes and after."""
    if new is not None:
        return read_input(old), read_input(new)
    if old == STDIN:
        raise InputError("diff.two_stdin")
    after = read_input(old)
    before = read_input(old, "original")
    if before.text == after.text:
        raise InputError("diff.no_revisions", path=old)
    return before, after
