"""Words that should not stand in a plan, or blanks that should have been filled: `xx亿元`, 近期, 某高校."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A finding for each match of `pattern` in the plan's paragraphs; with `on: placeholder` for each blank of the ledger.

    `unless` is searched in the sentence around a match; `once: true` reports a text only where it first stands.
    """
    options = context.options(rule)
    if options.get("on") == "placeholder":
        yield from _placeholders(context, rule)
        return
    pattern = compiled(options["pattern"])
    unless = compiled(options["unless"]) if options.get("unless") else None
    seen: set[str] = set()
    for match in pattern.finditer(context.text):
        span = Span(*(match.span("at") if "at" in pattern.groupindex else match.span()))
        words = context.text[span.start : span.end]
        paragraph = context.outline.paragraph_at(span.start)
        if (
            paragraph is None
            or context.clean.is_chrome(span.start)
            or (options.get("once") and words in seen)
        ):
            continue
        if unless is not None and unless.search(_around(context.text, span)):
            continue
        seen.add(words)
        yield context.find(rule, span)


def _placeholders(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    for record in context.extraction.numbers:
        if record.rule == "LED-placeholder" or (record.quote and not re.search(r"[\d一-鿿]", record.quote)):
            # a lone letter that counts nothing is a name: X射线, 1+X
            lone = len(record.quote) == 1 and record.quote in "xX" and record.fact is None
            if record.role in ("chrome", "name", "repeat") or lone:
                continue
            yield context.find_source(rule, record.span)


def _around(text: str, span: Span) -> str:
    """The sentence around a place, at most sixty characters to either side."""
    start = max(text.rfind(mark, max(0, span.start - 60), span.start) for mark in "。；\n") + 1
    ends = [end for end in (text.find(mark, span.end, span.end + 60) for mark in "。；\n") if end >= 0]
    return text[max(start, span.start - 60) : min(ends, default=span.end + 60)]
