"""The findings of a checked file as marks and as rows that know their marks: finding 3 is `d1-f3` in the text and in its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.findings.fixes import fix_view
from planlint.report.rule_page import said, title_of
from planlint.sheets.draw.marked_text import Mark
from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.check.engine_codes import EngineCode
    from planlint.check.outcome import CheckedFile
    from planlint.model.finding import Finding
    from planlint.model.span import Span
    from planlint.report.findings.fixes import FixView
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words

    Rules = Mapping[str, CheckRule | EngineCode]

_LONGEST_QUOTE = 80
# What was found lies over what it is compared with, and both over what shows a requirement.
_RELATED, _EVIDENCE = 1, 2


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place of the text to go to: the id of its mark, and `18:82` as the console has it. `key` is empty where nothing is marked."""

    key: str
    shown: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding for the reader. `title` and `remedy` are its rule's."""

    key: str
    number: int
    sign: str
    level: str
    rule: str
    title: str
    message: str
    quote: str
    section: str
    place: PlaceView | None
    related: tuple[PlaceView, ...]
    fix: FixView | None
    remedy: str
    of_document: bool

    @property
    def tier(self) -> str:
        """The tier of its fix, `none` without one: what the page filters by."""
        return self.fix.tier if self.fix is not None else "none"


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One requirement of the plan's schema with the places that show it, or those that lack it."""

    key: str
    status: str
    message: str
    evidence: tuple[PlaceView, ...]


def finding_rows(file: CheckedFile, document: int, rules: Rules, words: Words) -> Iterator[FindingRow]:
    """A row for each finding, in the order of the text."""
    text = file.source.text
    for number, finding in enumerate(file.findings, 1):
        key = f"d{document}-f{number}"
        rule = rules.get(finding.rule)
        quote = one_line(finding.quote)
        yield FindingRow(
            key=key, number=number, sign=_sign(finding.level, number, words), level=finding.level, rule=finding.rule,
            title=title_of(rule, words) if rule else finding.name, message=one_line(words.of(finding.said)),
            quote=quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…",
            section=(finding.section or "").replace("|", ""),
            place=_place(file, key, finding.span) if finding.span.length else None,
            related=tuple(_place(file, f"{key}.{i}", span) for i, span in enumerate(finding.related, 1)),
            fix=fix_view(finding.fix, text) if finding.fix is not None else None,
            remedy=one_line(said(rule, "remedy", words)) if rule else "",
            of_document=_of_document(finding, text),
        )  # fmt: skip


def requirement_rows(file: CheckedFile, document: int, words: Words) -> Iterator[RequirementRow]:
    """A row for each requirement, in the order of the schema."""
    for number, need in enumerate(file.requirements, 1):
        key = f"d{document}-q{number}"
        places = tuple(_place(file, f"{key}.{i}", span) for i, span in enumerate(need.evidence, 1))
        yield RequirementRow(key, need.status, words.of(need.said), places)


def marks_of(file: CheckedFile, document: int, words: Words) -> Iterator[Mark]:
    """Every finding that has a place, the places it is compared with, and those that show the requirements."""
    text = file.source.text
    for number, finding in enumerate(file.findings, 1):
        key = f"d{document}-f{number}"
        if not _is_whole(finding.span, text):
            rank = _EVIDENCE if finding.of_document else 0
            sign = _sign(finding.level, number, words)
            yield Mark(key, finding.level, *finding.span, rank=rank, tag=sign)
        for i, span in enumerate(finding.related, 1):
            yield Mark(f"{key}.{i}", "related", *span, rank=_RELATED)
    for number, need in enumerate(file.requirements, 1):
        for i, span in enumerate(need.evidence, 1):
            key = f"d{document}-q{number}.{i}"
            yield Mark(key, "evidence", *span, rank=_EVIDENCE)


def _place(file: CheckedFile, key: str, span: Span) -> PlaceView:
    shown = 0 <= span.start < span.end <= len(file.source.text) and not _is_whole(span, file.source.text)
    line, column = file.source.place(span.start)
    return PlaceView(key if shown else "", f"{line}:{column}")


def _is_whole(span: Span, text: str) -> bool:
    return span.start == 0 and span.end >= len(text)


def _of_document(finding: Finding, text: str) -> bool:
    return finding.of_document or not finding.span.length or _is_whole(finding.span, text)


def _sign(level: str, number: int, words: Words) -> str:
    return f"{words[f'page.tag.{level}']}{number}"
