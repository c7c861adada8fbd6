"""Words with a right form of their own: 其它 is 其他, `(2023)49号` is 〔2023〕49号, `1 .` is `1.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_TITLE = re.compile("《[^》\n]{0,120}》")


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    r"""A finding for each match of a pattern in the source of the plan's paragraphs, with what should stand there.

    `swaps` maps patterns to what takes their place (`\g<name>` stands for a group). `report: per-file` gives one finding with a
    count `{n}`. What stands within 《》 is the name of another document and is left alone, unless `titles: true`.
    """
    options = context.options(rule)
    swaps = [(re.compile(pattern), new) for pattern, new in options["swaps"].items()]
    found: list[tuple[Span, str]] = []
    for start, end in _stretches(context):
        names = (
            [] if options.get("titles") else [m.span() for m in _TITLE.finditer(context.source, start, end)]
        )
        for pattern, new in swaps:
            for match in pattern.finditer(context.source, start, end):
                if any(a < match.end() and match.start() < b for a, b in names):
                    continue
                fixed = match.expand(new)
                if fixed != match.group():
                    found.append((Span(*match.span()), fixed))
    found = _disjoint(found)
    if found and options.get("report") == "per-file":
        first, fixed = found[0]
        edits = [Edit(span.start, span.end, new) for span, new in found]
        yield context.find_source(rule, first, edits, n=len(found), fix=fixed)
        return
    for span, fixed in found:
        yield context.find_source(rule, span, [Edit(span.start, span.end, fixed)], fix=fixed)


def _stretches(context: CheckContext) -> Iterator[Span]:
    """The source stretches of the plan's paragraphs and its title, in order, disjoint."""
    spans = [context.clean.to_source(p.span) for p in context.paragraphs()]
    if context.outline.title is not None:
        spans.append(context.clean.to_source(context.outline.title))
    last = 0
    for start, end in sorted(spans):
        if end > last:
            yield Span(max(start, last), end)
            last = end


def _disjoint(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, new in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, new))
    return kept
