"""`planlint score REVIEWED…`: how much of what the program finds reviewers let stand, and how much of what they want it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.failures import complain_of
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.cli.inputs import STDIN, Inputs, find_inputs, read_input
from planlint.cli.streams import complain
from planlint.errors import EXIT_OK, EXIT_USAGE, InputError, PlanlintError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.fact import Extraction
    from planlint.report.words import Words
    from planlint.rulebook import Rulebook


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
    run = _Reviewed(inputs, rulebook_of(rules, words), words)
    scores = scores_of(run)
    if not scores.plans:
        raise InputError("score.nothing", count=len(inputs.paths))
    if run.open:
        complain(f"planlint: {words.say('score.open', n=run.open)}")
    deliver("score", form, scores, output, inputs, words)
    return run.exit_code


class _Reviewed:
    """Iterate it for what the program and the reviewers have of each plan that was reviewed; `open` counts items without an answer."""

    def __init__(self, inputs: Inputs, rulebook: Rulebook, words: Words) -> None:
        if STDIN in inputs.paths:
            raise UsageError("review.stdin")
        self.open = 0
        self.exit_code = EXIT_OK
        self._inputs, self._rulebook, self._words = inputs, rulebook, words

    def __iter__(self) -> Iterator[tuple[Extraction, Extraction]]:
        from planlint.pipeline import extract
        from planlint.review.action import FACTS
        from planlint.review.journal import journal_path
        from planlint.review.told import reviewed_beside, say_unplaced

        for path in self._inputs.paths:
            try:
                if not journal_path(path).is_file():
                    continue
                found = extract(read_input(path), self._rulebook)
                done, journal = reviewed_beside(found)
            except PlanlintError as error:
                complain_of(error, self._words)
                self.exit_code = EXIT_USAGE
                continue
            for text in say_unplaced(path, done, journal):
                complain(f"planlint: {self._words.of(text)}")
                self.exit_code = EXIT_USAGE
            self.open += sum(item.kind in FACTS and item.state == "open" for item in done.items)
            yield found, done.extraction
