"""The report as JSON: one object for one document, an array for several, or one line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.report.record import KINDS
from planlint.report.render import each_drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.report.record import Report
    from planlint.report.render import Look


def as_json(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """An object where one document was asked for (nothing if it failed), else an array, written as the documents come."""
    if look.one:
        yield from each_drawn(reports, look, lambda report: [_dump(report, look, indent=1), "\n"])
        return
    lead = "[\n"

    def dumped(report: Report) -> list[str]:
        return [_dump(report, look, indent=1)]

    for piece in each_drawn(reports, look, dumped, dumped):
        yield lead + piece
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def as_jsonl(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One line for each document."""

    def line(report: Report) -> list[str]:
        return [_dump(report, look, indent=None), "\n"]

    yield from each_drawn(reports, look, line, line)


def _dump(report: Report, look: Look, indent: int | None) -> str:
    return json.dumps(_only(report, look.kinds), ensure_ascii=look.ascii_only, indent=indent)


def _only(report: Report, kinds: tuple[str, ...]) -> dict[str, Any]:
    # null says "not asked for", where an empty list would say "there are none"
    return {key: None if key in KINDS and key not in kinds else value for key, value in report.items()}
