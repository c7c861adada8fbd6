"""One line a finding, as editors and grep read it: `plan.txt:18:82: warning TGT007 口径不明…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.text.visible import visible
from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckRun
    from planlint.model.finding import Finding
    from planlint.sheets.look import Look

MARKS = {"safe": "[*]", "ask": "[?]"}


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The lines of all files, in order."""
    for file in run.files:
        for finding in file.findings:
            line, column = file.source.place(finding.span.start)
            mark = fix_mark(finding)
            message = one_line(look.words.of(finding.said))
            yield f"{visible(file.source.path)}:{line}:{column}: {finding.level} {finding.rule} {message}{mark and f' {mark}'}\n"


def fix_mark(finding: Finding) -> str:
    """`[*]` for a safe fix, `[?]` for one that needs a person, nothing for none."""
    return MARKS[finding.fix.tier] if finding.fix is not None else ""
