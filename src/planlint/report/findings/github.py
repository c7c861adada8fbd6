"""Annotations of GitHub Actions: `::error file=…,line=…::…`, errors first, ten a level, and the rest said.

GitHub shows ten annotations of a level and step and drops the others without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.outcome import LEVELS
from planlint.text.visible import visible
from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.model.finding import Finding
    from planlint.sheets.look import Look
    from planlint.words import Words

MOST = 10
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The workflow commands, and a last line when some are left out."""
    left_out = 0
    for level in LEVELS:
        found = [(file, f) for file in run.files for f in file.findings if f.level == level]
        for file, finding in found[:MOST]:
            yield _command(file, finding, look.words)
        left_out += max(len(found) - MOST, 0)
    if left_out:
        key = "left_out" if look.summary else "left_out_no_summary"
        yield f"planlint: {look.words.say(key, n=left_out, most=MOST)}\n"


def _command(file: CheckedFile, finding: Finding, words: Words) -> str:
    line, column = file.source.place(finding.span.start)
    end_line, end_column = file.source.place(finding.span.end)
    place = {"file": file.source.path, "line": line, "endLine": end_line}
    if end_line == line:  # columns are only taken together with one line
        place |= {"col": column, "endColumn": end_column}
    place["title"] = f"{finding.rule} {finding.name}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{_COMMANDS[finding.level]} {properties}::{_data(one_line(words.of(finding.said)))}\n"


def _data(text: str) -> str:
    # the line ends of a name are written so that GitHub finds the file; whatever else would act is shown
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
