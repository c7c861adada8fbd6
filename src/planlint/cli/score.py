"""`planlint score REVIEWED…`: how much of what the program finds reviewers let stand, and how much of what they want it finds."""

from __future__ import annotations

from typing import Annotated

import typer

from planlint.batch.inputs import find_inputs
from planlint.batch.streams import complain
from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.cli.reviewed_plans import ReviewedPlans
from planlint.errors import InputError


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("score", cls=HelpCommand, help="help.score", epilog="help.score.examples")(score)


def score(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="REVIEWED…", help="help.score_paths")],
    *,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="help.score_format", autocompletion=completing("score")
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.diff_output")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Score the program against the plans that have been reviewed."""
    from planlint.cli.output import deliver
    from planlint.review.scoring import scores_of

    words = words_of(context)
    form = chosen("score", format_, words)
    require_place(form, "score", output)
    inputs = find_inputs(paths, words)
    run = ReviewedPlans(inputs, rulebook_of(rules, words), words)
    scores = scores_of((found, done.extraction) for found, done in run)
    if not scores.plans:
        raise InputError("score.nothing", count=len(inputs.paths))
    if run.open:
        complain(f"planlint: {words.say('score.open', n=run.open)}")
    deliver("score", form, scores, output, inputs, words)
    return run.exit_code
