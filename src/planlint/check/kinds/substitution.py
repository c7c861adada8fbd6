"""Words with a right form of their own: 其它 is 其他, `(2023)49号` is 〔2023〕49号, `1 .` is `1.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.model.covered import Covered
from planlint.model.span import Span
from planlint.rulebook.options import Default, OneOf, Options, Regex
from planlint.text.han import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

# How far from its anchor a match may reach.
_NEAR = 24
_TITLE = compiled("《[^》\n]{0,120}》")

OPTIONS = Options(
    swaps=dict[Regex, str], anchor=Regex | None, unless_before=Regex | None, titles=bool,
    report=Default(OneOf(("each", "per-file")), "each"),
)  # fmt: skip


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    r"""A finding for each match of a pattern in the source of the plan's paragraphs, with what should stand there.

    `swaps` maps patterns to what takes their place (`\g<name>` stands for a group). `report: per-file` gives one finding with a
    count `{n}`. What stands within 《》 is the name of another document and is left alone, unless `titles: true`. `unless-before` excuses what
    stands behind its words. `anchor` is a rarer part of the patterns, looked for first.
    """
    options = rule.options
    unless = compiled(options["unless-before"]) if options["unless-before"] else None
    anchor = compiled(options["anchor"]) if options["anchor"] else None
    names = Covered(() if options["titles"] else (Span(*m.span()) for m in _TITLE.finditer(context.source)))
    found: list[tuple[Span, str]] = []
    for expression, new in options["swaps"].items():
        for match in _matches(compiled(expression), anchor, context.source):
            span = Span(*match.span())
            if not context.in_plan(span.start) or names.touches(span):
                continue
            if unless is not None and unless.search(context.source, max(0, span.start - _NEAR), span.start):
                continue
            fixed = match.expand(new)
            if fixed != match.group():
                found.append((span, fixed))
    found = _disjoint(found)
    if found and options["report"] == "per-file":
        first, fixed = found[0]
        edits = [Edit(span.start, span.end, new) for span, new in found]
        yield context.find_source(rule, first, edits, n=len(found), fix=fixed)
        return
    for span, fixed in found:
        yield context.find_source(rule, span, [Edit(span.start, span.end, fixed)], fix=fixed)


def _matches(pattern: re.Pattern[str], anchor: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; near the matches of `anchor` alone where a rule names one, for a pattern that may begin anywhere."""
    if anchor is None:
        yield from pattern.finditer(text)
        return
    at = 0
    for hit in anchor.finditer(text):
        match = pattern.search(text, max(at, hit.start() - _NEAR), hit.end() + _NEAR)
        if match is not None:
            yield match
            at = match.end()


def _disjoint(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, new in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, new))
    return kept
