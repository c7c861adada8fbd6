"""`planlint compare PATH…`: several plans side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads the annotations when the program runs
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.inputs import STDIN, find_inputs
from planlint.batch.run_many import Run, jobs_of
from planlint.batch.streams import complain
from planlint.cli.choices import (
    JobsOption,
    LangOption,
    RevisionsOption,
    RulesOption,
    Tracked,
    rulebook_of,
    words_of,
)
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planlint.batch.failures import Failure
    from planlint.batch.inputs import Inputs
    from planlint.model.comparison import Comparison
    from planlint.model.document import Revisions, SourceDocument
    from planlint.model.plan_facts import PlanFacts
    from planlint.report.formats import Format
    from planlint.rulebook import Rulebook
    from planlint.words import Words

# Formats with room for what might be one row: a screen has none, and a list of values is no place for it.
_SUGGESTING = ("html", "json", "xlsx")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


class Facet(StrEnum):
    """What is compared."""

    indicator = "indicator"
    subsidy = "subsidy"
    unit = "unit"
    timeline = "timeline"
    text = "text"


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("compare", cls=HelpCommand, help="help.compare", epilog="help.compare.examples")(compare)


def compare(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths")],
    *,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="help.compare_format",
            autocompletion=completing("compare"),
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="help.compare_output")
    ] = None,
    by: Annotated[Facet | None, typer.Option("--by", metavar="FACET", help="help.by")] = None,
    mapping: Annotated[Path | None, typer.Option("--mapping", metavar="FILE", help="help.mapping")] = None,
    write_mapping: Annotated[
        Path | None, typer.Option("--write-mapping", metavar="FILE", help="help.write_mapping")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option("--label", metavar="FILE=NAME", help="help.label")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="help.year")] = None,
    revisions: RevisionsOption = Tracked.accepted,
    jobs: JobsOption = "1",
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Compare plans and write what differs."""
    from planlint.batch.culprits import made_of_sound
    from planlint.batch.failures import failure
    from planlint.cli.compare_labels import labels_given
    from planlint.cli.compare_mapping import mapping_given, write_mapping_file
    from planlint.cli.output import deliver
    from planlint.comparing import Wishes
    from planlint.comparing import compare as compare_plans

    words = words_of(context)
    form = chosen("compare", format_, words)
    require_place(form, "compare", output)
    _require_sense(form, by, year)
    rulebook = rulebook_of(rules, words)
    inputs = find_inputs(paths, words)
    if len(inputs.paths) < 2:
        raise InputError("compare.one_file", count=len(inputs.paths))
    given = labels_given(label or (), inputs.paths, words)
    plans, texts, exit_code = _facts(inputs, rulebook, words, jobs_of(jobs), revisions.value)
    _say_odd(plans, words)
    wishes = Wishes(
        labels=given,
        mapping=mapping_given(mapping, plans, rulebook, words),
        year=year,
        # what might be one row is shown to whoever opens a page or a workbook, and told to programs
        suggest=write_mapping is not None or (form.name in _SUGGESTING and by in (None, Facet.indicator)),
        text_of=_rereader(texts, words, revisions.value) if by in (None, Facet.text) else None,
    )
    left_out: list[Failure] = []

    def instead(plan: PlanFacts, error: Exception) -> None:
        left_out.append(failure(error, plan.path, "compare", words))

    def compared(sound: Sequence[PlanFacts]) -> Comparison:
        return compare_plans(sound, rulebook, wishes)

    comparison = made_of_sound(plans, compared, instead)
    for failed in left_out:
        failed.say()
        exit_code = max(exit_code, failed.exit_code)
    if write_mapping is not None:
        write_mapping_file(write_mapping, comparison, wishes.mapping, inputs, words)
    deliver("compare", form, comparison, output, inputs, words, by.value if by is not None else None)
    return exit_code


def _require_sense(form: Format, by: Facet | None, year: str | None) -> None:
    if year is not None and _YEAR.fullmatch(year) is None:
        raise UsageError("compare.bad_year", value=year)
    if form.name == "graphml" and by not in (None, Facet.unit):
        raise UsageError("compare.graphml_by")


@dataclass(frozen=True, slots=True)
class Collector:
    """One document in, what a comparison keeps of it out: a value, so that it can go to another process.

    The text of standard input is kept in `texts`, for it cannot be read twice.
    """

    rulebook: Rulebook
    texts: dict[str, str]

    def __call__(self, source: SourceDocument) -> PlanFacts:
        """The facts of one plan."""
        from planlint.comparing import facts_of

        if source.path == STDIN:
            self.texts[STDIN] = source.text
        return facts_of(source, self.rulebook)


def _facts(
    inputs: Inputs, rulebook: Rulebook, words: Words, jobs: int, revisions: Revisions
) -> tuple[Sequence[PlanFacts], dict[str, str], int]:
    """The facts of every plan that could be read, the text of standard input, and the exit code."""
    from planlint.comparing import gathered

    texts: dict[str, str] = {}
    run = Run(inputs, Collector(rulebook, texts), words, "compare", jobs, revisions=revisions)
    plans = gathered(run, len(inputs.paths))
    if len(plans) < 2:
        if run.exit_code != EXIT_OK:
            complain(f"planlint: {words.say('compare.one_left', count=len(plans))}")
            raise typer.Exit(run.exit_code)
        raise InputError("compare.one_left", count=len(plans))
    return plans, texts, run.exit_code


def _say_odd(plans: Sequence[PlanFacts], words: Words) -> None:
    """Name the plans without a fact, and those that are one text."""
    from planlint.comparing import duplicates

    empty = [p.path for p in plans if not (p.targets or p.subsidies or p.responsibilities or p.milestones)]
    if empty:
        complain(words.say("compare.no_facts", paths=words.join(empty)))
    for paths in duplicates(plans):
        complain(words.say("compare.same_text", paths=words.join(paths)))


def _rereader(texts: dict[str, str], words: Words, revisions: Revisions) -> Callable[[PlanFacts], str | None]:
    """Reads a plan's text again; None, and a word about it, where it is no longer the same."""
    from planlint.batch.inputs import read_input
    from planlint.errors import PlanlintError

    told: set[str] = set()

    def read(plan: PlanFacts) -> str | None:
        if plan.path in texts:
            return texts[plan.path]
        try:
            source = read_input(plan.path, revisions)
        except PlanlintError:
            source = None
        if source is not None and source.sha256 == plan.sha256:
            return source.text
        if plan.path not in told:
            told.add(plan.path)
            complain(words.say("compare.changed", path=plan.path))
        return None

    return read
