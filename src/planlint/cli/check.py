"""`planlint check PATH…`: what is wrong in one or many plans, in the terminal, in CI, and repaired in the text."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads it at run time
from typing import Annotated, Any

import typer

from planlint.batch.run_many import jobs_of
from planlint.cli.choices import JobsOption, LangOption, RevisionsOption, RulesOption, Tracked, words_of
from planlint.cli.help import HelpCommand
from planlint.errors import UsageError

BASELINE_NAME = "planlint-baseline.json"


class FailOn(StrEnum):
    """From which level on a finding makes the run fail."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Profile(StrEnum):
    """Which rules are on before the configuration says more."""

    recommended = "recommended"
    strict = "strict"
    gongwen = "gongwen"
    all = "all"


class CheckCommand(HelpCommand):
    """The command with one option more forgiving than click's: `--write-baseline` takes a file or nothing."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - click's context, vendored or not
        """Give a bare `--write-baseline` its file before click asks for one."""
        return super().parse_args(ctx, _with_baseline_file(args))


def _with_baseline_file(args: list[str]) -> list[str]:
    given = []
    for i, arg in enumerate(args):
        follows = args[i + 1] if i + 1 < len(args) else ""
        bare = arg == "--write-baseline" and not follows.endswith(".json")
        given.append(f"--write-baseline={BASELINE_NAME}" if bare else arg)
    return given


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("check", cls=CheckCommand, help="help.check", epilog="help.check.examples")(check)


def check(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths")],
    *,
    format: Annotated[  # noqa: A002 - the option's name
        list[str] | None, typer.Option("--format", "-f", metavar="NAME[=FILE]", help="help.check_format")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.check_output")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="RULE,…", help="help.select")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE,…", help="help.ignore")
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", metavar="LEVEL", help="help.fail_on")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="help.exit_zero")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="help.statistics")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="FILE", help="help.stdin_filename")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="help.config")] = None,
    schema: Annotated[str | None, typer.Option("--schema", metavar="NAME", help="help.schema_name")] = None,
    profile: Annotated[Profile | None, typer.Option("--profile", metavar="NAME", help="help.profile")] = None,
    rules: RulesOption = None,
    revisions: RevisionsOption = Tracked.accepted,
    jobs: JobsOption = "1",
    watch: Annotated[bool, typer.Option("--watch", help="help.watch")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="help.fix")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="help.unsafe_fixes")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help.diff")] = False,
    annotate: Annotated[Path | None, typer.Option("--annotate", metavar="OUT", help="help.annotate")] = None,
    track_fixes: Annotated[bool, typer.Option("--track-fixes", help="help.track_fixes")] = False,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="[FILE]", help="help.write_baseline")
    ] = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="FILE", help="help.baseline")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="help.isolated")] = False,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Check plans and say what to do about them."""
    from planlint.checkrun.wishes import Wishes
    from planlint.cli.checking.destinations import destinations_of
    from planlint.cli.checking.session import Session

    words = words_of(context)
    if track_fixes and annotate is None:
        raise UsageError("track_needs_annotate")
    if isolated and config is not None:
        raise UsageError("isolated_config")
    if annotate is not None and revisions is Tracked.original:
        raise UsageError("annotate_original")
    if annotate is not None and (fix or diff or (unsafe_fixes and not track_fixes)):
        raise UsageError("annotate_or_fix")
    wishes = Wishes(
        paths=tuple(paths), destinations=destinations_of(format, output, words), select=tuple(select or ()), ignore=tuple(ignore or ()),
        fail_on=fail_on.value if fail_on else None, exit_zero=exit_zero, statistics=statistics, stdin_filename=stdin_filename,
        config=config, schema=schema, profile=profile.value if profile else None, rule_folders=tuple(rules or ()), jobs=jobs_of(jobs),
        # --unsafe-fixes says which fixes; only --fix writes, --diff shows, --track-fixes notes
        tiers=() if not (fix or diff or track_fixes) else ("safe", "ask") if unsafe_fixes else ("safe",), diff=diff, isolated=isolated,
        write_baseline=write_baseline, baseline=baseline, annotate=annotate, revisions=revisions.value,
    )  # fmt: skip
    if watch:
        from planlint.cli.checking.watch import watch_plans

        return watch_plans(wishes, words)
    return Session(wishes, words).run()
