"""The report as JSON: one object for one document, an array for several, or one line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.report.record import KINDS
from planlint.sheets.whole import each_whole, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.sheets.look import Look, Report


def as_json(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """An object where one document was asked for (nothing if it failed), else an array, written as the documents come."""
    if look.one:
        yield from _dumped(reports, look, indent=1)
        return
    lead = "[\n"
    for text in _dumped(reports, look, indent=1):
        yield lead + text.rstrip("\n")
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def as_jsonl(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """One line for each document."""
    return _dumped(reports, look, indent=None)


def _dumped(reports: Iterable[Report], look: Look, indent: int | None) -> Iterator[str]:
    def lines(report: Report) -> list[str]:
        return [_dump(report, look, indent), "\n"]

    # of several documents, one that failed has its record in the array
    return map(
        "".join, each_whole(named(reports), look, lines, (lambda _: ()) if look.one and indent else lines)
    )


def _dump(report: Report, look: Look, indent: int | None) -> str:
    return json.dumps(_only(report, look.kinds), ensure_ascii=look.ascii_only, indent=indent)


def _only(report: Report, kinds: tuple[str, ...]) -> dict[str, Any]:
    # null says "not asked for", where an empty list would say "there are none"
    return {key: None if key in KINDS and key not in kinds else value for key, value in report.items()}
