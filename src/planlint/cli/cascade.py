"""`planlint cascade UPPER LOWER…`: what lower plans make of the plan above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.inputs import find_inputs, read_input
from planlint.batch.streams import complain
from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, EXIT_USAGE, InputError, PlanlintError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.document import SourceDocument

AUTO = "auto"


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("cascade", cls=HelpCommand, help="help.cascade", epilog="help.cascade.examples")(cascade)


def cascade(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="UPPER LOWER…", help="help.cascade_paths")],
    *,
    upper: Annotated[str | None, typer.Option("--upper", metavar="FILE|auto", help="help.upper")] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="help.cascade_format",
            autocompletion=completing("cascade"),
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.diff_output")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option("--label", metavar="FILE=NAME", help="help.label")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Lay each lower plan over the upper one and write what became of it."""
    from planlint.cli.compare_labels import labels_given
    from planlint.cli.output import deliver
    from planlint.comparing import cascade as cascade_of

    words = words_of(context)
    form = chosen("cascade", format_, words)
    require_place(form, "cascade", output)
    rulebook = rulebook_of(rules, words)
    inputs = find_inputs(paths if upper in (None, AUTO) else [str(upper), *paths], words)
    if len(inputs.paths) < 2:
        raise InputError("cascade.one_file", count=len(inputs.paths))
    labels = labels_given(label or (), inputs.paths, words)
    chief = None if upper == AUTO else read_input(inputs.paths[0])
    lower, exit_code = _readable(inputs.paths if chief is None else inputs.paths[1:])
    if len(lower) + (chief is not None) < 2:
        raise InputError("cascade.one_file", count=len(lower) + (chief is not None))
    found = cascade_of(chief, lower, rulebook, labels)
    if found is None:
        raise InputError("cascade.no_upper", count=len(lower))
    deliver("cascade", form, found, output, inputs, words)
    return exit_code


def _readable(paths: Iterable[str]) -> tuple[list[SourceDocument], int]:
    """The lower plans that can be read; one that cannot is named, and the rest goes on."""
    found, code = [], EXIT_OK
    for path in paths:
        try:
            found.append(read_input(path))
        except PlanlintError as error:
            complain(f"planlint: {error}")
            code = EXIT_USAGE
    return found, code
