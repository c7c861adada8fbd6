"""Reports as text in any format: `"".join(render(reports, "json", …))`; a format's module is imported when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.words import Words

SUFFIXES = {
    "console": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "md": ".md",
    "xlsx": ".xlsx",
    "html": ".html",
}
# Formats that are bytes and go to a file.
BINARY = ("xlsx",)
# Formats that a person reads.
READABLE = ("console", "md")
# Formats that show the text itself, or a stretch of it.
WITH_TEXT = ("html", "xlsx")


@dataclass(frozen=True, slots=True)
class Look:
    """What a report shows and where it goes.

    `one` report stands alone (JSON: an object, no array); `width` and `colour` are those of the terminal, `ascii_only` is for a
    stream that cannot carry Chinese. `failed` is told of a report that cannot be drawn, and gives the record that stands in its place.
    """

    kinds: tuple[str, ...]
    words: Words
    one: bool = False
    width: int = 80
    colour: bool = False
    ascii_only: bool = False
    failed: Callable[[str, Exception], Report] | None = None


def each_drawn(
    reports: Iterable[Report],
    look: Look,
    draw: Callable[[Report], Iterable[str]],
    instead: Callable[[Report], Iterable[str]] = lambda _: (),
) -> Iterator[str]:
    """What `draw` makes of each report, whole or not at all; `instead` draws the record of a report that failed."""
    for report in reports:
        try:
            piece = "".join(draw(report))
        except Exception as error:
            if look.failed is None:
                raise
            piece = "".join(instead(look.failed(report["source"]["path"], error)))
        if piece:
            yield piece


def render_bytes(reports: Iterable[Report], format_name: str, look: Look) -> Iterator[bytes]:
    """The pieces of a file that is no text; `format_name` is one of BINARY."""
    from planlint.report.sheets import as_xlsx

    assert format_name == "xlsx"
    return as_xlsx(reports, look)


def render(reports: Iterable[Report], format_name: str, look: Look) -> Iterator[str]:
    """The pieces of the text, written as the documents come."""
    if format_name == "json":
        from planlint.report.json_report import as_json

        return as_json(reports, look)
    if format_name == "jsonl":
        from planlint.report.json_report import as_jsonl

        return as_jsonl(reports, look)
    if format_name == "csv":
        from planlint.report.csv_report import as_csv

        return as_csv(reports, look)
    if format_name == "md":
        from planlint.report.markdown import as_markdown

        return as_markdown(reports, look)
    if format_name == "html":
        from planlint.report.html_report import as_html

        return as_html(reports, look)
    from planlint.report.console import as_console

    return as_console(reports, look)
