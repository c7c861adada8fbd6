"""`planlint schema report`: JSON Schemas for programs and editors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from planlint.cli.choices import LangOption
from planlint.cli.help import HelpCommand, HelpGroup
from planlint.cli.streams import is_utf8

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def add(app: typer.Typer) -> None:
    """Hang the group of commands into the program."""
    group = typer.Typer(cls=HelpGroup, help="help.schema", rich_markup_mode=None)
    group.callback()(_group)
    group.command("report", cls=HelpCommand, help="help.schema_report")(report)
    app.add_typer(group, name="schema")


def _group() -> None:
    # with one command typer would put it in the group's own place; a callback keeps `schema report`
    pass


def report(lang: LangOption = None) -> int:  # noqa: ARG001 - app.language_of has read it
    """Print the JSON Schema of the report."""
    from planlint.report.schema import report_schema

    return print_schema(report_schema)


def print_schema(make: Callable[[], dict[str, Any]]) -> int:
    """Write one schema to standard output."""
    import json

    sys.stdout.write(json.dumps(make(), ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n")
    return 0
