"""检查: what `planlint check` has to say of each plan, also what a person has answered; a plan that was not checked says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.workbook import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.sheets.book import Book, Fact
    from planlint.report.words import Words

_HEADS = (
    "path", "rule", "level_head", "book.message", "quote", "place", "book.remedy", "book.state", "start", "end",
)  # fmt: skip


def checks(book: Book) -> Table:
    """The sheet of all findings."""
    words = book.words

    def rows() -> Iterator[list[Any]]:
        for report in book.reports:
            path, found = report["source"]["path"], report.get("workbook", {}).get("checks")
            if found is None:
                continue
            if found["unchecked"]:
                unchecked = words[f"book.unchecked.{found['unchecked']}"]
                yield [path, None, None, unchecked, None, None, None, words["book.unchecked"], None, None]
            for f in found["findings"]:
                yield [
                    path, f["rule"], words[f["level"]], f["message"], f["quote"], f"{f['line']}:{f['column']}", _remedy(f, words),
                    _state(f, words), f["start"], f["end"],
                ]  # fmt: skip

    return Table(words["sheet.checks"], book.heads(*_HEADS), rows(), fixed=2)


def _remedy(finding: Fact, words: Words) -> str:
    """What to do, and below it each edit that does it: `最高不超过 → 最高`."""
    edits = (f"{old} → {new.strip() or words['book.deleted']}" for old, new in finding["fix"])
    return "\n".join((finding["remedy"], *edits)).strip()


def _state(finding: Fact, words: Words) -> str:
    if finding["answer"] is None:
        return words["book.new"]
    answer = finding["answer"]
    return words.say("book.suppressed", reason=answer) if answer else words["book.suppressed_bare"]
