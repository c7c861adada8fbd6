"""`planlint schema report`: JSON Schemas for programs and editors."""

from __future__ import annotations

import sys

import typer

from planlint.cli.choices import LangOption, words_of
from planlint.cli.help import HelpCommand, HelpGroup
from planlint.cli.streams import is_utf8
from planlint.errors import EXIT_OK


def add(app: typer.Typer) -> None:
    """Hang the group of commands into the program."""
    group = typer.Typer(cls=HelpGroup, help="help.schema", rich_markup_mode=None)
    group.callback()(_group)
    group.command("report", cls=HelpCommand, help="help.schema_report")(report)
    app.add_typer(group, name="schema")


def _group() -> None:
    # with one command typer would put it in the group's own place; a callback keeps `schema report`
    pass


def report(context: typer.Context, lang: LangOption = None) -> int:  # noqa: ARG001 - app.language_of has read it
    """Print the JSON Schema of the report."""
    import json

    from planlint.report.schema import report_schema

    schema = report_schema(words_of(context))
    sys.stdout.write(json.dumps(schema, ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n")
    return EXIT_OK
