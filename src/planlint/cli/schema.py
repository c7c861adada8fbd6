"""`planlint schema report | config | plan`: JSON Schemas for programs and editors."""

from __future__ import annotations

import sys
from typing import Any

import typer

from planlint.batch.streams import is_utf8
from planlint.cli.choices import LangOption, words_of
from planlint.cli.help import HelpCommand, HelpGroup
from planlint.errors import EXIT_OK


def add(app: typer.Typer) -> None:
    """Hang the group of commands into the program."""
    group = typer.Typer(cls=HelpGroup, help="help.schema", rich_markup_mode=None)
    group.command("report", cls=HelpCommand, help="help.schema_report")(report)
    group.command("config", cls=HelpCommand, help="help.schema_config")(config)
    group.command("plan", cls=HelpCommand, help="help.schema_plan")(plan)
    app.add_typer(group, name="schema")


def report(context: typer.Context, lang: LangOption = None) -> int:  # noqa: ARG001 - app.language_of has read it
    """Print the JSON Schema of the report."""
    from planlint.report.schema import report_schema

    return _print(report_schema(words_of(context)))


def config(context: typer.Context, lang: LangOption = None) -> int:  # noqa: ARG001 - as above
    """Print the JSON Schema of planlint.yaml."""
    from planlint.check.config.shape import config_schema
    from planlint.report.schema import in_words

    return _print(in_words(config_schema(), words_of(context)))


def plan(context: typer.Context, lang: LangOption = None) -> int:  # noqa: ARG001 - as above
    """Print the JSON Schema of the files that say what a kind of plan must contain."""
    from planlint.report.schema import in_words
    from planlint.rulebook.schemas import schema_json

    return _print(in_words(schema_json(), words_of(context)))


def _print(schema: dict[str, Any]) -> int:
    import json

    sys.stdout.write(json.dumps(schema, ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n")
    return EXIT_OK
