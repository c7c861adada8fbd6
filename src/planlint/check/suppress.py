"""Findings that a person has answered in the text: `<!-- planlint: ignore[SUB001] 待财政核定 -->`.

What a remark covers: the findings that begin in its own paragraph, when it stands behind or between words; in the next
paragraph, when it stands alone on its line or opens one. A paragraph is one of the outline, and where the outline has none
(site chrome) the line of the source. `ignore-file[…]` covers the whole file, wherever it stands.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.check.engine_codes import engine_codes, engine_finding
from planlint.check.select import named_rules, unknown_rule
from planlint.model.span import Span
from planlint.text.directives import Directive, find_directives

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from planlint.check.select import Named
    from planlint.model.finding import Finding

VERBS = ("ignore", "ignore-file")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was answered, by whom (`inSource` remark or `external` sidecar), and the reason given."""

    finding: Finding
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is left to report, what was answered, and what is wrong with the answers themselves."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    complaints: tuple[Finding, ...]


def suppress_inline(
    text: str,
    findings: Sequence[Finding],
    paragraphs: Sequence[Span],
    rules: Collection[Named],
    ran: Collection[str],
) -> Verdict:
    """Take out what the remarks in `text` cover. `paragraphs` are source spans in order; `ran` the ids of the rules that ran."""
    directives = find_directives(text)
    if not directives:
        return Verdict(tuple(findings), (), ())
    blanked = blank_directives(text, directives)
    left = list(findings)
    suppressed: list[Suppressed] = []
    complaints: list[Finding] = []
    known = (*rules, *engine_codes().values())
    for directive in directives:
        ids, wrong = _rules_of(directive, known, text)
        complaints += wrong
        stretch = covered(text, blanked, directive, paragraphs)
        for name, wanted in ids.items():
            hit = [
                f
                for f in left
                if f.rule in wanted and stretch.start <= f.span.start < max(stretch.end, stretch.start + 1)
            ]
            suppressed += [Suppressed(f, "inSource", directive.reason) for f in hit]
            left = [f for f in left if f not in hit]
            if hit and directive.verb == "ignore-file" and _covers(wanted, ran):
                said = f"本文件的 {len(hit)} 处问题都被 ignore-file[{name}] 忽略"
                complaints.append(_complaint("E007", text, directive, said))
            if not hit and wanted & set(ran):
                complaints.append(
                    _complaint("E004", text, directive, f"忽略标记 “{name}” 没有对应的问题，请删去")
                )
    return Verdict(tuple(left), tuple(suppressed), tuple(complaints))


def _covers(wanted: Collection[str], ran: Collection[str]) -> bool:
    """Whether a remark answers whatever may be found: it names `all`, or every rule that ran, of which there are several."""
    return len(ran) > 1 and set(ran) <= set(wanted)


def covered(text: str, blanked: str, directive: Directive, paragraphs: Sequence[Span]) -> Span:
    """The stretch of source whose findings a remark answers; `blanked` is the text with blanks for every remark."""
    if directive.verb == "ignore-file":
        return Span(0, len(text) + 1)
    point = _neighbour(blanked, directive.span)
    at = bisect.bisect_right(paragraphs, point, key=lambda span: span.start) - 1
    if at >= 0 and point < paragraphs[at].end:
        return paragraphs[at]
    return _line(text, point)


def blank_directives(text: str, directives: Iterable[Directive]) -> str:
    """The text with a blank for each character of a remark, so that every offset stays."""
    parts = []
    at = 0
    for directive in directives:
        start, end = directive.span
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def _neighbour(blanked: str, span: Span) -> int:
    """The word the remark belongs to: the last one before it on its line, else the first one behind it."""
    at = span.start - 1
    while at >= 0 and blanked[at].isspace() and blanked[at] not in "\r\n":
        at -= 1
    if at >= 0 and blanked[at] not in "\r\n":
        return at
    at = span.end
    while at < len(blanked) and blanked[at].isspace():
        at += 1
    return at


def _line(text: str, offset: int) -> Span:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return Span(start, min(ends, default=len(text)))


def _rules_of(
    directive: Directive, known: Iterable[Named], text: str
) -> tuple[dict[str, set[str]], list[Finding]]:
    """The ids that each name of a remark stands for, and what is wrong with the remark."""
    if directive.verb not in VERBS or not directive.rules:
        return {}, [
            _complaint(
                "E003", text, directive, "忽略标记应写作 <!-- planlint: ignore[规则名] 原因 -->，规则名不可省"
            )
        ]
    ids: dict[str, set[str]] = {}
    wrong = []
    known = tuple(known)
    for name in directive.rules:
        found = named_rules(known, name)
        if found:
            ids[name] = {rule.id for rule in found}
        else:
            wrong.append(_complaint("E003", text, directive, unknown_rule(known, name)))
    return ids, wrong


def _complaint(code: str, text: str, directive: Directive, message: str) -> Finding:
    start, end = directive.span
    return engine_finding(code, message, text[start:end], directive.span)
