"""Findings for a person: by file, each with its source line and carets, and a last line that says what ran and what to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planlint.check.outcome import LEVELS
from planlint.report.findings.concise import fix_mark
from planlint.report.findings.excerpt import excerpt
from planlint.report.rule_page import title_of
from planlint.text.visible import visible
from planlint.text.width import columns, one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.model.finding import Finding
    from planlint.sheets.look import Look
    from planlint.words import Words

# A piece of a line and how it is to look; plain text ignores the look.
Piece = tuple[str, str]

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_INDENT = 2
_WORD = "wordprocessingml.document"


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The report in pieces, with the terminal's colours where `look` has them."""
    paint = _painter(look)
    for file in run.files:
        if file.findings:
            yield paint([(visible(file.source.path), "bold underline")])
            for finding in file.findings:
                yield from map(paint, _finding(file, finding, look))
            yield "\n"
    for line in last_lines(run, look):
        yield paint(line)


def _painter(look: Look) -> Callable[[list[Piece]], str]:
    if look.colour:
        from planlint.sheets.draw.colour import painter

        return painter()
    return lambda line: "".join(text for text, _ in line).rstrip() + "\n"


def _finding(file: CheckedFile, finding: Finding, look: Look) -> Iterator[list[Piece]]:
    line, column = file.source.place(finding.span.start)
    mark = fix_mark(finding)
    level = look.words[finding.level]
    head = f"{line}:{column}"
    lead: list[Piece] = [
        (" " * _INDENT, ""), (head, "dim"), (" " * max(1, 9 - len(head)), ""), (level, _STYLES[finding.level]),
        (" ", ""), (finding.rule, "bold"), (" ", ""),
    ]  # fmt: skip
    used = sum(columns(text) for text, _ in lead)
    message = one_line(look.words.of(finding.said)) + (f" {mark}" if mark else "")
    room = max(look.width - used, 30)
    for i, part in enumerate(wrap(message, room)):
        yield [*(lead if i == 0 else [(" " * used, "")]), (part, "")]
    shown = excerpt(file.source, finding.span, max(look.width - _INDENT - 9, 30))
    if shown is not None:
        gutter = f"{' ' * _INDENT}{line:>6} | "
        yield [(gutter, "dim"), (shown.text, "")]
        yield [
            (f"{' ' * (len(gutter) - 2)}| ", "dim"),
            (" " * shown.lead, ""),
            ("^" * shown.carets, _STYLES[finding.level]),
        ]


_TEXT = ("text/plain", "text/markdown")


def last_lines(run: CheckRun, look: Look) -> Iterator[list[Piece]]:
    """How many files and rules ran and what came of it; then how to repair what can be repaired."""
    words = look.words
    counts = run.counts()
    parts: list[Piece] = [
        (f"{words.say('ran', files=len(run.files), rules=len(run.rules))}{_colon(words)}", "")
    ]
    found = [
        (words.say(f"{level}_count", n=counts[level]), _STYLES[level]) for level in LEVELS if counts[level]
    ]
    found = found or [(words["clean_run"], "green")]
    extra = {
        "applied_count" if not look.dry else "would_apply_count": run.applied,
        "withdrawn_count": run.withdrawn,
        "suppressed_count": sum(len(file.suppressed) for file in run.files),
        "known_count": sum(file.known for file in run.files),
    }
    found += [(words.say(key, n=n), "dim") for key, n in extra.items() if n]
    for i, piece in enumerate(found):
        parts += [(words.join(["", ""]), "")] if i else []
        parts.append(piece)
    yield parts
    # a Word file is not repaired in place, it can have its repairs as tracked changes
    if run.files and not any(file.source.media_type.endswith((*_TEXT, _WORD)) for file in run.files):
        if (n := run.fixable("safe") + run.fixable("ask")) > 0:
            yield [(words.say("fix_hint_page", n=n), "")]
        return
    word = "_word" if len(run.files) == 1 and run.files[0].source.media_type.endswith(_WORD) else ""
    if (n := run.fixable("safe")) > 0:
        yield [(visible(words.say(f"fix_hint{word}", n=n, target=run.target)), "")]
    if (n := run.fixable("ask")) > 0:
        yield [(visible(words.say(f"ask_hint{word}", n=n, target=run.target)), "")]


def _colon(words: Words) -> str:
    return words["colon"]


def statistics(run: CheckRun, words: Words) -> Iterator[str]:
    """How often each rule fired, most frequent first: ` 12  警告  TGT007 ambiguous-scope 口径不明 [?]`."""
    found = sorted(run.findings(), key=lambda f: f.rule)
    titles = {rule.id: title_of(rule, words) for rule in run.rules}
    rows = [
        (len(group), group[0]) for group in (list(items) for _, items in groupby(found, key=lambda f: f.rule))
    ]
    for count, finding in sorted(rows, key=lambda row: (-row[0], row[1].rule)):
        yield (
            f"{count:>5}  {words[finding.level]}  {finding.rule} {finding.name}  {titles.get(finding.rule, '')}".rstrip()
            + "\n"
        )
