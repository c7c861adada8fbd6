"""`planlint explain RULE`: why a rule is there, a bad and a good example, what to do, what it rests on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.cli.choices import LangOption, RulesOption, words_of
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from planlint.check.engine_codes import EngineCode
    from planlint.rulebook.checks import CheckRule


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("explain", cls=HelpCommand, help="help.explain", epilog="help.explain.examples")(explain)


def explain(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="RULE", help="help.explain_rule")],
    *,
    rules: RulesOption = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Print the page of one rule, or of each rule behind a prefix."""
    from planlint.check.engine_codes import engine_codes
    from planlint.check.rules import load_checks
    from planlint.check.select import named_rules, unknown_rule
    from planlint.report.rule_page import render
    from planlint.rulebook import Rulebook

    words = words_of(context)
    known: tuple[CheckRule | EngineCode, ...] = (
        *load_checks(Rulebook(tuple(folder.resolve() for folder in rules or ()))),
        *engine_codes().values(),
    )
    found = named_rules(known, name)
    if not found:
        raise UsageError(f"E003 {unknown_rule(known, name)}")
    sys.stdout.write("\n".join(render(rule, words.lang) for rule in found))
    return EXIT_OK
