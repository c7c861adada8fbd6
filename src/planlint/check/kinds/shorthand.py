"""A numbered short name against the items it stands for: `“三链”（产业链、创新链）` lists two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.audit.items import count_items, number_of
from planlint.model.span import Span
from planlint.rulebook.options import Options, Regex
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

OPTIONS = Options(pattern=Regex)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The short names whose list, right behind them, has another number of items."""
    pattern = compiled(rule.options["pattern"])
    for match in pattern.finditer(context.text):
        if context.outline.paragraph_at(match.start()) is None:
            continue
        want, found = number_of(match["n"]), count_items(match["list"])
        if want is not None and not found.allows(want):
            span = Span(match.start("name"), match.end("list"))
            yield context.find(rule, span, text=match["name"], n=want, m=found.least)
