"""Words that should not stand in a plan, or blanks that should have been filled: `xx亿元`, 近期, 某高校."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options, Regex, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule


# More sentences with blanks than this are a template.
_MANY = 6
_UNIT_BEHIND = compiled(
    "(?:[十百千万亿]{0,2})(?:家|个|元|亩|名|人|项|户|座|所|台|套|公里|平方|吨|年|月|日|号|%|％|次|件|处|张|辆|万|亿|市|县|区|镇|村|局|街)"
)

OPTIONS = Ways(
    {
        "text": Options(pattern=Regex, unless=Regex | None, once=bool),
        "placeholder": Options(pattern=Regex | None),
    },
    by="on",
    otherwise="text",
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A finding for each match of `pattern` in the plan's paragraphs; with `on: placeholder` for each blank of the ledger.

    `unless` is searched in the sentence around a match; `once: true` reports a text only where it first stands.
    """
    options = rule.options
    if options["on"] == "placeholder":
        yield from _placeholders(context, rule)
        return
    pattern = compiled(options["pattern"])
    unless = compiled(options["unless"]) if options["unless"] else None
    seen: set[str] = set()
    for match in pattern.finditer(context.text):
        span = Span(*(match.span("at") if "at" in pattern.groupindex else match.span()))
        words = context.text[span.start : span.end]
        if not context.says(span.start) or (options["once"] and words in seen):
            continue
        if unless is not None and unless.search(_around(context.text, span)):
            continue
        seen.add(words)
        yield context.find(rule, span)


def _placeholders(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Blanks that nobody filled, one finding a sentence; of more than a few sentences one for the file."""
    blanks: list[Span] = []
    for record in context.extraction.numbers:
        if record.rule == "LED-placeholder" or (record.quote and not re.search(r"[\d一-鿿]", record.quote)):
            # a lone letter that counts nothing is a name: X射线, 1+X
            lone = len(record.quote) == 1 and record.quote in "xX" and record.fact is None
            if (
                record.role in ("chrome", "name", "repeat")
                or lone
                or _multiplies(context, record.span)
                or _of_formula(context, record.quote)
            ):
                continue
            blanks.append(record.span)
    blanks = sorted({*blanks, *_written_blanks(context, rule)})
    groups: dict[int, list[Span]] = {}
    for blank in blanks:
        # one finding for a sentence: a template has a blank in every second word
        line = context.source.rfind("\n", 0, blank.start)
        groups.setdefault(max(line, context.source.rfind("。", 0, blank.start)), []).append(blank)
    first = list(groups.values())
    if len(first) > _MANY:
        yield context.find_source(rule, blanks[0], related=blanks[1:], n=len(blanks))
        return
    for group in first:
        yield context.find_source(rule, group[0], related=group[1:], n=len(group))


def _written_blanks(context: CheckContext, rule: CheckRule) -> Iterator[Span]:
    """Blanks that no scanner of numbers sees: （待定）, **家, ____."""
    pattern = rule.options["pattern"]
    if pattern is None:
        return
    for match in compiled(pattern).finditer(context.source):
        if context.in_plan(match.start()):
            yield Span(*match.span())


def _of_formula(context: CheckContext, quote: str) -> bool:
    """Whether a letter is one that a formula of the plan leaves open: X个油库 in a plan of “2+2+X”."""
    return len(quote) == 1 and re.search(rf"[+＋]\s?{re.escape(quote)}(?![A-Za-z])", context.text) is not None


def _multiplies(context: CheckContext, span: Span) -> bool:
    """Whether × stands between words or ends a quoted name: 面积×单价, “数据要素×”; a blank counts something (×家, ××亿元)."""
    if context.source[span.start : span.end].strip() != "×":
        return False
    before, behind = context.source[span.start - 1 : span.start], context.source[span.end : span.end + 1]
    if behind in "”’」》、" and behind:
        return True
    if not before.strip() or not behind.strip():
        return not before.strip() and not behind.strip()
    units = _UNIT_BEHIND.match(context.source, span.end)
    return before.isalnum() and behind.isalnum() and units is None


def _around(text: str, span: Span) -> str:
    """The sentence around a place, at most sixty characters to either side."""
    start = max(text.rfind(mark, max(0, span.start - 60), span.start) for mark in "。；\n") + 1
    ends = [end for end in (text.find(mark, span.end, span.end + 60) for mark in "。；\n") if end >= 0]
    return text[max(start, span.start - 60) : min(ends, default=span.end + 60)]
