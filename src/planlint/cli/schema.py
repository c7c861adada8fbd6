"""`planlint schema`: JSON Schemas for programs and editors."""

from __future__ import annotations

import typer

app = typer.Typer(help="输出 JSON Schema。", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """JSON Schemas."""


@app.command("report", help="抽取报告（extract --format json）的 JSON Schema。")
def report_command() -> None:
    """Print the JSON Schema of the report."""
    import json

    from planlint.report.schema import report_schema
    from planlint.report.write import write_screen

    write_screen(json.dumps(report_schema(), ensure_ascii=False, indent=1) + "\n")
