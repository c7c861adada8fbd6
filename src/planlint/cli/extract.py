"""`planlint extract PATH…`: every commitment of one or many plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planlint.cli.choices import Format, LangOption, RulesOption, kinds_of, rulebook_of, words_of
from planlint.cli.help import HelpCommand
from planlint.cli.inputs import find_inputs
from planlint.cli.output import deliver
from planlint.cli.run_many import Run
from planlint.report.record import KINDS, report_of
from planlint.report.render import READABLE, WITH_TEXT

if TYPE_CHECKING:
    from planlint.model.document import SourceDocument
    from planlint.report.record import Report


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("extract", cls=HelpCommand, help="help.extract", epilog="help.extract.examples")(extract)


def extract(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths")],
    *,
    format_: Annotated[
        Format, typer.Option("--format", "-f", metavar="FORMAT", help="help.format")
    ] = Format.console,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="help.output")
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="KIND,…", help="help.only")] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Read plans and write what they commit to."""
    words = words_of(context)
    kinds = kinds_of(only, KINDS, words)
    if only is None and format_ in READABLE:
        # the headings of a plan would bury what it commits to
        kinds = tuple(kind for kind in kinds if kind != "sections")
    rulebook = rulebook_of(rules, words)
    inputs = find_inputs(paths, words)

    def work(source: SourceDocument) -> Report:
        from planlint.pipeline import extract as find_all

        return report_of(find_all(source, rulebook), with_text=format_ in WITH_TEXT)

    reports = Run(inputs, work, words)
    deliver(reports, inputs, format_, output, kinds, words)
    return reports.exit_code
