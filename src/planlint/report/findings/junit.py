"""JUnit XML: a suite a file, a failing case a finding, so that a CI server lists them beside the tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.sheets.look import Look
    from planlint.words import Words

# what XML 1.0 cannot carry, not even escaped
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The document. A file without findings is one case that passed."""
    failures = sum(len(file.findings) for file in run.files)
    cases = sum(max(len(file.findings), 1) for file in run.files)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="planlint" tests="{cases}" failures="{failures}" errors="0">\n'
    for file in run.files:
        yield from _suite(file, look.words)
    yield "</testsuites>\n"


def _suite(file: CheckedFile, words: Words) -> Iterator[str]:
    name = _attribute(file.source.path)
    count = len(file.findings)
    yield f'  <testsuite name={name} tests="{max(count, 1)}" failures="{count}" errors="0" skipped="0">\n'
    if not file.findings:
        yield f'    <testcase name="planlint" classname={name}/>\n'
    for finding in file.findings:
        line, column = file.source.place(finding.span.start)
        case = _attribute(f"{finding.rule} {finding.name} {line}:{column}")
        message = _attribute(one_line(words.of(finding.said)))
        yield f'    <testcase name={case} classname={name} line="{line}">\n'
        body = escape(_fit(f"{file.source.path}:{line}:{column}: {finding.quote[:300]}"))
        yield f'      <failure type="{finding.level}" message={message}>{body}</failure>\n'
        yield "    </testcase>\n"
    yield "  </testsuite>\n"


def _attribute(text: str) -> str:
    return quoteattr(_fit(text))


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
