"""`planlint review PATH…`: go through plans in the browser, and carry reviews to other tools and back."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations when the program runs
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.inputs import STDIN, find_inputs, read_input
from planlint.batch.streams import complain
from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, EXIT_USAGE, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.rulebook import Rulebook
    from planlint.words import Words

_PORTS = range(1, 65536)


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("review", cls=HelpCommand, help="help.review", epilog="help.review.examples")(review)


def review(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths")],
    *,
    who: Annotated[str | None, typer.Option("--as", metavar="NAME", help="help.review_as")] = None,
    port: Annotated[str, typer.Option("--port", metavar="N", help="help.review_port")] = "0",
    no_open: Annotated[bool, typer.Option("--no-open", help="help.review_no_open")] = False,
    earlier: Annotated[
        Path | None, typer.Option("--earlier", metavar="FILE|DIR", help="help.review_earlier")
    ] = None,
    merge: Annotated[
        list[Path] | None, typer.Option("--merge", metavar="FILE", help="help.review_merge")
    ] = None,
    export: Annotated[
        str | None, typer.Option("--export", metavar="label-studio|doccano", help="help.review_export")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="help.review_output")
    ] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="help.review_import")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Open the page of a review; with --merge, --export or --import do that instead."""
    words = words_of(context)
    rulebook = rulebook_of(rules, words)
    name = who or _user()
    inputs = find_inputs(paths, words)
    if STDIN in inputs.paths:
        raise UsageError("review.stdin")
    if sum(option is not None for option in (merge, export, import_)) > 1:
        raise UsageError("review.one_thing")
    if merge:
        return _merge(inputs.paths, merge, rulebook, words)
    if export is not None:
        from planlint.cli.review_exchange import exported

        return exported(inputs, export, output, rulebook, words)
    if import_ is not None:
        from planlint.cli.review_exchange import imported

        return imported(inputs, import_, name, rulebook, words)
    from planlint.cli.review_page import serve_plans

    return serve_plans(
        inputs.paths, name, _number(port), earlier, rulebook, rules or (), words, opens=not no_open
    )


def _merge(paths: Sequence[str], others: Sequence[Path], rulebook: Rulebook, words: Words) -> int:
    from planlint.pipeline import extract
    from planlint.review.journal import journal_path, merge
    from planlint.review.told import reviewed_beside
    from planlint.review.view import disputed, headline
    from planlint.text.visible import visible

    if len(paths) > 1:
        raise UsageError("review.merge_one", count=len(paths))
    for other in others:
        if not other.is_file():
            raise UsageError("review.no_file", path=other)
    target = journal_path(paths[0])
    try:
        count, bad = merge(target, others)
    except OSError as error:
        raise UsageError("not_written", path=target, why=error.strerror or error) from error
    for one in bad:
        complain(f"planlint: {words.say('review.bad_line', path=one.path, line=one.line, what=one.key)}")
    sys.stdout.write(f"{words.say('review.merged', path=target, n=count)}\n")
    done, _ = reviewed_beside(extract(read_input(paths[0]), rulebook))
    for item in done.items:
        for dispute in item.disputes:
            line, _ = done.extraction.source.place(item.fact.span.start)
            sys.stdout.write(
                f"{visible(paths[0])}:{line} {visible(headline(item, words))}{words['colon']}{visible(disputed(dispute, words))}\n"
            )
    return EXIT_USAGE if bad else EXIT_OK


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # nobody of that number has a name
        return "reviewer"


def _number(given: str) -> int:
    if not given.isdecimal() or (given != "0" and int(given) not in _PORTS):
        raise UsageError("bad_value", option="--port", why=given)
    return int(given)
