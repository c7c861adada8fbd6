"""A summary in Markdown, for a merge request or a job's page: a table of counts, then the findings file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.findings.concise import fix_mark, one_line
from planlint.report.findings.console import last_lines
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.report.findings import FindingsLook
    from planlint.report.words import Words

_LONGEST_QUOTE = 60


def pieces(run: CheckRun, look: FindingsLook) -> Iterator[str]:
    """The page."""
    words = look.words
    summary, *hints = last_lines(run, look)
    yield f"# planlint: {words['findings']}\n\n{_plain(summary)}\n"
    for file in run.files:
        if file.findings:
            yield f"\n## {_cell(file.source.path)}\n\n"
            yield from _table(file, words)
        if any(r.status == "missed" for r in file.requirements):
            yield f"\n{words['requirements']}{'：' if words.lang == 'zh' else ': '}"
            yield words.join(_cell(r.message) for r in file.requirements if r.status == "missed") + "\n"
    for hint in hints:
        yield f"\n{_cell(_plain(hint))}\n"


def _table(file: CheckedFile, words: Words) -> Iterator[str]:
    yield f"| {words['place']} | {words['level']} | {words['rule']} | {words['message']} | {words['quote']} |\n|---|---|---|---|---|\n"
    for finding in file.findings:
        line, column = file.source.place(finding.span.start)
        quote = one_line(finding.quote)
        shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
        mark = fix_mark(finding).replace("[", "\\[")
        cells = (
            f"{line}:{column}",
            words[finding.level],
            finding.rule,
            f"{_cell(one_line(finding.message))} {mark}".rstrip(),
            _cell(shown),
        )
        yield f"| {' | '.join(cells)} |\n"


def _plain(line: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in line)


def _cell(text: str) -> str:
    """The text with what Markdown would read as markup made plain."""
    text = visible(text)
    for ch in "\\|<*_`[]#~":
        text = text.replace(ch, f"\\{ch}")
    return text
